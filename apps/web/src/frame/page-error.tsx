import type { ReactElement } from 'react';
import { useRouteError } from 'react-router';
import { Problem } from '../api';
import { Failed } from '../parts';
import { useWords } from '../words';

/** A page that broke or could not be loaded; the rest of the frame stays. */
export function PageError(): ReactElement {
  const error = useRouteError();
  return <Failed page error={error} retry={() => location.reload()} />;
}

/** An address that leads nowhere. */
export function Lost(): ReactElement {
  const say = useWords('frame');
  return <Failed page error={new Problem(404, 'page.missing', say('lost'))} />;
}
