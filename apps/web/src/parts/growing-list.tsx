import { startTransition, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'react-router';

/** How much of a list was drawn at a place of the history: whoever goes back finds it as long as they left it. */
const drawnAt = new Map<string, number>();

/** How far below the screen the next rows are drawn before they are reached: little, until the reader sets out for them. */
const AHEAD = { waiting: '300px', reading: '1500px' } as const;

interface GrowingListProps<Row> {
  /** What is listed: another choice begins at its top. */
  readonly listed: string;
  readonly rows: readonly Row[];
  /** Rows that are drawn each time that the end comes near. */
  readonly step: number;
  /** Rows that are drawn at first, else as many: what fills a screen, or what follows would be seen to move. */
  readonly first?: number;
  readonly className: string;
  /** A row as a list item with its key, which takes its place in the list: not all of its neighbours are drawn. */
  readonly row: (row: Row, place: ListPlace) => ReactElement;
}

/** Which of how many an item is, for whoever hears the list. */
export interface ListPlace {
  readonly 'aria-posinset': number;
  readonly 'aria-setsize': number;
}

/** A list of hundreds that answers at once: rows are drawn as the reader comes near them, and all of them for paper and when a key calls the browser’s own search. */
export function GrowingList<Row>(props: GrowingListProps<Row>): ReactElement {
  return <Drawn key={props.listed} {...props} />;
}

function Drawn<Row>({
  listed,
  rows,
  step,
  first = step,
  className,
  row,
}: GrowingListProps<Row>): ReactElement {
  const key = `${useLocation().key} ${listed}`;
  const [drawn, setDrawn] = useState(() => drawnAt.get(key) ?? first);
  const end = useRef<HTMLLIElement>(null);
  const isWhole = drawn >= rows.length;
  const reads = useReads(isWhole);
  useEffect(() => {
    drawnAt.set(key, drawn);
  }, [key, drawn]);
  useEffect(() => {
    if (isWhole || !end.current) return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) startTransition(() => setDrawn(drawn + step));
      },
      { rootMargin: reads ? AHEAD.reading : AHEAD.waiting },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [drawn, isWhole, step, reads]);
  useEffect(() => {
    const drawAll = () => flushSync(() => setDrawn(Infinity));
    const beforeFind = (event: KeyboardEvent) => isFind(event) && drawAll();
    window.addEventListener('beforeprint', drawAll);
    window.addEventListener('keydown', beforeFind);
    return () => {
      window.removeEventListener('beforeprint', drawAll);
      window.removeEventListener('keydown', beforeFind);
    };
  }, []);
  return (
    <ul className={className}>
      {rows
        .slice(0, drawn)
        .map((one, at) => row(one, { 'aria-posinset': at + 1, 'aria-setsize': rows.length }))}
      {!isWhole && <li ref={end} aria-hidden="true" />}
    </ul>
  );
}

/** The browser's own search is about to look through the page. */
const isFind = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'F3' || ((ctrlKey || metaKey) && key.toLowerCase() === 'f');

/** Whether the reader has begun to move on the page. */
function useReads(isWhole: boolean): boolean {
  const [reads, setReads] = useState(false);
  useEffect(() => {
    if (reads || isWhole) return undefined;
    const begin = () => setReads(true);
    const moves = ['scroll', 'keydown', 'pointermove', 'touchstart'] as const;
    for (const move of moves) window.addEventListener(move, begin, { once: true, passive: true });
    return () => moves.forEach((move) => window.removeEventListener(move, begin));
  }, [reads, isWhole]);
  return reads;
}
