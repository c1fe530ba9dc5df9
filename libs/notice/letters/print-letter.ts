import type { RenderedLetter } from './letter.types.js';
import type { LetterPage } from './letter-page.types.js';
import { plainLine } from './plain-line.js';
import { printHtml } from './print-html.js';
import { printText } from './print-text.js';

/** Both versions of a letter. Its subject is one line, so that no value in it can add a header. */
export function printLetter(page: LetterPage): RenderedLetter {
  return { subject: plainLine(page.subject), html: printHtml(page), text: printText(page) };
}
