import './scrolled-row.css';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

interface ScrolledRow {
  readonly row: RefObject<HTMLElement | null>;
  /** For `data-hidden` of the row, whose class is `scrolled-row`. */
  readonly hidden: HiddenEnds;
}

/**
 * A row of links that is scrolled where it does not fit: what is chosen is in view, and its edges show where more is.
 *
 * @param current the key of the chosen link
 */
export function useScrolledRow(current: string | undefined): ScrolledRow {
  const row = useRef<HTMLElement>(null);
  const hidden = useHiddenEnds(row);
  useEffect(() => {
    const { current: links } = row;
    const chosen = links?.querySelector<HTMLElement>('[aria-current]');
    // Not scrollIntoView, which would move the page, too.
    if (links && chosen) links.scrollLeft = chosen.offsetLeft - (links.clientWidth - chosen.offsetWidth) / 2;
  }, [current]);
  return { row, hidden };
}

type HiddenEnds = 'none' | 'start' | 'end' | 'both';

/** At which ends of the row something lies beyond its edge, so that the edge can show it. */
function useHiddenEnds(nav: RefObject<HTMLElement | null>): HiddenEnds {
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
