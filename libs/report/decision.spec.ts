import { describe, expect, it } from '@jest/globals';
import { commitmentChanges, type DecisionContext, decisionProblems } from './decision.rules.js';
import type { RecordDecision } from './decision.schemas.js';

const PROMISE = { itemKey: 'ア', what: '広げる。', who: '市民協働課長', dueOn: '2023-03-31' };
const decision = (change: Partial<RecordDecision> = {}): RecordDecision => ({
  version: 0,
  verdict: 'partly',
  direction: 'improve',
  text: '広げること。',
  decidedOn: '2022-07-11',
  body: '本部会議',
  commitments: [PROMISE],
  ...change,
});
const context = (change: Partial<DecisionContext> = {}): DecisionContext => ({
  today: '2022-07-11',
  fiscalYear: 2021,
  itemIds: new Map([
    ['ア', 'item-a'],
    ['イ', 'item-i'],
  ]),
  stored: [],
  ...change,
});
const stored = (answered: boolean) => ({
  id: 'p1',
  itemId: 'item-a',
  what: PROMISE.what,
  who: PROMISE.who,
  dueOn: PROMISE.dueOn,
  answered,
});
const fields = (given: RecordDecision, of = context()): (string | undefined)[] =>
  decisionProblems(given, of).map(({ field }) => field);

describe('a decision of management', () => {
  it('may be recorded on the day of the meeting, also as proposed and without a word', () => {
    expect(fields(decision())).toEqual([]);
    expect(fields(decision({ verdict: 'as_is', text: '', commitments: [] }))).toEqual([]);
    expect(fields(decision({ text: '' }))).toEqual(['text']);
  });

  it('is neither of a day to come nor of one before its year began', () => {
    expect(fields(decision({ decidedOn: '2022-07-12' }))).toEqual(['decidedOn']);
    expect(fields(decision({ decidedOn: '2021-03-31' }))).toEqual(['decidedOn']);
    expect(fields(decision({ decidedOn: '2021-04-01' }))).toEqual([]);
  });

  it('gives promises to items that somebody answers for, due on the day of the meeting or later', () => {
    expect(fields(decision({ commitments: [{ ...PROMISE, itemKey: 'ウ' }] }))).toEqual([
      'commitments.0.itemKey',
    ]);
    expect(fields(decision({ commitments: [PROMISE, { ...PROMISE, dueOn: '2022-07-10' }] }))).toEqual([
      'commitments.1.dueOn',
    ]);
  });

  it('names each promise that it has made only once', () => {
    const known = context({ stored: [stored(false)] });
    const again = { ...PROMISE, id: 'p1' };
    const correction = { version: 1, reason: '誤記' };
    expect(fields(decision({ ...correction, commitments: [again, PROMISE, PROMISE] }), known)).toEqual([]);
    expect(fields(decision({ ...correction, commitments: [again, PROMISE, again] }), known)).toEqual([
      'commitments.2.what',
    ]);
  });

  it('is corrected with a reason, and leaves alone what a department has answered', () => {
    const answered = context({ stored: [stored(true)] });
    const corrected = (commitments: RecordDecision['commitments'], reason = '誤記') =>
      decision({ version: 1, reason, commitments });
    expect(fields(corrected([{ ...PROMISE, id: 'p1' }], ''), answered)).toEqual(['reason']);
    expect(fields(corrected([{ ...PROMISE, id: 'p1' }]), answered)).toEqual([]);
    expect(fields(corrected([{ ...PROMISE, id: 'p1', itemKey: 'イ' }]), answered)).toEqual([
      'commitments.0.what',
    ]);
    expect(fields(corrected([]), answered)).toEqual(['commitments']);
    expect(fields(corrected([{ ...PROMISE, id: 'gone' }]), context())).toEqual(['commitments.0.what']);
  });

  it('makes new promises, mends those that are open, and takes back those it no longer names', () => {
    const given = decision({
      commitments: [
        { ...PROMISE, id: 'p1', what: '別の約束' },
        { ...PROMISE, itemKey: 'イ' },
      ],
    });
    const of = context({ stored: [stored(false), { ...stored(false), id: 'p2' }] });
    expect(commitmentChanges(given, of)).toEqual({
      made: [{ what: '広げる。', who: '市民協働課長', dueOn: '2023-03-31', position: 2, itemId: 'item-i' }],
      mended: [
        {
          id: 'p1',
          what: '別の約束',
          who: '市民協働課長',
          dueOn: '2023-03-31',
          position: 1,
          itemId: 'item-a',
        },
      ],
      takenBack: ['p2'],
    });
    expect(commitmentChanges(given, context({ stored: [stored(true)] })).mended).toEqual([]);
  });
});
