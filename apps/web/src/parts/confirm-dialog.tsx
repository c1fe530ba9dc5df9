import type { ReactElement, ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';
import { useErrorSentence } from './states';

interface ConfirmDialogProps {
  readonly title: string;
  readonly open?: boolean;
  /** What will happen. */
  readonly children: ReactNode;
  /** Words of the button that leaves everything as it is. */
  readonly keep: string;
  /** Words of the button that does it. */
  readonly act: string;
  /** Words while it is being done. */
  readonly busy?: string | false;
  readonly error?: Error | null;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. It starts at the answer that changes nothing. */
export function ConfirmDialog({
  title,
  open = true,
  children,
  keep,
  act,
  busy = false,
  error = null,
  onAct,
  onClose,
}: ConfirmDialogProps): ReactElement {
  const sentence = useErrorSentence();
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      {children}
      {error && (
        <Notice tone="bad" role="alert">
          {sentence(error)}
        </Notice>
      )}
      <div className="dialog-acts">
        <Button data-first onClick={onClose}>
          {keep}
        </Button>
        <Button kind="primary" busy={busy} onClick={onAct}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
