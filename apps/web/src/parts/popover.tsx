import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface PopoverProps {
  /** The content of the button that opens it. */
  readonly summary: ReactNode;
  readonly summaryClass?: string;
  /** When the button's content is an icon alone. */
  readonly label?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Opens beside its button; Esc closes and gives the focus back, a press outside or on a link closes. */
export function Popover({ summary, summaryClass, label, children, className }: PopoverProps): ReactElement {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (giveBack: boolean) => {
      if (!details.current?.open) return;
      details.current.open = false;
      if (giveBack) details.current.querySelector('summary')?.focus();
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close(true);
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) close(false);
    };
    const onFollow = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('.pop-panel a')) close(false);
    };
    document.addEventListener('click', onFollow);
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('click', onFollow);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, []);
  return (
    <details className={className ? `pop ${className}` : 'pop'} ref={details}>
      <summary className={summaryClass ?? 'btn small'} aria-label={label}>
        {summary}
      </summary>
      <div className="pop-panel">{children}</div>
    </details>
  );
}
