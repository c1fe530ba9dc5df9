import type { SourceLine } from '../text/source-lines.js';
import { repairBlanks } from '../text/repair-blanks.js';

/** ※ line under a table: `※不祥事件数：…`, `※1 …`, `(注) …`. */
export interface Note {
  /** What stands before the colon; empty when nothing does. */
  readonly label: string;
  /** Mark and number of the reference: `※1`, `*`, `注`. */
  readonly reference: string;
  /** What defines the indicator: after the colon, else the whole. */
  readonly text: string;
  readonly line: number;
}

const marked = /^([※＊*]|[(（]?注)\s?(\d*)[)）:：.．]?\s?(.+)$/;
const footnote = /\s?[(（]?([※＊*]|注)\s?(\d*)[)）]?$/;

/** The note that a line begins, or null. */
export function readNote(line: SourceLine): Note | null {
  const [, mark, number, body] = marked.exec(line.text) ?? [];
  if (mark === undefined || number === undefined || body === undefined) return null;
  const at = body.search(/[:：]/);
  const label = at > 0 && at <= 60 ? body.slice(0, at).trim() : '';
  const text = repairBlanks(label === '' ? body : body.slice(at + 1));
  return { label, reference: referenceOf(mark, number), text, line: line.number };
}

/** Splits `不祥事件数※1` into the name and its reference; the reference is null when there is none. */
export function withoutFootnote(name: string): { readonly name: string; readonly reference: string | null } {
  const match = footnote.exec(name);
  if (match === null || match.index === 0) return { name, reference: null };
  return { name: name.slice(0, match.index), reference: referenceOf(match[1] ?? '', match[2] ?? '') };
}

const referenceOf = (mark: string, number: string): string =>
  `${mark.replace(/[(（]/, '').replace('＊', '*')}${number}`;

const plain = (name: string): string => name.replace(/[\s「」『』()（）・、]/g, '');

/** True when the note's label names the indicator, exactly or in part. */
export function names(label: string, indicator: string): boolean {
  const short = plain(label);
  const long = plain(indicator);
  return short.length >= 2 && (long.includes(short) || short.includes(long));
}
