import { Component, lazy, Suspense, useState } from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { Unreachable } from '../api';
import { useWords } from '../words';
import { Button } from './button';
import { Dialog } from './dialog';
import { Failed } from './states';

/**
 * A part of a page that is loaded when it is first shown. Where it cannot be had, it says so in its own place, and the page
 * around it stays as it is: somebody may be writing there. A part with `onClose` is a dialog.
 *
 * @param waits shown until it is there
 */
export function later<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  waits: ReactNode = null,
): ComponentType<Props> {
  const Part = lazy(() =>
    load().catch((cause: unknown) => {
      throw new Unreachable(cause);
    }),
  );
  return function Later(props) {
    const close: unknown = Reflect.get(props, 'onClose');
    return (
      <WhereItFails {...(isClose(close) && { onClose: close })}>
        <Suspense fallback={waits}>
          <Part {...props} />
        </Suspense>
      </WhereItFails>
    );
  };
}

const isClose = (prop: unknown): prop is () => void => typeof prop === 'function';

interface WhereItFailsProps {
  readonly children: ReactNode;
  readonly onClose?: () => void;
}

interface Failure {
  readonly error: Error | null;
}

/** What is broken, not away, is the page's to tell. */
class WhereItFails extends Component<WhereItFailsProps, Failure> {
  override state: Failure = { error: null };

  static getDerivedStateFromError(error: unknown): Failure {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { children, onClose } = this.props;
    if (error === null) return children;
    if (!(error instanceof Unreachable)) throw error;
    return onClose ? (
      <FailedDialog onClose={onClose} />
    ) : (
      <Failed error={error} retry={() => void loadAgain().catch(() => undefined)} />
    );
  }
}

function FailedDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords('parts');
  const [away, setAway] = useState(false);
  return (
    <Dialog title={say('error.title')} open onClose={onClose}>
      <p role="alert">{say('error.unreachable')}</p>
      <Button onClick={() => void loadAgain().catch(() => setAway(true))}>{say('error.retry')}</Button>
      <p role="status">{away && say('error.still_away')}</p>
    </Dialog>
  );
}

/**
 * A browser keeps for good that a script did not come, so the whole page is loaded again: only when the server answers, since
 * else nothing would be left of it.
 */
async function loadAgain(): Promise<void> {
  const { ok } = await fetch(location.href, { cache: 'no-store' });
  if (!ok) throw new Unreachable(undefined);
  location.reload();
}
