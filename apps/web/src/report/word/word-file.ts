import { paperHtml } from './paper-html';
import { TEXT_WIDTH, wordDocument } from './word-document';
import type { WordPaper } from './word-document';

/** A paper, in one column and in the document, as a .docx file. */
export async function wordFile(column: HTMLElement, paper: Omit<WordPaper, 'html'>): Promise<Blob> {
  return wordDocument({ html: await paperHtml(column, TEXT_WIDTH), ...paper });
}
