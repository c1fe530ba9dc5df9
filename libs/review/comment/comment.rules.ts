/** What a person reads at once; longer is a document, and belongs among the evidence. */
export const LONGEST_COMMENT = 4000;

/** Who speaks to more people at once should write a letter. */
export const MOST_MENTIONS = 20;

/** A slip is mended within a day; by then others have answered to what stood there, and a new comment says it better. */
export const EDIT_HOURS = 24;

const HOUR = 60 * 60 * 1000;
const MENTION = /@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/gu;

export interface Mentioned {
  readonly personId: string;
  readonly name: string;
  readonly departmentName: string | null;
}

/** A piece of a comment: words, or somebody it speaks to. */
export type CommentPart =
  { readonly kind: 'text'; readonly text: string } | ({ readonly kind: 'mention' } & Mentioned);

/** Whom a comment speaks to, each once. */
export const mentionsIn = (body: string): string[] => [
  ...new Set([...body.matchAll(MENTION)].map(([, id = '']) => id)),
];

/** How long a comment is for its reader: a mention counts as one letter, however it is kept. */
export const writtenLength = (body: string): number => [...body.replace(MENTION, '@')].length;

/** Takes a kept comment apart, with people under the names they bear today; an unknown id stays the text it is. */
export function partsOf(body: string, people: ReadonlyMap<string, Mentioned>): CommentPart[] {
  const parts: CommentPart[] = [];
  let from = 0;
  for (const match of body.matchAll(MENTION)) {
    const person = people.get(match[1] ?? '');
    if (!person) continue;
    if (match.index > from) parts.push({ kind: 'text', text: body.slice(from, match.index) });
    parts.push({ kind: 'mention', ...person });
    from = match.index + match[0].length;
  }
  if (from < body.length) parts.push({ kind: 'text', text: body.slice(from) });
  return parts;
}

export const mayStillEdit = (writtenAt: Date, now: Date): boolean =>
  now.getTime() - writtenAt.getTime() < EDIT_HOURS * HOUR;

/** The beginning of a comment on one line, for a list that leads to it. */
export function excerptOf(parts: readonly CommentPart[], longest: number): string {
  const text = parts
    .map((part) =>
      part.kind === 'text'
        ? part.text
        : `@${part.departmentName === null ? '' : `${part.departmentName} `}${part.name}`,
    )
    .join('')
    .replace(/\s+/gu, ' ');
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest).join('')}…`;
}
