import type { SectionBlock } from './outline/outline.js';
import { sectionKey, sectionLabel } from './section-names.js';
import type { Ask } from './questions.js';
import type { GivenKeys } from './reading-place.js';

export interface TreeNode {
  readonly block: SectionBlock;
  readonly key: string;
  readonly parentKey: string | null;
  /** False for a heading that only holds sections together. */
  readonly carries: boolean;
}

export interface SectionTree {
  readonly nodes: readonly TreeNode[];
  /** A chapter heading that opens the text and holds all of it: the title of what was handed in. */
  readonly titleBlock: SectionBlock | null;
}

/**
 * The sections that carry something, with the headings above them and with stable keys. Headings without content
 * (a table of contents, an overview) fall away. `firstLine` is the first line with text.
 */
export function sectionTree(
  blocks: readonly SectionBlock[],
  carrying: ReadonlySet<SectionBlock>,
  firstLine: number,
  keys: GivenKeys,
): SectionTree {
  const titleBlock = titleAmong(carrying, firstLine);
  const needed = new Set([...carrying].flatMap(withAncestors).filter((block) => block !== titleBlock));
  const keyOf = new Map<SectionBlock, string>();
  const nodes = blocks
    .filter((block) => needed.has(block))
    .map((block) => {
      const parentKey = block.parent === null ? null : (keyOf.get(block.parent) ?? null);
      const key = sectionKey(block, parentKey, keys);
      keyOf.set(block, key);
      return { block, key, parentKey, carries: carrying.has(block) };
    });
  return { nodes, titleBlock };
}

function withAncestors(block: SectionBlock): SectionBlock[] {
  return block.parent === null ? [block] : [block, ...withAncestors(block.parent)];
}

function titleAmong(carrying: ReadonlySet<SectionBlock>, firstLine: number): SectionBlock | null {
  const roots = new Set([...carrying].map((block) => withAncestors(block).at(-1) ?? block));
  const [root] = roots;
  if (root === undefined || roots.size > 1 || carrying.has(root) || root.line !== firstLine) return null;
  return root;
}

/** Asks about headings with text of which nothing was recognised; mere lists of headings are none. */
export function askAboutEmptySections(
  blocks: readonly SectionBlock[],
  carrying: ReadonlySet<SectionBlock>,
  ask: Ask,
): void {
  const identity = ({ heading }: SectionBlock): string =>
    `${heading.level} ${heading.number} ${heading.title}`;
  const found = new Set([...carrying].flatMap(withAncestors).map(identity));
  const levels = new Set([...carrying].map((block) => block.heading.level));
  for (const block of blocks) {
    if (found.has(identity(block)) || !levels.has(block.heading.level)) continue;
    if (!block.parts.some((part) => part.kind !== 'outline' && part.lines.some((line) => line.text !== '')))
      continue;
    const params = { title: block.heading.title };
    ask({ code: 'plan.section_empty', line: block.line, about: sectionLabel(block), subject: null, params });
  }
}

/** Asks about numbers given twice and about gaps between sections under the same heading. */
export function askAboutSectionNumbers(nodes: readonly TreeNode[], ask: Ask): void {
  const lastUnder = new Map<string, number>();
  for (const { block, key, parentKey } of nodes) {
    const { number, level, title } = block.heading;
    const about = sectionLabel(block);
    if (/~\d+$/.test(key)) {
      const params = { title, number, key };
      ask({ code: 'plan.section_repeated', line: block.line, about, subject: key, params });
    }
    const siblings = `${parentKey ?? ''} ${level} ${String(number).replace(/\d+$/, '')}`;
    const place = Number(/\d+$/.exec(String(number))?.[0] ?? Number.NaN);
    const previous = lastUnder.get(siblings);
    if (previous !== undefined && place !== previous + 1 && place !== previous) {
      const params = { number, previous };
      ask({ code: 'plan.section_numbers_broken', line: block.line, about, subject: key, params });
    }
    lastUnder.set(siblings, place);
  }
}
