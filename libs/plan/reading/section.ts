import { readIndicator } from './indicators/indicator.js';
import { withNotes } from './indicators/note-owners.js';
import type { ReferredIndicator } from './indicators/note-owners.js';
import { names, readNote } from './indicators/notes.js';
import type { Note } from './indicators/notes.js';
import { readTables } from './indicators/table.js';
import type { FoundHeader, FoundTables } from './indicators/table.js';
import { isUnknownHeading } from './outline/part-heading.js';
import type { ContentPart, SectionContent } from './outline/section-content.js';
import type { IndicatorReading, SectionNumber, SectionReading } from './plan-reading.types.js';
import type { MarkerStyle } from './programs/markers.js';
import { readPolicies } from './programs/policies.js';
import { readPrograms } from './programs/programs.js';
import type { ReadingPlace } from './reading-place.js';
import { readProse } from './text/prose.js';
import type { SourceLine } from './text/source-lines.js';

export interface SectionPlace extends ReadingPlace {
  readonly number: SectionNumber;
  /** Heading style of the programs of the whole document. */
  readonly programStyle: MarkerStyle | null;
  /** Heading of the last table of an earlier section. */
  readonly header: FoundHeader | null;
}

type ContentReading = Pick<
  SectionReading,
  'background' | 'lead' | 'policies' | 'indicators' | 'programs' | 'otherParts'
>;

/** Reads what stands under one section heading; also hands on the heading of its last indicator table. */
export function readSectionContent(
  content: SectionContent,
  place: SectionPlace,
): ContentReading & { readonly header: FoundHeader | null } {
  const found = readAllTables(content, place);
  const drafts = found.rows.map((row, at) => readIndicator(row, at + 1, place.number, place));
  const [kept, strayNotes] = takeStrayNotes(content, drafts);
  const { indicators, unmatched } = withNotes(drafts, [...found.notes, ...strayNotes]);
  askAboutNotes(unmatched, place);
  askAboutHeadings(content, place);
  const policyNumbers = new Set<string>();
  return {
    lead: readProse(kept.lead),
    background: readProse(kept.background),
    policies: kept.policies.flatMap((part) => readPolicies(part.lines, place, policyNumbers)),
    indicators,
    programs: kept.programs.flatMap((part) => readPrograms(part.lines, place.programStyle, part, place)),
    otherParts: kept.others
      .map((part) => ({ heading: part.heading, text: readProse(part.lines), line: part.line }))
      .filter((part) => part.text !== ''),
    header: found.header,
  };
}

function readAllTables(content: SectionContent, place: SectionPlace): FoundTables {
  const rows = [];
  const notes = [];
  let { header } = place;
  for (const part of content.indicators) {
    const found = readTables(part.lines, header);
    askAboutUnread(found.unread, place);
    rows.push(...found.rows);
    notes.push(...found.notes);
    header = found.header;
  }
  for (const part of content.tables) {
    const found = readTables(part.lines, null);
    rows.push(...found.rows);
    notes.push(...found.notes);
    header = found.header ?? header;
  }
  rows.sort((a, b) => a.line - b.line);
  return { rows, notes, unread: [], header };
}

/** A note that defines an indicator may stand at the end of the section, far from the table. */
function takeStrayNotes(
  content: SectionContent,
  indicators: readonly ReferredIndicator[],
): readonly [SectionContent, Note[]] {
  const taken: Note[] = [];
  const keep = (line: SourceLine): boolean => {
    const note = readNote(line);
    const owner = note === null || note.label === '' ? undefined : owners(note, indicators);
    if (note === null || owner === undefined) return true;
    taken.push(note);
    return false;
  };
  const keepIn = (part: ContentPart): ContentPart => ({ ...part, lines: part.lines.filter(keep) });
  const kept = {
    ...content,
    lead: content.lead.filter(keep),
    background: content.background.filter(keep),
    policies: content.policies.map(keepIn),
    programs: content.programs.map(keepIn),
    others: content.others.map(keepIn),
  };
  return [kept, taken];
}

function owners(note: Note, indicators: readonly IndicatorReading[]): IndicatorReading | undefined {
  return indicators.find((indicator) => names(note.label, indicator.name));
}

function askAboutNotes(notes: readonly Note[], place: SectionPlace): void {
  for (const note of notes) {
    place.ask({
      code: 'plan.note_unmatched',
      line: note.line,
      about: `${place.label}の注`,
      subject: place.key,
      params: { text: excerpt([note.label, note.text].filter((part) => part !== '').join('：')) },
    });
  }
}

/** A part under a heading that is not known is read as the text above it: what it holds would be lost. */
function askAboutHeadings(content: SectionContent, place: SectionPlace): void {
  const lines = [...content.lead, ...content.background, ...content.policies.flatMap((part) => part.lines)];
  for (const line of lines.filter(({ text }) => isUnknownHeading(text))) {
    place.ask({
      code: 'plan.heading_unknown',
      line: line.number,
      about: `${place.label}の見出し`,
      subject: place.key,
      params: { text: line.text },
    });
  }
}

/** Sentences that introduce a table are no doubt; anything with a number, or cut short, may be an indicator. */
function askAboutUnread(lines: readonly SourceLine[], place: SectionPlace): void {
  const doubtful = lines.filter((line) => !/。$/.test(line.text) || /\d/.test(line.text));
  const [first] = doubtful;
  if (first === undefined) return;
  place.ask({
    code: 'plan.table_unread',
    line: first.number,
    about: `${place.label}の検証指標`,
    subject: place.key,
    params: { text: excerpt(first.text), count: doubtful.length },
  });
}

const excerpt = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
