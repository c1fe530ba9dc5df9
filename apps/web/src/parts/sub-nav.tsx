import './sub-nav.css';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './index';
import type { IconName } from './index';

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
  const nav = useRef<HTMLElement>(null);
  const hidden = useHiddenEnds(nav);
  const current = entries.find((entry) => entry.current)?.key;
  useEffect(() => {
    const { current: row } = nav;
    const chosen = row?.querySelector<HTMLElement>('[aria-current]');
    // Not scrollIntoView, which would move the page, too.
    if (row && chosen) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={nav} className="sub-nav" aria-label={label} data-hidden={hidden}>
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

type HiddenEnds = 'none' | 'start' | 'end' | 'both';

/** At which ends of the row something lies beyond its edge, so that the edge can show it. */
function useHiddenEnds(nav: { readonly current: HTMLElement | null }): HiddenEnds {
  const [hidden, setHidden] = useState<HiddenEnds>('none');
  useEffect(() => {
    const row = nav.current;
    if (!row) return undefined;
    const look = () => setHidden(hiddenEnds(row));
    const resized = new ResizeObserver(look);
    for (const box of [row, ...row.children]) resized.observe(box);
    row.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      row.removeEventListener('scroll', look);
    };
  }, [nav]);
  return hidden;
}

function hiddenEnds({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): HiddenEnds {
  const start = scrollLeft > 1;
  const end = scrollLeft + clientWidth < scrollWidth - 1;
  if (start) return end ? 'both' : 'start';
  return end ? 'end' : 'none';
}
