import { useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { isProblem, Unreachable } from '../api';
import { useWords } from '../words';
import { Button, ButtonLink } from './button';
import { Icon } from './icon';
import { PageTitle } from './page-head';

const PATIENCE = 300;

/** Grey rows of true height, after 0.3 s only. */
export function Loading({ rows = 5 }: { readonly rows?: number }): ReactElement {
  const say = useWords('parts');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), PATIENCE);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="loading">
      {late && <span className="sr">{say('loading')}</span>}
      {late && (
        <div className="card" aria-hidden="true">
          {Array.from({ length: rows }, (_, at) => (
            <p className="skeleton" key={at}>
              <i />
              <i />
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing to do, or nothing found: a tick, a sentence and what comes next. */
export function Empty({ title, children }: EmptyProps): ReactElement {
  return (
    <section className="empty" aria-live="polite">
      <Icon name="tick-ring" />
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Only of what nobody expected: who reads a refusal needs no number to ask with. */
const referenceOf = (error: unknown): string | null =>
  isProblem(error) && error.status >= 500 ? error.reference : null;

function useWhatHappened(): (error: unknown) => string {
  const say = useWords('parts');
  return (error) => {
    if (error instanceof Unreachable) return say('error.unreachable');
    if (isProblem(error)) return error.title || say(error.status >= 500 ? 'error.server' : 'error.refused');
    return say('error.page');
  };
}

/** What happened, in one sentence of the reader's language, with the number to ask with behind it. */
export function useErrorSentence(): (error: unknown) => string {
  const say = useWords('parts');
  const whatHappened = useWhatHappened();
  return (error) => {
    const reference = referenceOf(error);
    return `${whatHappened(error)}${reference === null ? '' : ` ${say('error.reference')} ${reference}`}`;
  };
}

interface FailedProps {
  readonly error: unknown;
  readonly retry?: () => void;
  /** When it replaces a whole page. */
  readonly page?: boolean;
}

/** What happened, what is safe, what to do. */
export function Failed({ error, retry, page }: FailedProps): ReactElement {
  const say = useWords('parts');
  const whatHappened = useWhatHappened();
  const reference = referenceOf(error);
  const missing = isProblem(error, 404);
  const forbidden = isProblem(error, 403);
  const title = say(missing ? 'error.missing_title' : forbidden ? 'error.forbidden_title' : 'error.title');
  // Asking again or fearing for what was saved helps only when something failed.
  const failed = !missing && !forbidden;
  // The server speaks of an action; who reads a page did nothing yet.
  const foreign = page && forbidden && error.code === 'access.not_your_role';
  return (
    <section className="failed" role="alert">
      <Icon name={missing ? 'search' : 'warning'} />
      {page ? <PageTitle tab={title}>{title}</PageTitle> : <h2>{title}</h2>}
      <p>{foreign ? say('error.forbidden') : whatHappened(error)}</p>
      {failed && <p className="sub">{say('error.safe')}</p>}
      <p className="failed-ways">
        {retry && failed && <Button onClick={retry}>{say('error.retry')}</Button>}
        {page && <ButtonLink to="/">{say('error.home')}</ButtonLink>}
      </p>
      {reference !== null && (
        <p className="failed-reference">
          {say('error.reference')} <code>{reference}</code>
        </p>
      )}
    </section>
  );
}
