import { createContext, useContext } from 'react';
import type { AnswerKey, Answers, Field, Sheet } from '../api';
import type { Answer, FieldStatus } from './answers';
import type { Draft } from './draft-keeper';
import type { Held, Unfinished } from './unfinished';

/** Everything a field of the sheet needs: what is written, what stood there last year, and how to change it. */
export interface Desk {
  readonly sheet: Sheet;
  readonly draft: Draft;
  readonly answers: Answers;
  readonly lastYear: Answers | undefined;
  readonly editable: boolean;
  readonly edit: (changes: Answers) => void;
  readonly statusOf: (field: Field) => FieldStatus;
  /** The sentence of what is wrong with a field, once somebody has tried to submit or the server has refused it. */
  readonly errorOf: (key: string) => string | null;
  /** Whether somebody has tried to submit: from then on every open cell says so. */
  readonly asked: boolean;
  /** What is typed and cannot go to the server yet. */
  readonly held: Held;
  readonly unfinished: Unfinished;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk is used outside a sheet');
  return desk;
}

/** Value, last year's value and change of one answer. */
export function useAnswer<K extends AnswerKey>(
  key: K,
): {
  readonly now: Answer<K> | undefined;
  readonly before: Answer<K> | undefined;
  readonly write: (value: Answer<K> | null) => void;
} {
  const { answers, lastYear, edit } = useDesk();
  return {
    now: answers[key] ?? undefined,
    before: lastYear?.[key] ?? undefined,
    write: (value) => edit({ [key]: value }),
  };
}
