import './sub-nav.css';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './index';
import type { IconName } from './index';
import { useScrolledRow } from './scrolled-row';

export interface SubNavEntry {
  readonly key: string;
  readonly to: string;
  readonly name: string;
  readonly current: boolean;
  readonly icon?: IconName;
  /** What stands behind the name, e.g. how many changes are not saved. */
  readonly note?: ReactNode;
}

interface SubNavProps {
  readonly label: string;
  readonly entries: readonly SubNavEntry[];
}

/** The views of one page or the pages of one place, below its heading. What does not fit on a phone is scrolled to. */
export function SubNav({ label, entries }: SubNavProps): ReactElement {
  const { row, hidden } = useScrolledRow(entries.find((entry) => entry.current)?.key);
  return (
    <nav ref={row} className="sub-nav scrolled-row" aria-label={label} data-hidden={hidden}>
      {entries.map(({ key, to, name, icon, note, current: chosen }) => (
        <Link key={key} to={to} aria-current={chosen ? 'page' : undefined}>
          {icon && <Icon name={icon} small />}
          {name}
          {note}
        </Link>
      ))}
    </nav>
  );
}
