import type { LetterPage, LetterRow, LetterSection, PageLink } from './letter-page.types.js';
import { plainLine, plainLines } from './plain-line.js';
import { wordingOf } from './wording.js';
import type { Wording } from './wording.js';
import { columnsOf, padColumns, wrapText } from './wrap-text.js';

const RULE = '-'.repeat(40);
const ALARM = '▲ ';
const INDENT = '   ';

/** The text version: all the words and links of the letter, in lines of at most 78 columns. */
export function printText(page: LetterPage): string {
  const say = wordingOf(page.language);
  const blocks = [
    [
      ...(page.note === null ? [] : [...wrapped(page.note), '']),
      ...wrapped(page.greeting),
      '',
      ...headLines(say, page),
    ],
    ...page.sections.map((section) => sectionLines(say, section)),
    ...(page.closing.length === 0 ? [] : [page.closing.flatMap((line) => wrapped(line))]),
  ];
  const foot = [
    '--',
    ...wrapped(page.why),
    ...(page.settings === null ? [] : linkLines(page.settings, '')),
    ...wrapped(page.contact),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n\n')}\n\n${foot.join('\n')}\n`;
}

function headLines(say: Wording, { title, date, summary, action, boxes }: LetterPage): readonly string[] {
  const names = Math.max(0, ...boxes.map(({ name }) => columnsOf(plainLine(name))));
  const digits = Math.max(0, ...boxes.map(({ count }) => String(count).length));
  const counts = boxes.map(({ name, count, alarming }) => {
    const mark = alarming ? ALARM : '  ';
    const blanks = ' '.repeat(digits - String(count).length);
    return `  ${mark}${padColumns(plainLine(name), names)}  ${blanks}${say('letter.sheets', { count })}`;
  });
  return [
    ...wrapped(say('letter.text.title', { title, date })),
    ...(summary === null ? [] : wrapped(summary)),
    ...(action === null ? [] : ['', ...linkLines(action)]),
    ...(counts.length === 0 ? [] : ['', ...counts]),
  ];
}

function sectionLines(say: Wording, section: LetterSection): readonly string[] {
  const { name, count, rest, button } = section;
  const heading = (section.alarming ? ALARM : '') + say('letter.heading', { name, count });
  return [
    ...wrapped(heading),
    RULE,
    ...(section.lead === null ? [] : wrapped(section.lead)),
    ...section.rows.flatMap((row, at) => rowLines(say, section, row, at)),
    ...(rest === null ? [] : linkLines({ label: say('letter.rest', { count: rest.count }), url: rest.url })),
    '',
    ...linkLines(button),
  ];
}

function rowLines(say: Wording, section: LetterSection, row: LetterRow, at: number): readonly string[] {
  const { main, beside, details, quote, url } = row;
  const days = section.form === 'days';
  const mark = days ? '・' : `${at + 1}. `;
  const indent = ' '.repeat(columnsOf(mark));
  const first = say(days ? 'letter.text.day' : 'letter.text.entry', { main, beside });
  const below = details.join(say('letter.join.details'));
  return [
    ...wrapText(plainLine(first), mark, indent),
    ...(below === '' ? [] : wrapped(below, indent)),
    ...(quote === null ? [] : plainLines(quote).flatMap((line) => wrapText(line, `${indent}> `))),
    ...(url === null || url === section.button.url ? [] : [indent + url]),
  ];
}

function linkLines({ label, url }: PageLink, indent = INDENT): readonly string[] {
  return [...wrapped(label, indent), indent + url];
}

function wrapped(line: string, indent = ''): readonly string[] {
  return wrapText(plainLine(line), indent);
}
