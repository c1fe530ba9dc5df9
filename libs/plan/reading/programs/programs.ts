import type { ProgramReading, SectionNumber } from '../plan-reading.types.js';
import { uniqueKey } from '../reading-place.js';
import type { ReadingPlace } from '../reading-place.js';
import { isSentence } from '../text/join-lines.js';
import { repairBlanks } from '../text/repair-blanks.js';
import type { SourceLine } from '../text/source-lines.js';
import { askAboutGaps } from './gaps.js';
import { readItems } from './items.js';
import { headingOf, listEntries } from './list-entries.js';
import type { ListEntry } from './list-entries.js';
import { followers } from './markers.js';
import type { MarkerStyle } from './markers.js';
import { programStyleOf } from './program-style.js';

interface OpenProgram {
  readonly heading: ListEntry | null;
  readonly entries: ListEntry[];
}

/**
 * 事業概要: the programs of a section with their items. `common` is the heading style of the document's other
 * sections; `partHeading` names the group when the items stand under no program.
 */
export function readPrograms(
  lines: readonly SourceLine[],
  common: MarkerStyle | null,
  part: { readonly heading: string; readonly line: number },
  place: ReadingPlace,
): ProgramReading[] {
  const { before, entries } = listEntries(lines, true);
  const style = entries.some((entry) => entry.style === common) ? common : programStyleOf(entries);
  const groups = groupsOf(entries, style, place);
  const headings = groups.flatMap((group) => (group.heading === null ? [] : [group.heading]));
  askAboutGaps(
    headings.filter((heading) => /^\d+$/.test(heading.core)),
    { ...place, what: '事業' },
  );
  if (entries.length === 0) askAboutUnread(before, part.heading, place);
  return groups.map((group, at) => programOf(group, at, part, place));
}

function groupsOf(
  entries: readonly ListEntry[],
  style: MarkerStyle | null,
  place: ReadingPlace,
): OpenProgram[] {
  const groups: OpenProgram[] = [];
  for (const entry of entries) {
    const open = groups.at(-1);
    if (entry.style === style || lostItsBracket(entry, groups, style, place)) {
      groups.push({ heading: entry, entries: [] });
    } else if (open === undefined) {
      groups.push({ heading: null, entries: [entry] });
    } else {
      open.entries.push(entry);
    }
  }
  return groups;
}

/** 「(2) 情報の発信」 between 【(1) …】 and 【(3) …】: the bracket was lost on the way. */
function lostItsBracket(
  entry: ListEntry,
  groups: readonly OpenProgram[],
  style: MarkerStyle | null,
  place: ReadingPlace,
): boolean {
  const open = groups.at(-1);
  if (style !== 'bracket' || entry.style !== 'paren-number') return false;
  if (open?.entries.some((item) => item.style === 'paren-number')) return false;
  if (isSentence(entry.text) || entry.text.length > 40) return false;
  const isNext = followers(open?.heading?.core ?? null).includes(entry.core);
  if (!isNext && entry.core !== String(groups.length + 1)) return false;
  place.ask({
    code: 'plan.program_bracket_lost',
    line: entry.line,
    about: `${place.label}の事業`,
    subject: place.key,
    params: { title: entry.text },
  });
  return true;
}

function programOf(
  group: OpenProgram,
  at: number,
  part: { readonly heading: string; readonly line: number },
  place: ReadingPlace,
): ProgramReading {
  const number = group.heading === null ? null : printedNumber(group.heading);
  const key = uniqueKey(`${place.key}-${keyPart(group.heading, number, at)}`, place.keys);
  const { title, description } =
    group.heading === null ? { title: part.heading, description: '' } : headingOf(group.heading);
  const line = group.heading?.line ?? part.line;
  const label = number === null ? `${place.label}の事業「${title}」` : `${place.label}(${number})`;
  const items = readItems(group.entries, { ...place, key, label });
  const doubt = { line, about: label, subject: key, params: { title, count: items.length } };
  if (group.heading === null) place.ask({ ...doubt, code: 'plan.program_implicit' });
  if (items.length === 0) place.ask({ ...doubt, code: 'plan.program_without_items' });
  return {
    key,
    number,
    title: repairBlanks(title),
    line,
    description: description.split('\n').map(repairBlanks).join('\n'),
    items,
  };
}

function printedNumber(heading: ListEntry): SectionNumber | null {
  const plain = heading.core.normalize('NFKC');
  if (/^\d+$/.test(plain)) return Number(plain);
  return /^[\d.-]*\d$/.test(plain) || /^\p{L}$/u.test(plain) ? plain : null;
}

function keyPart(heading: ListEntry | null, number: SectionNumber | null, at: number): string {
  if (heading === null) return '(0)';
  return number === null ? `事業${at + 1}` : `(${number})`;
}

function askAboutUnread(lines: readonly SourceLine[], heading: string, place: ReadingPlace): void {
  const [first] = lines;
  if (first === undefined) return;
  place.ask({
    code: 'plan.part_unread',
    line: first.number,
    about: `${place.label}の${heading}`,
    subject: place.key,
    params: { heading, count: lines.length },
  });
}
