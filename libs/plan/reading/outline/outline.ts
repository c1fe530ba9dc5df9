import type { SourceLine } from '../text/source-lines.js';
import { isPageNumber } from '../text/source-lines.js';
import { readPartHeading } from './part-heading.js';
import type { PartHeading, PartKind } from './part-heading.js';
import { readSectionHeading } from './section-heading.js';
import type { SectionHeading } from './section-heading.js';

export interface PartBlock {
  /** `lead` is what stands before the first part heading. */
  readonly kind: PartKind | 'lead';
  readonly heading: string;
  readonly line: number;
  readonly lines: SourceLine[];
}

export interface SectionBlock {
  readonly heading: SectionHeading;
  readonly parent: SectionBlock | null;
  line: number;
  readonly parts: PartBlock[];
}

export interface Outline {
  /** What stands before the first section. */
  readonly introduction: readonly SourceLine[];
  /** Every section heading in order, with or without content. */
  readonly sections: readonly SectionBlock[];
}

interface Mark {
  readonly line: SourceLine;
  readonly section: SectionHeading | null;
  readonly part: PartHeading | null;
}

/** Cuts the document at its section and part headings. */
export function readOutline(lines: readonly SourceLine[]): Outline {
  const marks = withTitlesFromNextLine(lines.map(markLine));
  const accepted = acceptedHeadings(marks);
  const introduction: SourceLine[] = [];
  const sections: SectionBlock[] = [];
  let open: SectionBlock | null = null;
  for (const mark of marks) {
    if (mark.section !== null && accepted.has(mark)) {
      open = openSection(mark.section, mark.line.number, open, sections);
    } else if (open === null) {
      introduction.push(mark.line);
    } else {
      addToSection(open, mark);
    }
  }
  return { introduction, sections };
}

function markLine(line: SourceLine): Mark {
  const part = readPartHeading(line.text);
  return { line, part, section: part === null ? readSectionHeading(line.text) : null };
}

/** 「第1節」 alone on its line: the title is the next line that says something. */
function withTitlesFromNextLine(marks: readonly Mark[]): Mark[] {
  const taken = new Set<SourceLine>();
  const titled = marks.map((mark, at) => {
    if (mark.section === null || mark.section.title !== '') return mark;
    const next = marks.slice(at + 1, at + 4).find((candidate) => candidate.line.text !== '');
    if (next === undefined || next.section !== null || next.part !== null) return mark;
    if (next.line.text.length > 60 || next.line.text.endsWith('。')) return mark;
    taken.add(next.line);
    return { ...mark, section: { ...mark.section, title: next.line.text } };
  });
  return titled.filter((mark) => !taken.has(mark.line));
}

/**
 * Labelled headings are sections. A heading that is only a number could as well be a policy or a program: it is
 * a section when the part that follows it is the one with which the sections of this document begin, or when
 * its own sub-number follows (`2` before `2-1`).
 */
function acceptedHeadings(marks: readonly Mark[]): ReadonlySet<Mark> {
  const partAfter = firstPartAfterEach(marks);
  const opening = mostFrequent([...partAfter.values()]);
  const accepted = new Set<Mark>();
  let next: Mark | null = null;
  for (const mark of marks.toReversed()) {
    if (mark.section === null) continue;
    const opens = opening !== null && partAfter.get(mark) === opening;
    const holdsNext = next !== null && accepted.has(next) && isSubNumber(mark.section, next.section);
    if (mark.section.form !== 'numbered' || opens || holdsNext) accepted.add(mark);
    next = mark;
  }
  return accepted;
}

function isSubNumber(outer: SectionHeading, inner: SectionHeading | null): boolean {
  return inner?.form === 'numbered' && /^[-.]/.test(afterPrefix(String(inner.number), String(outer.number)));
}

const afterPrefix = (text: string, prefix: string): string =>
  text.startsWith(prefix) ? text.slice(prefix.length) : '';

/** The name of the first part after each heading, where no other heading stands in between. */
function firstPartAfterEach(marks: readonly Mark[]): ReadonlyMap<Mark, string> {
  const found = new Map<Mark, string>();
  let candidate: Mark | null = null;
  for (const mark of marks) {
    if (mark.section !== null) candidate = mark;
    if (mark.part === null || candidate === null || mark.part.kind === 'outline') continue;
    found.set(candidate, mark.part.heading);
    candidate = null;
  }
  return found;
}

/** On a tie the earlier one: the first heading of a section comes before the last of its policies. */
function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce<[string | null, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [null, 0],
  )[0];
}

function openSection(
  heading: SectionHeading,
  line: number,
  open: SectionBlock | null,
  sections: SectionBlock[],
): SectionBlock {
  const running = sameHeadingAmong(open, heading);
  if (running !== null) {
    // A page header repeats the heading of the section that is open: the section goes on.
    if (running === open && running.parts.length === 0) running.line = line;
    return open ?? running;
  }
  const block: SectionBlock = { heading, line, parts: [], parent: parentFor(heading, open) };
  sections.push(block);
  return block;
}

function sameHeadingAmong(open: SectionBlock | null, heading: SectionHeading): SectionBlock | null {
  for (let block = open; block !== null; block = block.parent) {
    const same = block.heading;
    if (same.level === heading.level && same.number === heading.number && same.title === heading.title)
      return block;
  }
  return null;
}

function parentFor(heading: SectionHeading, open: SectionBlock | null): SectionBlock | null {
  let parent = open;
  while (parent !== null && parent.heading.rank >= heading.rank) parent = parent.parent;
  return parent;
}

function addToSection(section: SectionBlock, mark: Mark): void {
  if (isPageNumber(mark.line)) return;
  if (mark.part !== null) {
    const { kind, heading, rest } = mark.part;
    const lines = rest === '' ? [] : [{ number: mark.line.number, raw: rest, text: rest }];
    section.parts.push({ kind, heading, line: mark.line.number, lines });
    return;
  }
  const last = section.parts.at(-1);
  if (last !== undefined) {
    last.lines.push(mark.line);
    return;
  }
  if (mark.line.text === '') return;
  // 「施策1」 inside the programs of a 節 has no part headings of its own: what follows it are programs.
  const kind = section.parent?.parts.at(-1)?.kind === 'programs' ? 'programs' : 'lead';
  section.parts.push({ kind, heading: '', line: mark.line.number, lines: [mark.line] });
}
