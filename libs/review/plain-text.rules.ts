/** Characters that change how others are shown: direction overrides and marks, and what takes no room at all. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Control characters except tab and line feed. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** What people typed over several lines, without the characters that only deceive; line breaks stay. */
export const plainLines = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(CONTROLS, '')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .trim();

/** The same on one line. */
export const plainLine = (text: string): string => plainLines(text).replace(/\s+/gu, ' ');
