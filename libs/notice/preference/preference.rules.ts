import type { Level, Scope } from '#directory';

/** When a person hears of what came back or waits for them: in the day's mail, or at once. */
export type Decisions = 'daily' | 'at_once';

/** Letters that a person may end: everything else is a duty of the post. */
export type Ending = 'digest' | 'summary';

export interface Preference {
  readonly decisions: Decisions;
  readonly digest: boolean;
  readonly summary: boolean;
}

/** Who has said nothing. */
export const USUAL: Preference = { decisions: 'daily', digest: true, summary: true };

const DIGESTED: readonly Level[] = ['divisionManager', 'departmentManager', 'bureauDirector'];

/** Which of the letters that can be ended come to holders of these posts at all. */
export function offered({ posts, roles }: Pick<Scope, 'posts' | 'roles'>): Readonly<Record<Ending, boolean>> {
  return {
    digest: posts.some(({ level }) => DIGESTED.includes(level)),
    summary: roles.has('management'),
  };
}

/** What a letter's link ends: nothing where the letter is a duty, or a copy that ends with the absence. */
export function endedBy(letter: { readonly kind: string; readonly copyOf: string | null }): Ending | null {
  if (letter.copyOf !== null) return null;
  return letter.kind === 'digest' || letter.kind === 'summary' ? letter.kind : null;
}
