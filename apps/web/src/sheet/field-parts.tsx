import type { ReactElement, ReactNode } from 'react';
import { Icon, useFormats } from '../parts';
import { useWords } from '../words';
import { useDesk } from './desk';

/** The sentence that says what is wrong with a field and how to mend it. */
export function FieldError({ id }: { readonly id: string }): ReactElement | null {
  const { errorOf } = useDesk();
  const error = errorOf(id);
  if (error === null) return null;
  return (
    <p className="err-msg" id={`e-${id}`}>
      <Icon name="warning" small />
      {error}
    </p>
  );
}

interface TwoProps {
  readonly last: ReactNode;
  readonly children: ReactNode;
}

/** Last year left and grey, this year right and black; without a last year, this year alone. */
export function Two({ last, children }: TwoProps): ReactElement {
  const say = useWords('sheet-page');
  const { sheet } = useDesk();
  const { lastYear, fiscalYear } = sheet;
  const { year } = useFormats();
  if (lastYear === null) return <div className="this alone">{children}</div>;
  return (
    <div className="two">
      <div className="last">
        <p className="cap">{say('year.last', { year: year(lastYear.fiscalYear) })}</p>
        {last}
      </div>
      <div className="this">
        <p className="cap">{say('year.this', { year: year(fiscalYear) })}</p>
        {children}
      </div>
    </div>
  );
}
