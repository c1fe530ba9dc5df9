import { chartImage } from './chart-image';
import { keepTogether } from './keep-together';

/** Charts, and the marks of their legends. */
const DRAWINGS = 'svg.chart, .legend svg';

/**
 * A paper as HTML that a word processor can read: charts are images, drawings that stand beside a word and words that
 * are only heard are left out, boxes to tick are signs, and columns have widths in pixels.
 * @param paper the paper in one column, in the document: what it looks like is read from it
 * @param width of the text on the page, in pixels
 */
export async function paperHtml(paper: HTMLElement, width: number): Promise<string> {
  const drawings = paper.querySelectorAll<SVGSVGElement>(DRAWINGS);
  const images = inLightTheme(() => Array.from(drawings, chartImage));
  const copy = document.createElement('div');
  copy.innerHTML = paper.innerHTML;
  const charts = await Promise.all(images);
  copy.querySelectorAll(DRAWINGS).forEach((drawing, at) => {
    const chart = charts[at];
    if (chart === undefined) return;
    const image = Object.assign(document.createElement('img'), chart);
    image.alt = drawing.getAttribute('aria-label') ?? '';
    if (drawing.matches('.chart')) drawing.replaceWith(paragraph(image));
    else drawing.replaceWith(image, ' ');
  });
  for (const box of copy.querySelectorAll('.check')) {
    const line = box.parentElement;
    box.replaceWith(box.querySelector('svg') === null ? '☐ ' : '☑ ');
    line?.replaceWith(paragraph(...line.childNodes));
  }
  for (const unseen of copy.querySelectorAll('svg, .sr')) unseen.remove();
  // Addresses of this installation mean nothing to whom the file is handed on.
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const column of copy.querySelectorAll('col'))
    column.style.width = `${Math.round((Number.parseFloat(column.style.width) / 100) * width)}px`;
  writeTermsAsLines(copy);
  setApart(copy);
  keepTogether(copy);
  return copy.innerHTML;
}

function paragraph(...content: readonly (Node | string)[]): HTMLParagraphElement {
  const line = document.createElement('p');
  line.append(...content);
  return line;
}

/** 体系番号　1: a word processor has no list of terms. */
function writeTermsAsLines(copy: HTMLElement): void {
  for (const term of copy.querySelectorAll('dt')) {
    const definition = term.nextElementSibling;
    const name = Object.assign(document.createElement('b'), { textContent: term.textContent });
    term.replaceWith(paragraph(name, GAP, ...(definition?.childNodes ?? [])));
    definition?.remove();
  }
}

const GAP = '\u3000';

/** What style sheets put apart stays apart without them. */
function setApart(copy: HTMLElement): void {
  for (const number of copy.querySelectorAll('h1 small, h2 i'))
    number.replaceWith(`${number.textContent}${GAP}`);
  for (const note of copy.querySelectorAll('.h-end')) {
    const line = paragraph(...note.childNodes);
    line.className = 'h-end';
    note.closest('h2')?.after(line);
    note.remove();
  }
  for (const end of copy.querySelectorAll('.sub')) end.prepend(GAP);
  for (const part of copy.querySelectorAll('.ed span, .legend span')) part.append(GAP);
  for (const letter of copy.querySelectorAll('td .gl')) letter.append(document.createElement('br'));
  const grade = copy.querySelector('.vg .grade');
  if (grade) grade.nextElementSibling?.prepend(grade, GAP);
  const decision = copy.querySelector('section.decision');
  if (decision) {
    const frame = document.createElement('table');
    frame
      .insertRow()
      .insertCell()
      .append(...decision.childNodes);
    decision.replaceWith(frame);
  }
  // Room to write in by hand.
  for (const line of copy.querySelectorAll('.lines i')) line.replaceWith(paragraph('＿'.repeat(40)));
}

/** Reads what it looks like in light colours, as print does; nothing is painted meanwhile. */
function inLightTheme<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset['theme'] = 'light';
  try {
    return read();
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}
