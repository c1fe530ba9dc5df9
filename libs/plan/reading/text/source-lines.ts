import { foldCharacters } from './fold-characters.js';

/** One line of the document. */
export interface SourceLine {
  /** As an editor counts it, from 1. */
  readonly number: number;
  /** Characters folded, blanks and tabs as they stand: for tables. */
  readonly raw: string;
  /** Blanks collapsed to one space: for everything else. Empty for a blank line. */
  readonly text: string;
}

const pageNumber = new RegExp('^[-‐–—―−－\\s]*(?:p\\.?\\s*)?\\d{1,4}[-‐–—―−－\\s]*$', 'i');

/** Lines end in LF, CRLF or CR; a byte order mark and form feeds are dropped, line numbers stay those of the file. */
export function sourceLines(text: string): SourceLine[] {
  return text.split(/\r\n|\r|\n/).map((printed, index) => {
    const raw = foldCharacters(printed);
    return { number: index + 1, raw, text: raw.replace(/\s+/g, ' ').trim() };
  });
}

/** A line that is only a page number (`12`, `- 12 -`) says nothing. */
export const isPageNumber = (line: SourceLine): boolean => pageNumber.test(line.text);

/**
 * The cells of a table row: by tab, else by bars, else by two or more blanks (a full-width blank counts as two).
 * Empty cells stay, except at the ends of a row with bars. One cell means that the line is no row.
 */
export function splitCells(line: SourceLine): string[] {
  if (line.raw.includes('\t')) return line.raw.split('\t').map(trimmed);
  if (/[|｜│]/.test(line.raw))
    return line.raw
      .trim()
      .replace(/^[|｜│]/, '')
      .replace(/[|｜│]$/, '')
      .split(/[|｜│]/)
      .map(trimmed);
  return line.raw
    .trim()
    .split(/ {2,}|\s*\u3000\s*/)
    .map(trimmed);
}

const trimmed = (cell: string): string => cell.replace(/\s+/g, ' ').trim();
