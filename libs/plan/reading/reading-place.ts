import type { Ask } from './questions.js';

/** Where in the plan the reader is: for keys and for questions. */
export interface ReadingPlace {
  /** Key of the section or program. */
  readonly key: string;
  /** 第3節, 第3節(1): for questions. */
  readonly label: string;
  readonly ask: Ask;
  /** Keys given so far in the whole plan. */
  readonly keys: GivenKeys;
}

/** How often each key was asked for. */
export type GivenKeys = Map<string, number>;

/** A key that was given before gets a counter; the repeated number itself is asked about elsewhere. */
export function uniqueKey(key: string, keys: GivenKeys): string {
  const times = (keys.get(key) ?? 0) + 1;
  keys.set(key, times);
  return times === 1 ? key : `${key}~${times}`;
}
