import { isSentence, joinLines } from '../text/join-lines.js';
import type { SourceLine } from '../text/source-lines.js';
import { followers, readBracket, readMarker } from './markers.js';
import type { Marker, MarkerStyle } from './markers.js';

export interface FollowingLine {
  readonly text: string;
  readonly line: number;
  /** An empty line stands before it. */
  readonly apart: boolean;
}

/** A marked line and the unmarked lines after it. */
export interface ListEntry {
  readonly style: MarkerStyle;
  readonly core: string;
  readonly line: number;
  readonly text: string;
  /** ア stands before a katakana word without a blank: it may as well be the word's first letter. */
  readonly doubtful: boolean;
  readonly following: readonly FollowingLine[];
}

export interface EntryList {
  /** Unmarked text before the first entry. */
  readonly before: readonly SourceLine[];
  readonly entries: readonly ListEntry[];
}

interface Paragraph {
  readonly text: string;
  readonly line: number;
}

interface ListMarker extends Marker {
  readonly closed: boolean;
  readonly doubtful?: boolean;
}

interface OpenEntry extends ListEntry {
  text: string;
  readonly following: FollowingLine[];
}

/** A bracket that is never closed does not swallow the section. */
const longestHeading = 80;

const tightKana = /^[-‐–—―−－]? ?([ア-ヲ])(?=[^ァィゥェォッャュョー\s])(.+)$/;
const tightNumber =
  /^[-‐–—―−－]? ?(\d{1,2})(?=[^\d\s年月日人件歳回か箇ヶカ%つ次割位種度時世億万千円.,-])(.+)$/;

/** Reads a list. With `brackets`, 【(1) …】 is an entry too, and one that is not closed takes in the next line. */
export function listEntries(lines: readonly SourceLine[], brackets: boolean): EntryList {
  const before: SourceLine[] = [];
  const entries: OpenEntry[] = [];
  const spaced = lines.some((line) => readMarker(line.text)?.style === 'kana');
  let apart = false;
  let unclosed: OpenEntry | null = null;
  for (const { text, number } of lines) {
    const last = entries.at(-1);
    if (text === '') {
      apart = true;
      continue;
    }
    const marker = markerOf(text, last, { brackets, spaced });
    if (unclosed !== null && marker === null) {
      unclosed.text = joinLines([unclosed.text, text.replace('】', '')]);
      if (text.includes('】') || unclosed.text.length > longestHeading) unclosed = null;
    } else if (marker !== null) {
      const entry: OpenEntry = {
        style: marker.style,
        core: marker.core,
        line: number,
        text: marker.rest,
        doubtful: marker.doubtful ?? false,
        following: [],
      };
      entries.push(entry);
      unclosed = marker.closed ? null : entry;
    } else if (last === undefined) {
      before.push({ text, number, raw: text });
    } else {
      last.following.push({ text, line: number, apart });
    }
    apart = false;
  }
  return { before, entries };
}

function markerOf(text: string, last: ListEntry | undefined, list: ListHabits): ListMarker | null {
  const bracket = list.brackets ? readBracket(text) : null;
  if (bracket !== null) return { ...bracket };
  const marker = readMarker(text);
  if (marker !== null && marker.style !== 'dash') return { ...marker, closed: true };
  return tightMarker(text, last, list) ?? (marker === null ? null : { ...marker, closed: true });
}

interface ListHabits {
  readonly brackets: boolean;
  /** Some ア of this list has a blank after it, so that アンケート is a word. */
  readonly spaced: boolean;
}

/** 「ア市民が…」: believed only when this marker is the one that comes next. */
function tightMarker(text: string, last: ListEntry | undefined, list: ListHabits): ListMarker | null {
  for (const [style, pattern] of [
    ['kana', tightKana],
    ['number', tightNumber],
  ] as const) {
    const [, core, rest] = pattern.exec(text) ?? [];
    if (core === undefined || rest === undefined) continue;
    const previous = last?.style === style ? last : null;
    if (previous !== null && !isSentence(textOf(previous).text)) continue;
    const doubtful = style === 'kana' && /^[ァ-ヶ]/.test(rest);
    if (doubtful && (list.spaced || (last !== undefined && previous === null && last.style !== 'bracket')))
      continue;
    if (followers(previous?.core ?? null).includes(core))
      return { style, core, rest, closed: true, doubtful };
  }
  return null;
}

/**
 * The text of an entry with the lines that run on from it, and the paragraphs that stand apart: after an empty
 * line a new paragraph begins, unless the sentence before it is unfinished (a page break).
 */
export function textOf(entry: ListEntry): {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
} {
  const own = [entry.text];
  const paragraphs: { readonly lines: string[]; readonly line: number }[] = [];
  for (const next of entry.following) {
    const paragraph = paragraphs.at(-1);
    const begins = next.apart && (paragraph !== undefined || isSentence(own.at(-1) ?? ''));
    if (begins) paragraphs.push({ lines: [next.text], line: next.line });
    else (paragraph?.lines ?? own).push(next.text);
  }
  return {
    text: joinLines(own),
    paragraphs: paragraphs.map(({ lines, line }) => ({ text: joinLines(lines), line })),
  };
}

/** Title and description of an entry that heads a group: what follows the heading describes it. */
export function headingOf(entry: ListEntry): { readonly title: string; readonly description: string } {
  const [first, ...others] = entry.following;
  const titleRunsOn =
    first !== undefined &&
    !first.apart &&
    others.length === 0 &&
    !isSentence(first.text) &&
    entry.text.length > 24;
  if (titleRunsOn) return { title: joinLines([entry.text, first.text]), description: '' };
  return { title: entry.text, description: entry.following.map((line) => line.text).join('\n') };
}
