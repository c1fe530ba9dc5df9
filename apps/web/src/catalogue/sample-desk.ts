import { Problem } from '../api';
import { fieldStatus } from '../sheet/answers';
import type { Desk } from '../sheet/desk';
import type { SaveState } from '../sheet/draft-keeper';
import { Unfinished } from '../sheet/unfinished';
import { PROMISES, SESSION, SHEET } from './samples';

/** Every sentence the line of saving can say. */
export const SAVES: readonly SaveState[] = [
  { kind: 'rest' },
  { kind: 'waiting' },
  { kind: 'saving' },
  { kind: 'saved', at: '2022-05-10T01:32:00Z' },
  { kind: 'offline' },
  {
    kind: 'conflict',
    conflict: { version: 4, by: '山本 健', at: '2022-05-10T01:30:00Z', changed: [] },
  },
  { kind: 'refused', problem: new Problem(422, 'request.invalid', '入力を確かめてください。') },
];

/** A sheet on a desk that keeps nothing: what is typed here goes nowhere. */
export function deskWith(save: SaveState): Desk {
  const unfinished = new Unfinished({ personId: SESSION.person.id, taskStageId: SHEET.taskStageId });
  const [, done, changed, dropped] = PROMISES;
  const answers = {
    ...SHEET.answers,
    commitmentAnswers: {
      [done.id]: { answer: 'done' as const, text: '7月に改めた。' },
      [changed.id]: { answer: 'changed' as const, text: '窓口を置く場所がない。', dueOn: '2023-03-31' },
      [dropped.id]: { answer: 'dropped' as const, text: '' },
    },
  };
  const { version, missing, concerns } = SHEET;
  return {
    sheet: SHEET,
    draft: { answers, version, save, missing, concerns, restored: false },
    answers,
    lastYear: SHEET.lastYear?.answers,
    editable: true,
    edit: () => undefined,
    statusOf: (field) => fieldStatus(field, answers, SHEET.lastYear?.answers),
    errorOf: (key) => (key === 'changedPlan' ? '「計画の変更」を記入してください。' : null),
    asked: true,
    held: unfinished.snapshot(),
    unfinished,
  };
}
