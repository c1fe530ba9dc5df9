/**
 * Height of one block of a paper, in pixels; a table can be cut between its rows, everything else stays whole. Rows that
 * continue the one before stand with it, unless they are higher than a page together or much of the page would stay
 * white; `again` then stands above the rest.
 */
export type Measured =
  | { readonly is: 'part'; readonly height: number; readonly keep: boolean }
  | {
      readonly is: 'table';
      readonly around: number;
      readonly head: number;
      readonly rows: readonly number[];
      readonly foot: number;
      /** Rows that continue the one before. */
      readonly continuing?: ReadonlySet<number>;
      readonly again?: number;
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

/** More than this part of a page is not left white to keep a group of rows whole. */
const MUCH = 1 / 4;
/** As many rows of a group that is cut for that stand together at least, before and after the cut. */
const TOGETHER = 2;

/**
 * Distributes blocks over pages with `room` pixels each. A heading (`keep`) never ends a page, a table repeats its
 * head on every page, ends pages between groups of rows and its foot stays with the last row. What is higher than a page
 * gets one of its own.
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
    // A heading that stands first on its page is not left alone for a group that would just fit without it.
    const opening = page.pieces.every(({ block: before }) => isHeading(blocks[before])) ? page.height : 0;
    const least = leastWith(blocks, at, room - opening, {
      left: room - page.height,
      much: room * MUCH,
    });
    if (page.height + least > room) turn();
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
  let from = 0;
  while (from < table.rows.length || from === 0) {
    let to = from;
    let height = edgeOf(table, from);
    while (to < table.rows.length) {
      const fits = (end: number) => used() + height + heightOf(table, to, end) <= room;
      const group = groupEnd(table, to);
      // Only what is higher than a page, or stands first on it, ends within its group.
      const isBroken = to === from || table.continuing?.has(to) === true;
      const isHigh = edgeOf(table, to) + heightOf(table, to, group) > room;
      const left = room - used() - (to > from ? height : 0);
      const within = isHigh || fits(group) || left <= room * MUCH ? null : endWithin(to, group, fits);
      if (within !== null) {
        height += heightOf(table, to, within);
        to = within;
        break;
      }
      const end = fits(group) || !(isBroken || isHigh) ? group : to + 1;
      if (to > from && !fits(end)) break;
      height += heightOf(table, to, end);
      to = end;
    }
    put(from, to, height);
    if (to >= table.rows.length) return;
    from = to;
    turn();
  }
}

/** What a piece of a table needs besides its rows; one that begins within a group says whose it is. */
function edgeOf({ around, head, continuing, again = 0 }: Table, from: number): number {
  return around + head + (continuing?.has(from) ? again : 0);
}

/** The first row after `at` that does not continue the one before. */
function groupEnd({ rows, continuing }: Table, at: number): number {
  let end = at + 1;
  while (end < rows.length && continuing?.has(end)) end += 1;
  return end;
}

/** Where a group can be cut, as late as it fits; null where too little of it would stand on one side. */
function endWithin(from: number, group: number, fits: (end: number) => boolean): number | null {
  for (let end = group - TOGETHER; end >= from + TOGETHER; end -= 1) if (fits(end)) return end;
  return null;
}

/** The height of rows `from` to `to` (exclusive); the foot stays with the last one. */
function heightOf({ rows, foot }: Table, from: number, to: number): number {
  return rows.slice(from, to).reduce((sum, row) => sum + row, to >= rows.length ? foot : 0);
}

/** What is left of the page that a block would stand on, and how much of it is too much to stay white. */
interface Rest {
  readonly left: number;
  readonly much: number;
}

/** The least that must stand together on one page from a block on: a heading takes what follows with it. */
function leastWith(blocks: readonly Measured[], at: number, room: number, { left, much }: Rest): number {
  const block = blocks[at];
  if (block === undefined) return 0;
  if (block.is === 'part') {
    const below = { left: left - block.height, much };
    return block.height + (block.keep ? leastWith(blocks, at + 1, room - block.height, below) : 0);
  }
  const least = (end: number) => edgeOf(block, 0) + heightOf(block, 0, end);
  const end = groupEnd(block, 0);
  const group = least(end);
  if (group > room) return least(1);
  if (group <= left || left <= much) return group;
  return endWithin(0, end, (within) => least(within) <= left) === null ? group : least(TOGETHER);
}
