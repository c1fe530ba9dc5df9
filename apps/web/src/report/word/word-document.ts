import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { htmlToContent } from 'docx/html';
import { KEPT } from './keep-together';
import { INNER_WIDTH, MARGIN, NUMBER_MARKS, PAGE, TEXT_WIDTH } from './word-page';

const FONT = { ascii: 'BIZ UDPGothic', hAnsi: 'BIZ UDPGothic', eastAsia: 'BIZ UDPゴシック' };

/** What paper.css says, as far as a word processor can follow. */
const STYLES = `
  p { margin: 0 0 6pt 0 }
  table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 9pt }
  tr { break-inside: avoid }
  h1 { margin: 10pt 0 6pt 0 }
  th, td { border: 0.5pt solid #cccccc; padding: 2pt 4pt; vertical-align: top; text-align: left }
  thead th { background: #f2f2f2 }
  tfoot td, tfoot th { font-weight: bold }
  tr.program th { background: #fcfcfc }
  .cur th, .cur td { background: #e8f1fe }
  th.num, td.num { text-align: right }
  th.c, td.c { text-align: center }
  .h-end { font-size: 9pt; color: #4d4d4d; text-align: right }
  .sm { font-size: 9pt; color: #4d4d4d }
  .legend { font-size: 8pt; color: #4d4d4d }
  .from, .support { font-size: 9pt }
  .grade { font-size: 22pt; font-weight: bold }
  .badge { font-weight: bold }
`;

const KEPT_STYLE = 'KeptWithNext';

/** In a table it is the paragraphs of a row that keep it with the next one. */
const STYLE_MAP = {
  [`div.${KEPT}, p.${KEPT}, tr.${KEPT} > td, tr.${KEPT} > th, tr.${KEPT} p`]: KEPT_STYLE,
};

export interface WordPaper {
  /** As `paperHtml` gives it. */
  readonly html: string;
  readonly title: string;
  /** Left in the footer of each page. */
  readonly footer: string;
  /** Right in the footer, with `NUMBER_MARKS` in the place of the numbers. */
  readonly pageNumber: string;
  readonly language: string;
}

/** The paper as a .docx of A4 pages, with headings, tables and page numbers of the word processor's own. */
export function wordDocument({ html, title, footer, pageNumber, language }: WordPaper): Promise<Blob> {
  const run = {
    font: FONT,
    size: 20,
    color: '1A1A1A',
    language: { value: language === 'ja' ? 'ja-JP' : 'en-US', eastAsia: 'ja-JP' },
  };
  const heading = (size: number, before: number) => ({
    run: { ...run, size, bold: true },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  });
  const paper = new Document({
    title,
    creator: 'Mawasu',
    styles: {
      default: {
        document: { run, paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO } } },
        heading1: heading(36, 120),
        heading2: heading(26, 320),
        heading3: heading(22, 240),
      },
      paragraphStyles: [
        {
          id: KEPT_STYLE,
          name: 'Kept with next',
          basedOn: 'Normal',
          paragraph: { keepNext: true, keepLines: true },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
        },
        footers: { default: new Footer({ children: [pageFooter(footer, pageNumber)] }) },
        children: [
          ...htmlToContent(html, { stylesheet: STYLES, styleMap: STYLE_MAP, maxImageWidth: TEXT_WIDTH }),
        ],
      },
    ],
  });
  return Packer.toBlob(paper);
}

function pageFooter(text: string, pageNumber: string): Paragraph {
  const numbers = pageNumber
    .split(/([\u0001\u0002])/)
    .map((part) =>
      part === NUMBER_MARKS.page
        ? PageNumber.CURRENT
        : part === NUMBER_MARKS.pages
          ? PageNumber.TOTAL_PAGES
          : part,
    );
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: INNER_WIDTH }],
    children: [new TextRun({ text, size: 16 }), new TextRun({ children: ['\t', ...numbers], size: 16 })],
  });
}
