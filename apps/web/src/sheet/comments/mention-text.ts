import type { CommentPart } from '../../api';

/** Somebody who was chosen, under the words that stand for them in the text. */
export interface Chosen {
  readonly personId: string;
  /** @市民協働課 三浦 千尋 */
  readonly label: string;
}

/** What is typed: plain words in which the labels of the chosen people count as mentions. */
export interface Written {
  readonly text: string;
  readonly chosen: readonly Chosen[];
}

export const labelOf = (departmentName: string | null, name: string): string =>
  `@${departmentName === null ? '' : `${departmentName} `}${name}`;

/** Labels in the text, the longest first: one may begin like another. */
const present = ({ text, chosen }: Written): readonly Chosen[] =>
  chosen.filter(({ label }) => text.includes(label)).toSorted((a, b) => b.label.length - a.label.length);

/** As the server keeps it. A label that was mended by hand is only words. */
export function bodyOf(written: Written): string {
  let parts: string[] = [written.text];
  const ids: string[] = [];
  for (const { label, personId } of present(written)) {
    parts = parts.flatMap((part) => {
      if (ids.includes(part)) return [part];
      const pieces = part.split(label);
      return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [`@[${personId}]`, piece]));
    });
    ids.push(`@[${personId}]`);
  }
  return parts.join('');
}

/** As it is typed again, to be mended. */
export function writtenFrom(parts: readonly CommentPart[]): Written {
  const chosen = parts.flatMap((part): Chosen[] =>
    part.kind === 'mention'
      ? [{ personId: part.personId, label: labelOf(part.departmentName, part.name) }]
      : [],
  );
  const text = parts
    .map((part) => (part.kind === 'text' ? part.text : labelOf(part.departmentName, part.name)))
    .join('');
  return { text, chosen };
}

/** What is left to send when `sent` was written meanwhile: what was typed after it, or all when its words were changed. */
export function restOf(now: Written, sent: Written): Written {
  const text = now.text.startsWith(sent.text) ? now.text.slice(sent.text.length).trimStart() : now.text;
  return text === '' ? { text, chosen: [] } : { text, chosen: now.chosen };
}

/** Letters of the text as its reader sees it; the server counts a mention as one. */
export function lengthOf(written: Written): number {
  return [...bodyOf(written).replace(/@\[[0-9a-f-]{36}\]/gu, '@')].length;
}

/** A name or department that is being typed after an @. */
export interface Asked {
  /** Where the @ stands. */
  readonly from: number;
  readonly words: string;
}

const LONGEST_WORDS = 30;

/** What is asked for at the caret; nothing inside a mail address, after a line's end, or in a finished mention. */
export function askedAt({ text, chosen }: Written, caret: number): Asked | null {
  const before = text.slice(0, caret);
  const from = Math.max(before.lastIndexOf('@'), before.lastIndexOf('＠'));
  if (from < 0 || caret - from - 1 > LONGEST_WORDS) return null;
  if (/[a-z0-9._+-]$/iu.test(before.slice(0, from))) return null;
  const words = before.slice(from + 1);
  if (/[\n。、]|\s\s/u.test(words)) return null;
  if (chosen.some(({ label }) => before.slice(from).startsWith(label))) return null;
  return { from, words: words.trim() };
}

/** The text with somebody in the place of what was asked, and where the caret goes on. */
export function withChosen(
  { text, chosen }: Written,
  { from }: Asked,
  caret: number,
  person: Chosen,
): { readonly written: Written; readonly caret: number } {
  const rest = text.slice(caret);
  const gap = rest.startsWith(' ') ? '' : ' ';
  const known = chosen.some(({ label }) => label === person.label);
  return {
    written: {
      text: `${text.slice(0, from)}${person.label}${gap}${rest}`,
      chosen: known ? chosen : [...chosen, person],
    },
    caret: from + person.label.length + 1,
  };
}
