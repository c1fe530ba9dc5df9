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

/** At the same place this much must be alike for a rewording, elsewhere under the same heading that much. */
const ALIKE_IN_PLACE = 0.45;
const ALIKE_ELSEWHERE = 0.6;

/**
 * Which read entry is which stored one, by key of the read: so that assignments and history stay with what was meant when
 * a corrected document inserts, moves or rewords something.
 *
 * In this order, each entry at most once: same place and same words; same words under the same heading, then anywhere;
 * same place and alike; alike under the same heading, the most alike first. With `byPlace` (headings, whose titles may be
 * renewed altogether) what is left at the same place is the same too. The rest is new, or no longer there.
 */
export function sameEntries(
  stored: readonly StoredEntry[],
  read: readonly ReadEntry[],
  byPlace: boolean,
): Map<string, string> {
  const match = new Matching(stored.map(withWords), read.map(withWords));
  match.take((known, found) => known.key === found.key && sameWords(known, found));
  match.take((known, found) => known.parentId === found.parentId && sameWords(known, found));
  match.take(sameWords);
  match.take((known, found) => known.key === found.key && alike(known.words, found.words) >= ALIKE_IN_PLACE);
  match.takeMostAlike((known, found) => known.parentId !== null && known.parentId === found.parentId);
  if (byPlace) match.take((known, found) => known.key === found.key);
  return match.found;
}

type Worded<T> = T & { readonly words: string };
type Known = Worded<StoredEntry>;
type Found = Worded<ReadEntry>;

/** The words that count, computed once: blanks, widths and marks do not. */
const withWords = <T extends { readonly text: string }>(entry: T): Worded<T> => ({
  ...entry,
  words: plain(entry.text),
});

class Matching {
  readonly found = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(
    private readonly stored: readonly Known[],
    private readonly read: readonly Found[],
  ) {}

  take(same: (known: Known, found: Found) => boolean): void {
    for (const found of this.read) {
      if (this.found.has(found.key)) continue;
      const known = this.stored.find((one) => !this.taken.has(one.id) && same(one, found));
      if (known) this.pair(known, found);
    }
  }

  takeMostAlike(may: (known: Known, found: Found) => boolean): void {
    const pairs = this.read
      .filter((found) => !this.found.has(found.key))
      .flatMap((found) =>
        this.stored
          .filter((known) => !this.taken.has(known.id) && may(known, found))
          .map((known) => ({ known, found, score: alike(known.words, found.words) })),
      )
      .filter(({ score }) => score >= ALIKE_ELSEWHERE)
      .toSorted((one, other) => other.score - one.score);
    for (const { known, found } of pairs) {
      if (!this.taken.has(known.id) && !this.found.has(found.key)) this.pair(known, found);
    }
  }

  private pair(known: Known, found: Found): void {
    this.taken.add(known.id);
    this.found.set(found.key, known.id);
  }
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s、。,.・「」（）()]/g, '');

const sameWords = (known: Known, found: Found): boolean => known.words === found.words;

/** Share of neighbouring pairs of characters that two texts have in common (Dice), 0 to 1. */
export function alike(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const total = first.length + second.length;
  if (total === 0) return one === other ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of first) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of second) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    common += 1;
  }
  return (2 * common) / total;
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
