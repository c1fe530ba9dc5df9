import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface CardProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** At the right end of the head: a count or a link. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** Without the inner margin, for lists and tables that reach the edge. */
  readonly bare?: boolean;
  readonly id?: string;
}

export function Card({ title, hint, end, children, className, bare, id }: CardProps): ReactElement {
  const label = useId();
  return (
    <section className={className ? `card ${className}` : 'card'} aria-labelledby={label} id={id}>
      <div className="card-head">
        <h2 id={label}>{title}</h2>
        {hint && <span className="sub">{hint}</span>}
        {end && <div className="end">{end}</div>}
      </div>
      {bare ? children : <div className="card-body">{children}</div>}
    </section>
  );
}
