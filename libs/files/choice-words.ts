import { problem } from './table-spec.js';
import type { CellProblem } from './table-spec.js';

/** The words that stand in a sheet for the codes of a column. */
export interface ChoiceWords<Code extends string> {
  /** Takes a cell in any width; the `parse` of a column. */
  readonly parse: (cell: string) => Code | CellProblem;
  /** The word of a code; blank for null and for codes that have no word. */
  readonly wordOf: (code: string | null | undefined) => string | null;
}

/**
 * Declares the words of a column, code by code. Of several words the first is written, the others are understood too.
 * A cell with another word is answered with `table.not_a_choice` {value, choices}.
 */
export function choiceWords<Code extends string>(
  words: Readonly<Record<Code, string | readonly [string, ...string[]]>>,
): ChoiceWords<Code> {
  const entries = Object.entries<string | readonly string[]>(words).map(
    ([code, given]) => [code as Code, typeof given === 'string' ? [given] : [...given]] as const,
  );
  const codes = new Map(
    entries.flatMap(([code, given]) => given.map((word) => [plain(word), code] as const)),
  );
  const written = new Map<string, string>(entries.map(([code, [word = '']]) => [code, word]));
  const choices = [...written.values()].join('、');
  return {
    parse: (cell) => codes.get(plain(cell)) ?? problem('table.not_a_choice', { value: cell, choices }),
    wordOf: (code) => written.get(code ?? '') ?? null,
  };
}

const plain = (word: string): string => word.normalize('NFKC').replace(/\s/g, '').toLowerCase();
