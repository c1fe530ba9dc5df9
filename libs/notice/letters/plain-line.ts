/**
 * Control characters, line and paragraph separators, and marks that turn the reading direction: a name
 * carrying them could add a header, forge a line of the letter or show an address backwards.
 */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** The text as one line that is safe in a header: each run of unprintable characters becomes one space. */
export function plainLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim();
}

/** The lines of a text that people wrote, each made plain; empty lines at both ends are gone. */
export function plainLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(plainLine);
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
