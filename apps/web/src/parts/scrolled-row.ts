import './scrolled-row.css';
import { useCallback, useState } from 'react';
import type { RefCallback } from 'react';

interface ScrolledRow {
  readonly row: RefCallback<HTMLElement>;
  /** For `data-hidden` of the row, whose class is `scrolled-row`. */
  readonly hidden: HiddenEnds;
}

type HiddenEnds = 'none' | 'start' | 'end' | 'both';

/**
 * A row of links that is scrolled where it does not fit: what is chosen is in view, and its edges show where more is.
 *
 * @param current the key of the chosen link
 */
export function useScrolledRow(current: string | undefined): ScrolledRow {
  const [hidden, setHidden] = useState<HiddenEnds>('none');
  const row = useCallback(
    (links: HTMLElement | null) => {
      if (!links) return undefined;
      let toShow = current !== undefined;
      const look = () => {
        // The links may come later than their row.
        toShow = toShow && !showChosen(links);
        setHidden(hiddenEnds(links));
      };
      // It also tells the first sizes, and only when the browser has them anyway: to ask here would have it lay out twice.
      const resized = new ResizeObserver(look);
      const watch = () => {
        for (const box of [links, ...links.children]) resized.observe(box);
      };
      watch();
      const changed = new MutationObserver(watch);
      changed.observe(links, { childList: true });
      links.addEventListener('scroll', look, { passive: true });
      return () => {
        changed.disconnect();
        resized.disconnect();
        links.removeEventListener('scroll', look);
      };
    },
    [current],
  );
  return { row, hidden };
}

/** Not scrollIntoView, which would move the page, too. @returns whether one is there */
function showChosen(links: HTMLElement): boolean {
  const chosen = links.querySelector<HTMLElement>('[aria-current]');
  if (chosen) links.scrollLeft = chosen.offsetLeft - (links.clientWidth - chosen.offsetWidth) / 2;
  return chosen !== null;
}

function hiddenEnds({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): HiddenEnds {
  const start = scrollLeft > 1;
  const end = scrollLeft + clientWidth < scrollWidth - 1;
  if (start) return end ? 'both' : 'start';
  return end ? 'end' : 'none';
}
