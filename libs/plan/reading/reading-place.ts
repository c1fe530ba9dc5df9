import type { Ask } from './questions.js';

/** Where in the plan the reader is: for keys and for questions. */
export interface ReadingPlace {
  /** Key of the section or program. */
  readonly key: string;
  /** 第3節, 第3節(1): for questions. */
  readonly label: string;
  readonly ask: Ask;
  /** Keys given so far in the whole plan. */
  readonly keys: Set<string>;
}

/** A key that was given before gets a counter; the repeated number itself is asked about elsewhere. */
export function uniqueKey(key: string, keys: Set<string>): string {
  let unique = key;
  for (let again = 2; keys.has(unique); again += 1) unique = `${key}~${again}`;
  keys.add(unique);
  return unique;
}
