import type { ReactElement } from 'react';
import { DRAWINGS } from './drawings';
import type { IconName } from './drawings';

interface IconProps {
  readonly name: IconName;
  /** 16 px beside small text, 20 otherwise. */
  readonly small?: boolean;
}

/** A drawing beside a word; it is never the only carrier of meaning, so assistive technology does not hear it. */
export function Icon({ name, small }: IconProps): ReactElement {
  return (
    <svg className={small ? 'ic ic-16' : 'ic'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}

/** The mark of the product: a ring of four arcs, one of them still to come. */
export function Mark(): ReactElement {
  return (
    <svg viewBox="0 0 28 28" fill="none" stroke="var(--key)" strokeWidth="4" aria-hidden="true">
      <path d="M15.6 4.15A10 10 0 0123.85 12.4M23.85 15.6A10 10 0 0115.6 23.85M12.4 23.85A10 10 0 014.15 15.6" />
      <path d="M4.15 12.4A10 10 0 0112.4 4.15" stroke="var(--mark-last)" />
    </svg>
  );
}
