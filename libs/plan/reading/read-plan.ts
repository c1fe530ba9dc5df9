import type { FoundHeader } from './indicators/table.js';
import { damagedCharacters, isBinary, notAPlan } from './not-a-plan.js';
import { readOutline } from './outline/outline.js';
import type { SectionBlock } from './outline/outline.js';
import { sectionContent } from './outline/section-content.js';
import { readPeriod } from './period.js';
import { sectionLabel } from './section-names.js';
import type { ParentReading, PlanReading, PlanTotals, SectionReading } from './plan-reading.types.js';
import { listEntries } from './programs/list-entries.js';
import type { MarkerStyle } from './programs/markers.js';
import { commonProgramStyle } from './programs/program-style.js';
import { questionList } from './questions.js';
import type { Ask } from './questions.js';
import type { GivenKeys } from './reading-place.js';
import { readSectionContent } from './section.js';
import { askAboutEmptySections, askAboutSectionNumbers, sectionTree } from './section-tree.js';
import type { TreeNode } from './section-tree.js';
import { repairBlanks } from './text/repair-blanks.js';
import { sourceLines } from './text/source-lines.js';
import { readTitle } from './title.js';

/**
 * Reads the text of a 総合計画: sections, basic policies, indicators, programs and items, each with its line, and a
 * question for every doubt. Pure: the same text gives the same reading, and the same keys after a correction.
 *
 * @throws DomainError `plan.not_a_plan` (invalid) when the text holds no section with policies, indicators or
 * programs, is empty, or is no text at all.
 */
export function readPlan(text: string): PlanReading {
  const lines = sourceLines(text);
  const firstLine = lines.find((line) => line.text !== '')?.number ?? 0;
  const { sections: blocks } = isBinary(text) ? { sections: [] } : readOutline(lines);
  const contents = new Map(blocks.map((block) => [block, sectionContent(block)]));
  const lists = [...contents.values()].flatMap((content) => content.programs);
  const programStyle = commonProgramStyle(lists.map((part) => listEntries(part.lines, true).entries));
  const read = (nodes: readonly TreeNode[], ask: Ask, keys: GivenKeys): SectionReading[] =>
    readSections(nodes, { contents, programStyle, ask, keys });

  const carrying = carryingBlocks(blocks, read);
  const lineCount = lines.length - (lines.at(-1)?.text === '' ? 1 : 0);
  if (carrying.size === 0) throw notAPlan(lineCount, blocks.length);

  const { ask, all } = questionList();
  const keys = new Map<string, number>();
  const { nodes, titleBlock } = sectionTree(blocks, carrying, firstLine, keys);
  askAboutEmptySections(blocks, carrying, ask);
  askAboutSectionNumbers(nodes, ask);
  const sections = read(
    nodes.filter((node) => node.carries),
    ask,
    keys,
  );
  const indicators = sections.flatMap((section) => section.indicators);
  const period = readPeriod(lines, indicators, blocks[0]?.line ?? 1, ask);
  const printedTitle = lines[(titleBlock?.line ?? 0) - 1]?.text;
  const title =
    printedTitle === undefined ? readTitle(lines, blocks[0]?.line ?? 1, ask) : repairBlanks(printedTitle);
  askAboutDamage(text, ask);
  return {
    title,
    ...period,
    totals: totalsOf(sections),
    parents: nodes.filter((node) => !node.carries).map(headingOf),
    sections,
    indicators,
    questions: all(),
  };
}

interface SectionsToRead {
  readonly contents: ReadonlyMap<SectionBlock, ReturnType<typeof sectionContent>>;
  readonly programStyle: MarkerStyle | null;
  readonly ask: Ask;
  readonly keys: GivenKeys;
}

function readSections(nodes: readonly TreeNode[], from: SectionsToRead): SectionReading[] {
  let lastHeader: FoundHeader | null = null;
  return nodes.flatMap((node) => {
    const content = from.contents.get(node.block);
    if (content === undefined) return [];
    const { header, ...reading } = readSectionContent(content, {
      key: node.key,
      label: sectionLabel(node.block),
      number: node.block.heading.number,
      ask: from.ask,
      keys: from.keys,
      programStyle: from.programStyle,
      header: lastHeader,
    });
    lastHeader = header;
    return [{ ...headingOf(node), ...reading }];
  });
}

/** Which headings carry policies, indicators or programs: found by reading them once without questions. */
function carryingBlocks(
  blocks: readonly SectionBlock[],
  read: (nodes: readonly TreeNode[], ask: Ask, keys: GivenKeys) => SectionReading[],
): ReadonlySet<SectionBlock> {
  const nodes = blocks.map((block, at) => ({ block, key: String(at), parentKey: null, carries: true }));
  const readings = read(nodes, () => undefined, new Map());
  const carrying = blocks.filter((_, at) => {
    const reading = readings[at];
    return (
      reading !== undefined &&
      reading.policies.length + reading.indicators.length + reading.programs.length > 0
    );
  });
  return new Set(carrying);
}

function headingOf({ block, key, parentKey }: TreeNode): ParentReading {
  const { number, level, title } = block.heading;
  return { key, parentKey, number, level, title, line: block.line };
}

function totalsOf(sections: readonly SectionReading[]): PlanTotals {
  const sum = (count: (section: SectionReading) => number): number =>
    sections.reduce((total, section) => total + count(section), 0);
  return {
    sections: sections.length,
    policies: sum((section) => section.policies.length),
    indicators: sum((section) => section.indicators.length),
    programs: sum((section) => section.programs.length),
    items: sum((section) => section.programs.reduce((items, program) => items + program.items.length, 0)),
  };
}

function askAboutDamage(text: string, ask: Ask): void {
  const count = damagedCharacters(text);
  if (count === 0) return;
  const line = text.split(/\r\n|\r|\n/).findIndex((each) => damagedCharacters(each) > 0) + 1;
  ask({ code: 'plan.characters_damaged', line, about: '文字', subject: null, params: { count } });
}
