import { useEffect, useId, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words';
import { Button } from './button';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/**
 * A question or a document over the page: keeps the focus inside, Esc closes, the focus goes back where it was.
 * It starts at the first control, or at the one marked `data-first`.
 */
export function Dialog({ title, open, onClose, children, wide }: DialogProps): ReactElement | null {
  const say = useWords('parts');
  const label = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    if (!open || !dialog.current) return undefined;
    dialog.current.showModal();
    dialog.current.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={label}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-head">
        <h2 id={label}>{title}</h2>
        <Button kind="quiet" icon="cross" aria-label={say('dialog.close')} onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
