const BEFORE_THE_DIFFERENCE = 8;
const MOST = 48;

/** Both texts cut to the stretch where they begin to differ, so that two long texts can be told apart in a line. */
export function excerpts(before: string, after: string): { readonly before: string; readonly after: string } {
  const was = letters(before);
  const now = letters(after);
  const differs = now.findIndex((letter, at) => letter !== was[at]);
  const same = differs === -1 ? Math.min(was.length, now.length) : differs;
  const start = same > BEFORE_THE_DIFFERENCE + 4 ? same - BEFORE_THE_DIFFERENCE : 0;
  return { before: cut(was, start), after: cut(now, start) };
}

const letters = (text: string) => [...text.replace(/\s+/g, ' ').trim()];

function cut(text: readonly string[], start: number): string {
  if (text.length === 0) return '';
  const from = Math.min(start, Math.max(0, text.length - BEFORE_THE_DIFFERENCE));
  const rest = text.length - from;
  return `${from > 0 ? '…' : ''}${text.slice(from, from + MOST).join('')}${rest > MOST ? '…' : ''}`;
}
