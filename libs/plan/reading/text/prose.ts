import { joinLines } from './join-lines.js';
import { repairBlanks } from './repair-blanks.js';
import type { SourceLine } from './source-lines.js';

const startsAnew = /^(?:[・•●○■◆※]|[-‐–—―−－] |[(（]?\d{1,2}[)）.．] |[①-⑳])/;

/** Running text: lines broken by the page are joined, paragraphs are separated by an empty line. */
export function readProse(lines: readonly SourceLine[]): string {
  const paragraphs: string[][][] = [];
  let afterBlank = true;
  for (const { text } of lines) {
    if (text === '') {
      afterBlank = true;
      continue;
    }
    const paragraph = paragraphs.at(-1);
    const row = paragraph?.at(-1);
    if (paragraph === undefined || row === undefined || afterBlank) paragraphs.push([[text]]);
    else if (/[。：:]$/.test((row.at(-1) ?? '').slice(-1)) || startsAnew.test(text)) paragraph.push([text]);
    else row.push(text);
    afterBlank = false;
  }
  return paragraphs.map((rows) => rows.map((row) => repairBlanks(joinLines(row))).join('\n')).join('\n\n');
}
