import { isTableHeader } from '../indicators/table.js';
import { readNote } from '../indicators/notes.js';
import { isYearLine } from '../indicators/table-columns.js';
import { readBracket } from '../programs/markers.js';
import { splitCells } from '../text/source-lines.js';
import type { SourceLine } from '../text/source-lines.js';
import type { PartBlock, SectionBlock } from './outline.js';

export interface ContentPart {
  readonly heading: string;
  readonly line: number;
  readonly lines: readonly SourceLine[];
}

/** The lines of a section by what they hold, wherever in it they stand. */
export interface SectionContent {
  readonly lead: readonly SourceLine[];
  readonly background: readonly SourceLine[];
  readonly policies: readonly ContentPart[];
  /** Parts that are headed as indicators: every line in them must be understood. */
  readonly indicators: readonly ContentPart[];
  /** Tables found in other parts, by their headings. */
  readonly tables: readonly ContentPart[];
  readonly programs: readonly ContentPart[];
  readonly others: readonly ContentPart[];
}

interface Sorted extends SectionContent {
  readonly lead: SourceLine[];
  readonly background: SourceLine[];
  readonly policies: ContentPart[];
  readonly indicators: ContentPart[];
  readonly tables: ContentPart[];
  readonly programs: ContentPart[];
  readonly others: ContentPart[];
}

/**
 * Sorts a section's parts. An indicator table and programs in 【(1) …】 are recognised without their part heading
 * too, because extraction loses headings.
 */
export function sectionContent(section: SectionBlock): SectionContent {
  const sorted: Sorted = {
    lead: [],
    background: [],
    policies: [],
    indicators: [],
    tables: [],
    programs: [],
    others: [],
  };
  for (const part of section.parts) sortPart(part, sorted);
  return sorted;
}

function sortPart(part: PartBlock, sorted: Sorted): void {
  const { heading, line } = part;
  if (part.kind === 'outline') {
    sorted.others.push({ heading, line, lines: part.lines });
    return;
  }
  if (part.kind === 'other') {
    // 目標 or めざす姿 may hold the table of indicators; 関連 and 参考 figures are none.
    const { tables, rest } = /^(?:関連|関係|参考)/.test(heading)
      ? { tables: [], rest: part.lines }
      : cutTables(part.lines);
    sorted.tables.push(...tables);
    sorted.others.push({ heading, line, lines: rest });
    return;
  }
  const [own, bracketed] = part.kind === 'programs' ? [part.lines, []] : splitAtBracket(part.lines);
  const [first] = bracketed;
  if (first !== undefined) sorted.programs.push({ heading: '', line: first.number, lines: bracketed });
  if (part.kind === 'indicators') {
    sorted.indicators.push({ heading, line, lines: own });
    return;
  }
  const { tables, rest } = cutTables(own);
  sorted.tables.push(...tables);
  if (part.kind === 'programs') sorted.programs.push({ heading, line, lines: rest });
  else if (part.kind === 'policies') sorted.policies.push({ heading, line, lines: rest });
  else sorted[part.kind].push(...(sorted[part.kind].length > 0 ? [blankBefore(line)] : []), ...rest);
}

const blankBefore = (line: number): SourceLine => ({ number: line, raw: '', text: '' });

function splitAtBracket(lines: readonly SourceLine[]): readonly [SourceLine[], SourceLine[]] {
  const at = lines.findIndex((line) => (readBracket(line.text)?.core ?? '') !== '');
  return at < 0 ? [[...lines], []] : [lines.slice(0, at), lines.slice(at)];
}

/** Takes out every table that has a heading, with its rows and notes. */
function cutTables(lines: readonly SourceLine[]): {
  readonly tables: ContentPart[];
  readonly rest: SourceLine[];
} {
  const tables: { heading: string; line: number; lines: SourceLine[] }[] = [];
  const rest: SourceLine[] = [];
  let open = false;
  for (const line of lines) {
    if (isTableHeader(line)) {
      const above = rest.at(-1);
      const years = above !== undefined && isYearLine(splitCells(above)) ? rest.splice(-1) : [];
      tables.push({ heading: '', line: line.number, lines: [...years, line] });
      open = true;
      continue;
    }
    open = open && (line.text === '' || isRowOrNote(line));
    if (open) tables.at(-1)?.lines.push(line);
    else rest.push(line);
  }
  return { tables, rest };
}

function isRowOrNote(line: SourceLine): boolean {
  return readNote(line) !== null || splitCells(line).filter((cell) => cell !== '').length >= 2;
}
