import { Decimal } from 'decimal.js';

/** What a file says of an actual. */
export const ACTUAL_CELLS = [
  'value',
  'milestone',
  'reason',
  'source',
  'specialNote',
  'factorsOwn',
  'factorsOutside',
] as const;

export type ActualCell = (typeof ACTUAL_CELLS)[number];

/** What is known of an actual: one of value, milestone and reason for having none, and the words beside it. */
export type ActualCells = Readonly<Record<ActualCell, string | null>>;

/** 実績値 that stands in the sheet of its year, or in a closed year: what is stored of it, and how far its sheet has come. */
export interface SheetActual extends ActualCells {
  readonly key: string;
  readonly fiscalYear: number;
  readonly sheet: 'confirmed' | 'handed_in' | 'given_back' | 'closed';
  /** 速報; a confirmed value is so when its author calls it so. */
  readonly preliminary: boolean;
}

/** A row of a file. */
export interface GivenActual extends ActualCells {
  readonly certainty: 'final' | 'preliminary' | 'corrected' | null;
}

/**
 * What becomes of a row: how certain its value is, and which cells it corrects; nothing, as it says what stands; or why it
 * cannot be taken, and the first cell that is in the way.
 */
export type Taken =
  | { readonly certainty: 'final' | 'preliminary'; readonly corrects: readonly ActualCell[] }
  | 'stands'
  | {
      readonly refusal: 'review.actual_confirmed' | 'review.actual_closed' | 'review.entry_handed_in';
      readonly at: ActualCell;
    };

/**
 * How sure a value is says its sheet where there is one, not a file: 速報 until it is confirmed, 確定 from then on. What was
 * confirmed, or belongs to a closed year, changes only where the row says that it corrects it, what waits for a confirmation not at all.
 */
export function takenBeside(given: GivenActual, stored: SheetActual | undefined): Taken {
  const certainty = given.certainty === 'preliminary' ? 'preliminary' : 'final';
  if (stored === undefined) return { certainty, corrects: [] };
  const others = ACTUAL_CELLS.filter((cell) => !isSame(cell, given, stored));
  // What says the same is not written again: on its way through a file it may have lost something.
  const as = (one: 'final' | 'preliminary'): Taken =>
    others.length === 0 && stored.preliminary === (one === 'preliminary')
      ? 'stands'
      : { certainty: one, corrects: [] };
  // What somebody wrote rather than what they left empty.
  const at = others.find((cell) => given[cell] !== null) ?? others[0];
  if (stored.sheet === 'handed_in')
    return at === undefined ? 'stands' : { refusal: 'review.entry_handed_in', at };
  // Where there is a reason there is no value that could be 速報.
  if (stored.sheet === 'given_back') return as(given.reason === null ? 'preliminary' : 'final');
  if (given.certainty === 'corrected' && at !== undefined) return { certainty: 'final', corrects: others };
  // A value that follows brings its own source and notes.
  if (isProvisional(stored) && stored.sheet !== 'closed') return as(certainty);
  if (at === undefined) return 'stands';
  return { refusal: stored.sheet === 'closed' ? 'review.actual_closed' : 'review.actual_confirmed', at };
}

/** Confirmed, and not the last word: 速報, or 未集計, where a value is still to come. */
const isProvisional = ({ preliminary, reason }: SheetActual): boolean =>
  preliminary || reason === 'not_yet_compiled';

function isSame(cell: ActualCell, given: ActualCells, stored: ActualCells): boolean {
  const [now, was] = [given[cell] ?? '', stored[cell] ?? ''];
  if (cell !== 'value' || now === '' || was === '') return now === was;
  return new Decimal(now).equals(was);
}
