import { invalid } from '#errors';
import type { DomainError, ErrorPlace } from '#errors';

/** More than this nobody mends in one go; the rest is counted. */
const MOST_PLACES = 200;

/** Gathers what is wrong in a table, so that the person sees all of it at once. */
export class TableProblems {
  readonly #places: ErrorPlace[] = [];
  #total = 0;

  add(place: ErrorPlace): void {
    this.#total += 1;
    if (this.#places.length < MOST_PLACES) this.#places.push(place);
  }

  /** @throws DomainError `code` {total, more} with the places, when anything was added. */
  throwIfAny(code = 'table.rows_invalid'): void {
    if (this.#total > 0) throw this.#refusal(code);
  }

  #refusal(code: string): DomainError {
    const more = this.#total - this.#places.length;
    const rest: ErrorPlace[] = more > 0 ? [{ code: 'table.more_problems', params: { more } }] : [];
    return invalid(code, { total: this.#total, more }, [...this.#places, ...rest]);
  }
}

/**
 * The refusal of a table for reasons found after reading it (a code that is not in the register, two rows
 * that contradict each other), in the same form as the refusals of `readTable`.
 * Does nothing when there are no places.
 * @throws DomainError `table.rows_invalid` {total, more}
 */
export function refuseRows(places: Iterable<ErrorPlace>): void {
  const problems = new TableProblems();
  for (const place of places) problems.add(place);
  problems.throwIfAny();
}
