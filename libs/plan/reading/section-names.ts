import type { SectionBlock } from './outline/outline.js';
import { uniqueKey } from './reading-place.js';
import type { GivenKeys } from './reading-place.js';

/**
 * The key of a section: its number, after the keys of the headings above it (`2/1`), unless the number names its
 * parents itself (`2-1`).
 */
export function sectionKey(block: SectionBlock, parentKey: string | null, keys: GivenKeys): string {
  const number = String(block.heading.number);
  const whole = parentKey === null || /[-.]/.test(number) ? number : `${parentKey}/${number}`;
  return uniqueKey(whole, keys);
}

/** 第3節, 施策1-1, 2-1: how a question names a section. */
export function sectionLabel(block: SectionBlock): string {
  const { level, number, title } = block.heading;
  if (level === '') return `${number} ${title}`;
  return /^[編部章節項]$/.test(level) ? `第${number}${level}` : `${level}${number}`;
}
