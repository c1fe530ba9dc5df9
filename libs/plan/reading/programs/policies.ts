import type { PolicyReading, SectionNumber } from '../plan-reading.types.js';
import { uniqueKey } from '../reading-place.js';
import type { ReadingPlace } from '../reading-place.js';
import { repairBlanks } from '../text/repair-blanks.js';
import { isSentence, joinLines } from '../text/join-lines.js';
import type { SourceLine } from '../text/source-lines.js';
import { askAboutGaps } from './gaps.js';
import { listEntries, textOf } from './list-entries.js';
import type { ListEntry } from './list-entries.js';
import { isBullet } from './markers.js';

const labelBefore = /^(?:[-・] ?)?(?:基本)?方針 ?[(（]?(\d{1,2}|[①-⑳])[)）]?[ :：、.．]?/;

/**
 * 基本方針: the numbered sentences of a section. Sentences without a number are read by paragraph, with a question.
 * `used` holds the numbers that earlier parts of the section gave.
 */
export function readPolicies(
  lines: readonly SourceLine[],
  place: ReadingPlace,
  used = new Set<string>(),
): PolicyReading[] {
  const plain = lines.map((line) => ({ ...line, text: line.text.replace(labelBefore, '$1 ') }));
  const { before, entries } = listEntries(plain, false);
  const style = entries[0]?.style;
  if (style === undefined) return paragraphPolicies(before, used, place);
  const groups: ListEntry[][] = [];
  for (const entry of entries) {
    if (entry.style === style) groups.push([entry]);
    else groups.at(-1)?.push(entry);
  }
  const numbered = isBullet(style) ? [] : groups.flatMap((group) => group.slice(0, 1));
  askAboutGaps(numbered, { ...place, what: '基本方針' });
  return groups.flatMap((group, at) => policyOf(group, at, used, place));
}

function policyOf(
  group: readonly ListEntry[],
  at: number,
  used: Set<string>,
  place: ReadingPlace,
): PolicyReading[] {
  const [first, ...nested] = group;
  if (first === undefined) return [];
  const printed = printedNumber(first);
  const number = freeNumber(printed ?? at + 1, used);
  const { text, paragraphs } = textOf(first);
  const rest = [
    ...paragraphs.map((paragraph) => paragraph.text),
    ...nested.map((entry) => textOf(entry).text),
  ];
  return [
    {
      key: uniqueKey(`${place.key}-方針${number}`, place.keys),
      number,
      text: [text, ...rest].map(repairBlanks).join('\n'),
      line: first.line,
    },
  ];
}

function printedNumber(entry: ListEntry): SectionNumber | null {
  if (isBullet(entry.style)) return null;
  const plain = entry.core.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : plain;
}

function paragraphPolicies(
  lines: readonly SourceLine[],
  used: Set<string>,
  place: ReadingPlace,
): PolicyReading[] {
  const [first] = lines;
  if (first === undefined) return [];
  const paragraphs: { readonly lines: string[]; readonly line: number }[] = [];
  for (const { text, number } of lines) {
    const open = paragraphs.at(-1);
    if (open === undefined || isSentence(open.lines.at(-1) ?? ''))
      paragraphs.push({ lines: [text], line: number });
    else open.lines.push(text);
  }
  place.ask({
    code: 'plan.policies_unnumbered',
    line: first.number,
    about: `${place.label}の基本方針`,
    subject: place.key,
    params: { count: paragraphs.length },
  });
  return paragraphs.map((paragraph, at) => {
    const number = freeNumber(at + 1, used);
    return {
      key: uniqueKey(`${place.key}-方針${number}`, place.keys),
      number,
      text: repairBlanks(joinLines(paragraph.lines)),
      line: paragraph.line,
    };
  });
}

/** The number itself, or, where the section has it already, the next that is free. */
function freeNumber(wanted: SectionNumber, used: Set<string>): SectionNumber {
  let number = wanted;
  for (let next = used.size + 1; used.has(String(number)); next += 1) number = next;
  used.add(String(number));
  return number;
}
