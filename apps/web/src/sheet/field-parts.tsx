import './doubts.css';
import type { ReactElement, ReactNode } from 'react';
import { useSession } from '../frame/session';
import { Icon, useFormats } from '../parts';
import { readDay } from '../parts/read-day';
import { FieldError } from '../parts/field';
import { useWords } from '../words';
import { useDesk } from './desk';

/** The sentence that says what is wrong with a field and how to mend it. */
export function AnswerError({ id }: { readonly id: string }): ReactElement | null {
  const { errorOf } = useDesk();
  const error = errorOf(id);
  if (error === null) return null;
  return <FieldError id={`e-${id}`}>{error}</FieldError>;
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

/** A cell of a list that is still empty after somebody tried to submit. */
export function CellError({ id }: { readonly id: string }): ReactElement {
  const say = useWords('sheet-page');
  return <FieldError id={`e-${id}`}>{say('row.cell_missing')}</FieldError>;
}

/** What looks odd about a value, beside its field; it refuses nothing. */
export function Doubts({
  id,
  children,
}: {
  readonly id?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <p className="doubt" role="status" id={id}>
      <Icon name="warning" small />
      <span>{children}</span>
    </p>
  );
}

/** Says that a promised day is already over; text that is no day says nothing here. */
export function PastDay({ date }: { readonly date: string }): ReactElement | null {
  const say = useWords('sheet-page');
  const { today } = useSession();
  const { fullDay } = useFormats();
  const day = readDay(date);
  if (day === null || day >= today) return null;
  return <Doubts>{say('doubt.past_day', { date: fullDay(day), today: fullDay(today) })}</Doubts>;
}
