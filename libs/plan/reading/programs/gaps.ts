import type { ReadingPlace } from '../reading-place.js';
import type { ListEntry } from './list-entries.js';
import { followers } from './markers.js';

/**
 * Asks where a numbered list leaves a number out, repeats one or does not begin with its first: a line may have
 * been lost or misread.
 */
export function askAboutGaps(
  entries: readonly Pick<ListEntry, 'core' | 'line'>[],
  place: ReadingPlace & { readonly what: string },
): void {
  let previous: string | null = null;
  for (const { core, line } of entries) {
    const expected = followers(previous);
    if (expected.length > 0 && !expected.includes(core) && followers(core).length > 0) {
      place.ask({
        code: 'plan.numbers_broken',
        line,
        about: `${place.label}の${place.what}`,
        subject: place.key,
        params: { core, previous: previous ?? 'なし' },
      });
    }
    previous = core;
  }
}
