import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words';
import { paginate } from './paginate';
import type { Measured, Page } from './paginate';
import { REPORT } from './words';

/** A part of the paper. Tables give their rows one by one, so that a page can end between them. */
export type PaperBlock =
  | { readonly key: string; readonly content: ReactNode; readonly keep?: boolean }
  | {
      readonly key: string;
      readonly caption: string;
      readonly className: string;
      /** Shares of the width in percent; a table keeps them on every page. */
      readonly columns: readonly number[];
      readonly head: ReactNode;
      /** Bodies of the table: each stays whole on its page. */
      readonly rows: readonly ReactElement[];
      readonly foot?: ReactNode;
      /** Where rows continue the one before: which do, and a body of one line that says above the rest whose they are. */
      readonly continued?: {
        readonly rows: ReadonlySet<number>;
        readonly again: (row: number) => ReactElement;
      };
    };

interface PaperProps {
  readonly blocks: readonly PaperBlock[];
  /** Left in the footer of each page. */
  readonly footer: string;
}

/** Inner height of an A4 page at 96 dots per inch, without margins and footer. */
const ROOM = 1122 - 36 - 60;
const DESK = '(min-width: 850px), print';

/**
 * An A4 paper: on desks and in print cut into explicit pages with a footer, on phones one column. The pages follow
 * from measured heights, so what is seen is what is printed.
 */
export function Paper({ blocks, footer }: PaperProps): ReactElement {
  const desk = useMedia(DESK);
  return desk ? <Pages blocks={blocks} footer={footer} /> : <Column blocks={blocks} />;
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** The paper as it is read from top to bottom, without pages. */
export function Column({ blocks }: Pick<PaperProps, 'blocks'>): ReactElement {
  return (
    <article className="paper column">
      {blocks.map((block) => (
        <Block key={block.key} block={block} />
      ))}
    </article>
  );
}

/** The pages and what they were measured from. */
interface Measurement {
  readonly blocks: readonly PaperBlock[];
  readonly fonts: number;
  readonly pages: readonly Page[];
}

function Pages({ blocks, footer }: PaperProps): ReactElement {
  const say = useWords(REPORT);
  const [measured, setMeasured] = useState<Measurement | null>(null);
  const fonts = useFontsLoaded();
  const probe = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (probe.current) setMeasured({ blocks, fonts, pages: paginate(measure(probe.current, blocks), ROOM) });
  }, [blocks, fonts]);
  const isFresh = measured !== null && measured.blocks === blocks && measured.fonts === fonts;
  const pages = measured?.pages;
  return (
    <article className="paper">
      {!isFresh && (
        <div className="probe" ref={probe} aria-hidden="true" inert>
          {blocks.map((block) => (
            <Block key={block.key} block={block} probe />
          ))}
        </div>
      )}
      {pages?.map(({ pieces, height }, at) => (
        <section
          className={height > ROOM ? 'sheet tall' : 'sheet'}
          key={at}
          aria-label={say('page.of', { page: at + 1, pages: pages.length })}
        >
          {pieces.map(({ block, from, to }) => {
            const shown = blocks[block];
            return shown && <Block key={`${shown.key}-${from}`} block={shown} from={from} to={to} />;
          })}
          <footer className="pf">
            <span>{footer}</span>
            <span>{say('page.number', { page: at + 1, pages: pages.length })}</span>
          </footer>
        </section>
      ))}
    </article>
  );
}

/** Counts up whenever slices of the font have arrived: texts are then as wide as they will be. */
function useFontsLoaded(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const done = () => setCount((before) => before + 1);
    document.fonts.addEventListener('loadingdone', done);
    void document.fonts.ready.then(done);
    return () => document.fonts.removeEventListener('loadingdone', done);
  }, []);
  return count;
}

function measure(probe: HTMLElement, blocks: readonly PaperBlock[]): readonly Measured[] {
  return blocks.map((block, at): Measured => {
    const element = probe.children[at];
    const height = element?.getBoundingClientRect().height ?? 0;
    if (!('rows' in block)) return { is: 'part', height, keep: block.keep === true };
    const heights = (selector: string) =>
      Array.from(element?.querySelectorAll(selector) ?? [], (one) => one.getBoundingClientRect().height);
    const [head = 0] = heights('thead');
    const [foot = 0] = heights('tfoot');
    const [again = 0] = block.continued ? heights('tbody.again') : [];
    const rows = heights('tbody:not(.again)');
    const around = height - head - foot - again - rows.reduce((sum, row) => sum + row, 0);
    if (!block.continued) return { is: 'table', around, head, rows, foot };
    return { is: 'table', around, head, rows, foot, continuing: block.continued.rows, again };
  });
}

interface BlockProps {
  readonly block: PaperBlock;
  readonly from?: number;
  readonly to?: number;
  /** To be measured: with the line that stands above continued rows. */
  readonly probe?: boolean;
}

function Block({ block, from = 0, to, probe }: BlockProps): ReactElement {
  if (!('rows' in block)) return <div className="block">{block.content}</div>;
  const last = to === undefined || to >= block.rows.length;
  const { continued } = block;
  return (
    <div className="block">
      <table className={`tb ${block.className}`}>
        <caption className="sr">{block.caption}</caption>
        <colgroup>
          {block.columns.map((width, at) => (
            <col key={at} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>{block.head}</thead>
        {(probe || continued?.rows.has(from)) && continued?.again(from)}
        {block.rows.slice(from, to)}
        {last && block.foot && <tfoot>{block.foot}</tfoot>}
      </table>
    </div>
  );
}
