import type { ReactElement } from 'react';
import { useWords } from '../words';

/** Beside the name of a field that must be filled in. */
export function Required(): ReactElement {
  const say = useWords('parts');
  return <span className="pill must">{say('field.required')}</span>;
}

/** The name of a field that must be filled in, and that it must. */
export function Must({ children }: { readonly children: string }): ReactElement {
  return (
    <>
      {children}
      <Required />
    </>
  );
}
