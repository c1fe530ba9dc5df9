/** An entry of the plan as it is stored. */
export interface StoredEntry {
  readonly id: string;
  readonly key: string;
  /** Id of the entry it stands under; null at the top. */
  readonly parentId: string | null;
  readonly text: string;
}

/** An entry of a document that was just read. */
export interface ReadEntry {
  readonly key: string;
  /** Id of the stored entry that it stands under; null at the top and under a new one. */
  readonly parentId: string | null;
  readonly text: string;
}

/** Under the same heading this much must be alike, at the same place a little less. */
const ALIKE = 0.6;
const ALIKE_IN_PLACE = 0.45;
/** The most alike are looked at; who finds none of them free is new. */
const CANDIDATES = 20;

/**
 * Which read entry is which stored one, by key of the read: so that assignments and history stay with what was meant when
 * a corrected document inserts, moves or rewords something.
 *
 * In this order, each entry at most once: same words under the same heading, those at the same place first; same words
 * anywhere; alike under the same heading, the most alike first and the same place before others; alike at the same place.
 * With `byPlace` (headings, whose titles may be renewed altogether) what is left at the same place is the same too. The
 * rest is new, or no longer there.
 */
export function sameEntries(
  stored: readonly StoredEntry[],
  read: readonly ReadEntry[],
  byPlace: boolean,
): Map<string, string> {
  const match = new Matching(stored.map(worded), read.map(worded));
  match.takeSameWords((known, found) => known.key === found.key && known.parentId === found.parentId);
  match.takeSameWords((known, found) => known.parentId === found.parentId);
  match.takeSameWords(() => true);
  match.takeAlike(ALIKE, (known, found) => known.parentId !== null && known.parentId === found.parentId);
  match.takeAlike(ALIKE_IN_PLACE, (known, found) => known.key === found.key);
  if (byPlace) match.takeAlike(0, (known, found) => known.key === found.key);
  return match.found;
}

/** The words that count, computed once: blanks, widths and marks do not. */
interface Words {
  readonly words: string;
  readonly pairs: ReadonlyMap<string, number>;
}
type Known = StoredEntry & Words;
type Found = ReadEntry & Words;

const worded = <T extends { readonly text: string }>(entry: T): T & Words => {
  const words = plain(entry.text);
  return { ...entry, words, pairs: pairsOf(words) };
};

class Matching {
  readonly found = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly byWords = new Map<string, Known[]>();

  constructor(
    private readonly stored: readonly Known[],
    private readonly read: readonly Found[],
  ) {
    for (const known of stored)
      this.byWords.set(known.words, [...(this.byWords.get(known.words) ?? []), known]);
  }

  takeSameWords(may: (known: Known, found: Found) => boolean): void {
    for (const found of this.left()) {
      const known = (this.byWords.get(found.words) ?? []).find(
        (one) => !this.taken.has(one.id) && may(one, found),
      );
      if (known) this.pair(known, found);
    }
  }

  /** The most alike first; of two that are equally alike the one at the same place. */
  takeAlike(least: number, may: (known: Known, found: Found) => boolean): void {
    const stored = this.stored.filter(({ id }) => !this.taken.has(id));
    const common = commonPairs(stored);
    const pairs = this.left()
      .flatMap((found) => candidates(found, stored, common(found), least, may))
      .toSorted(byLikeness);
    for (const { known, found } of pairs) {
      if (!this.taken.has(known.id) && !this.found.has(found.key)) this.pair(known, found);
    }
  }

  private left(): Found[] {
    return this.read.filter(({ key }) => !this.found.has(key));
  }

  private pair(known: Known, found: Found): void {
    this.taken.add(known.id);
    this.found.set(found.key, known.id);
  }
}

interface Pair {
  readonly known: Known;
  readonly found: Found;
  readonly score: number;
}

/** Written as a loop that sorts seldom: of two thousand entries it looks at four million pairs. */
function candidates(
  found: Found,
  stored: readonly Known[],
  common: Int32Array,
  least: number,
  may: (known: Known, found: Found) => boolean,
): Pair[] {
  let best: Pair[] = [];
  let floor = least;
  for (const [at, known] of stored.entries()) {
    const score = likeness(known, found, common[at] ?? 0);
    if (score < floor || !may(known, found)) continue;
    best.push({ known, found, score });
    if (best.length < 4 * CANDIDATES) continue;
    best = best.sort(byLikeness).slice(0, CANDIDATES);
    floor = best.at(-1)?.score ?? least;
  }
  return best.sort(byLikeness).slice(0, CANDIDATES);
}

const samePlace = ({ known, found }: Pair): number => Number(known.key === found.key);
const byLikeness = (one: Pair, other: Pair): number =>
  other.score - one.score || samePlace(other) - samePlace(one);

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s、。,.・「」（）()]/g, '');

/** Share of neighbouring pairs of characters that two texts have in common (Dice), 0 to 1. */
export function alike(one: string, other: string): number {
  const [known, found] = [worded({ text: one }), worded({ text: other })];
  return likeness(known, found, commonPairs([known])(found)[0] ?? 0);
}

function likeness(one: Words, other: Words, common: number): number {
  const total = lengthOf(one) + lengthOf(other);
  if (total === 0) return one.words === other.words ? 1 : 0;
  return (2 * common) / total;
}

/** Counts for a text how many pairs it shares with each of these, by an index of where each pair stands. */
function commonPairs(entries: readonly Words[]): (found: Words) => Int32Array {
  const index = new Map<string, { readonly at: number; readonly count: number }[]>();
  entries.forEach(({ pairs }, at) => {
    for (const [pair, count] of pairs) {
      const places = index.get(pair);
      if (places) places.push({ at, count });
      else index.set(pair, [{ at, count }]);
    }
  });
  return ({ pairs }) => {
    const common = new Int32Array(entries.length);
    for (const [pair, count] of pairs)
      for (const place of index.get(pair) ?? [])
        common[place.at] = (common[place.at] ?? 0) + Math.min(count, place.count);
    return common;
  };
}

const lengthOf = ({ words }: Words): number => Math.max(0, words.length - 1);

function pairsOf(words: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at < words.length - 1; at += 1) {
    const pair = words.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
