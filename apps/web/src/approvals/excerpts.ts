const BEFORE_THE_DIFFERENCE = 8;
const MOST = 48;

/** Both texts cut to the stretch where they begin to differ, so that two long texts can be told apart in a line. */
export function excerpts(before: string, after: string): { readonly before: string; readonly after: string } {
  const was = letters(before);
  const now = letters(after);
  const differs = now.findIndex((letter, at) => letter !== was[at]);
  const same = differs === -1 ? Math.min(was.length, now.length) : differs;
  const start = wordStart(now.slice(0, same), same - BEFORE_THE_DIFFERENCE);
  return { before: cut(was, start), after: cut(now, start) };
}

const letters = (text: string) => [...text.replace(/\s+/g, ' ').trim()];

/** Where the word begins that holds this place; 0 when the beginning is near anyway. */
function wordStart(text: readonly string[], place: number): number {
  let start = 0;
  let at = 0;
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(text.join(''))) {
    if (at > place) break;
    start = at;
    at += [...segment].length;
  }
  return start > 4 ? start : 0;
}

function cut(text: readonly string[], start: number): string {
  const rest = text.length - start;
  return `${start > 0 ? '…' : ''}${text.slice(start, start + MOST).join('')}${rest > MOST ? '…' : ''}`;
}
