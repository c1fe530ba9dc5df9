import { invalid } from '#errors';
import type { DomainError } from '#errors';

/** What the reader looks for, in the words of the documents themselves. */
export const lookedFor = '第1節・施策1-1などの見出し、基本方針、検証指標の表、事業概要';

/** The refusal of a text in which no section with policies, indicators or programs was found. */
export function notAPlan(lines: number, headings: number): DomainError {
  return invalid('plan.not_a_plan', { lines, headings, lookedFor });
}

/** Share of characters above which a text is no text: a spreadsheet, a PDF, or a wrong encoding. */
const tolerable = 0.01;

/** Number of characters that no text has: control characters and the sign for an undecodable byte. */
export function damagedCharacters(text: string): number {
  return text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
}

/** True for the content of a file that holds no text. */
export const isBinary = (text: string): boolean => damagedCharacters(text) > text.length * tolerable;
