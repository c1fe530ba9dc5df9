import { repairBlanks } from './repair-blanks.js';
import type { SourceLine } from './source-lines.js';

const startsAnew = /^(?:[・•●○■◆※]|[-‐–—―−－] |[(（]?\d{1,2}[)）.．] |[①-⑳])/;

/** Running text: lines broken by the page are joined, paragraphs are separated by an empty line. */
export function readProse(lines: readonly SourceLine[]): string {
  const paragraphs: string[] = [];
  let afterBlank = true;
  for (const { text } of lines) {
    if (text === '') {
      afterBlank = true;
      continue;
    }
    const last = paragraphs.at(-1);
    if (last === undefined || afterBlank) paragraphs.push(text);
    else
      paragraphs[paragraphs.length - 1] =
        /[。：:]$/.test(last) || startsAnew.test(text) ? `${last}\n${text}` : `${last}${text}`;
    afterBlank = false;
  }
  return paragraphs.map((paragraph) => paragraph.split('\n').map(repairBlanks).join('\n')).join('\n\n');
}
