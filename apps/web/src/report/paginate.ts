/** Height of one block of a paper, in pixels; a table can be cut between its rows, everything else stays whole. */
export type Measured =
  | { readonly is: 'part'; readonly height: number; readonly keep: boolean }
  | {
      readonly is: 'table';
      readonly around: number;
      readonly head: number;
      readonly rows: readonly number[];
      readonly foot: number;
    };

/** A block, or rows `from` to `to` (exclusive) of a table. */
export interface Piece {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

export interface Page {
  readonly pieces: readonly Piece[];
  /** In pixels; more than the room when one piece alone is higher than a page. */
  readonly height: number;
}

/**
 * Distributes blocks over pages with `room` pixels each. A heading (`keep`) never ends a page, a table repeats its
 * head on every page and its foot stays with the last row. What is higher than a page gets one of its own.
 */
export function paginate(blocks: readonly Measured[], room: number): readonly Page[] {
  const pages: OpenPage[] = [];
  let page: OpenPage = { pieces: [], height: 0 };
  const turn = () => {
    if (page.pieces.length === 0) return;
    pages.push(page);
    page = { pieces: [], height: 0 };
  };
  const put = (piece: Piece, height: number) => {
    page.pieces.push({ ...piece, height });
    page.height += height;
  };
  blocks.forEach((block, at) => {
    if (page.height + leastWith(blocks, at) > room) turn();
    if (block.is === 'part') put({ block: at, from: 0, to: 0 }, block.height);
    else
      cut(
        block,
        room,
        () => page.height,
        turn,
        (from, to, height) => put({ block: at, from, to }, height),
      );
  });
  turn();
  joinLast(pages, blocks, room);
  return pages.map(({ pieces, height }) => ({
    pieces: pieces.map(({ block, from, to }) => ({ block, from, to })),
    height,
  }));
}

interface OpenPage {
  pieces: (Piece & { readonly height: number })[];
  height: number;
}

/** A last block that would stand alone on its page takes the chapter before it along, when that leaves something. */
function joinLast(pages: OpenPage[], blocks: readonly Measured[], room: number): void {
  const last = pages.at(-1);
  const before = pages.at(-2);
  if (!last || !before || last.pieces.length !== 1) return;
  const heading = before.pieces.findLastIndex(({ block }) => isHeading(blocks[block]));
  const moved = heading > 0 ? before.pieces.slice(heading) : [];
  const height = moved.reduce((sum, piece) => sum + piece.height, 0);
  if (height === 0 || height + last.height > room) return;
  before.pieces = before.pieces.slice(0, heading);
  before.height -= height;
  last.pieces = [...moved, ...last.pieces];
  last.height += height;
}

function isHeading(block: Measured | undefined): boolean {
  return block?.is === 'part' && block.keep;
}

type Table = Extract<Measured, { is: 'table' }>;

function cut(
  table: Table,
  room: number,
  used: () => number,
  turn: () => void,
  put: (from: number, to: number, height: number) => void,
): void {
  const edge = table.around + table.head;
  let from = 0;
  while (from < table.rows.length || from === 0) {
    let to = from;
    let height = edge;
    while (to < table.rows.length) {
      const foot = to === table.rows.length - 1 ? table.foot : 0;
      const next = height + (table.rows[to] ?? 0) + foot;
      if (to > from && used() + next > room) break;
      height = next;
      to += 1;
    }
    put(from, to, height);
    if (to >= table.rows.length) return;
    from = to;
    turn();
  }
}

/** The least that must stand together on one page from a block on: a heading takes what follows with it. */
function leastWith(blocks: readonly Measured[], at: number): number {
  const block = blocks[at];
  if (block === undefined) return 0;
  if (block.is === 'table') {
    const lastAlone = block.rows.length === 1 ? block.foot : 0;
    return block.around + block.head + (block.rows[0] ?? 0) + lastAlone;
  }
  return block.height + (block.keep ? leastWith(blocks, at + 1) : 0);
}
