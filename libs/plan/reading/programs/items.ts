import type { ItemReading } from '../plan-reading.types.js';
import { uniqueKey } from '../reading-place.js';
import type { ReadingPlace } from '../reading-place.js';
import { isSentence } from '../text/join-lines.js';
import { repairBlanks } from '../text/repair-blanks.js';
import { askAboutGaps } from './gaps.js';
import { textOf } from './list-entries.js';
import type { ListEntry } from './list-entries.js';
import { followers, isBullet } from './markers.js';

/**
 * The items of one program. The first entry's marker is the items' marker; entries marked otherwise belong to
 * the item above them. `place.key` is the program's key.
 */
export function readItems(entries: readonly ListEntry[], place: ReadingPlace): ItemReading[] {
  const groups = groupsOf(entries, place);
  const heads = groups.flatMap((group) => group.slice(0, 1));
  askAboutGaps(
    heads.filter((head) => !isBullet(head.style)),
    { ...place, what: '取組' },
  );
  return groups.flatMap((group, at) => itemOf(group, at, place));
}

function groupsOf(entries: readonly ListEntry[], place: ReadingPlace): ListEntry[][] {
  const style = entries[0]?.style;
  const groups: ListEntry[][] = [];
  for (const entry of entries) {
    const open = groups.at(-1);
    const head = open?.[0];
    // A list that begins with a dash and goes on with イ ウ lost its first marker.
    const letterAfterDash = style === 'dash' && entry.style === 'kana';
    const isHead = entry.style === style || letterAfterDash || goesOn(open, entry);
    if (open === undefined || head === undefined || isHead) {
      groups.push([entry]);
      continue;
    }
    if (entry.style === 'dash' && !isBullet(head.style) && isSentence(head.text)) {
      askAbout('plan.item_marker_lost', entry, head, place);
    }
    open.push(entry);
  }
  return groups;
}

/** (ア) followed by イ is one list in two ornaments; (ア) (イ) beneath ア is a list of its own. */
function goesOn(open: readonly ListEntry[] | undefined, entry: ListEntry): boolean {
  const [head, ...nested] = open ?? [];
  const bothKana = [head?.style, entry.style].every((style) => style === 'kana' || style === 'paren-kana');
  if (head === undefined || !bothKana || nested.some((other) => other.style === entry.style)) return false;
  return followers(head.core).includes(entry.core);
}

function itemOf(group: readonly ListEntry[], at: number, place: ReadingPlace): ItemReading[] {
  const [head, ...nested] = group;
  if (head === undefined) return [];
  const { text, paragraphs } = textOf(head);
  if (head.doubtful) askAbout('plan.item_marker_tight', head, head, place);
  for (const paragraph of paragraphs) askAbout('plan.paragraph_attached', paragraph, head, place);
  const parts = [text, ...paragraphs.map((paragraph) => paragraph.text), ...nested.map(nestedText)];
  const whole = parts.map(repairBlanks).join('\n');
  const marker = isBullet(head.style) ? `${head.core}${at + 1}` : head.core;
  return [
    {
      key: uniqueKey(`${place.key}-${marker}`, place.keys),
      marker: head.core,
      text: whole,
      line: head.line,
      ...(whole.includes('再掲') ? { repeat: true as const } : {}),
    },
  ];
}

function nestedText(entry: ListEntry): string {
  const { text, paragraphs } = textOf(entry);
  return [`${ornamented(entry)} ${text}`, ...paragraphs.map((paragraph) => paragraph.text)].join('\n');
}

function ornamented(entry: ListEntry): string {
  const inBrackets = entry.style === 'paren-number' || entry.style === 'paren-kana';
  return inBrackets ? `(${entry.core})` : entry.core;
}

function askAbout(
  code: 'plan.item_marker_tight' | 'plan.item_marker_lost' | 'plan.paragraph_attached',
  found: { readonly line: number; readonly text: string },
  head: ListEntry,
  place: ReadingPlace,
): void {
  place.ask({
    code,
    line: found.line,
    about: `${place.label}の取組「${head.core}」`,
    subject: place.key,
    params: { marker: head.core, text: excerpt(found.text) },
  });
}

const excerpt = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
