import { describe, expect, it } from '@jest/globals';
import type { Commitment } from '../api';
import { answeredWhere, changesNothing, promisesOf } from './promises';

const promise = (id: string, more: Partial<Commitment> = {}): Commitment => ({
  id,
  asked: true,
  over: true,
  madeInFiscalYear: 2020,
  what: '説明会を開く。',
  who: '市民協働課長',
  dueOn: '2022-03-31',
  state: 'open',
  decidedOn: null,
  answers: [],
  ...more,
});

describe('the promises of a sheet', () => {
  it('count to its answers only where they are asked', () => {
    const given = { answer: 'done' as const, text: '開いた。' };
    const commitments = [promise('a'), promise('b', { asked: false, state: 'done' }), promise('c')];
    const { asked, shown, done } = promisesOf(commitments, { commitmentAnswers: { a: given, b: given } });
    expect(asked.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(shown.map(({ id }) => id)).toEqual(['b']);
    expect(done).toBe(1);
  });

  it('that are not asked say where they are answered', () => {
    const check = { stage: 'check', fiscalYear: 2021 } as const;
    const answer = { ...check, answer: 'done', text: '開いた。', on: '2022-05-01' } as const;
    expect(answeredWhere(promise('a', { state: 'done', answers: [answer] }), check)).toBe('here');
    const others = promise('a', { state: 'done', answers: [{ ...answer, fiscalYear: 2020 }] });
    expect(answeredWhere(others, check)).toBe('closed');
    expect(answeredWhere(promise('a', { state: 'changed' }), check)).toBe('elsewhere');
  });

  it('go on unchanged until their day: by what was known when the sheet was opened, or by what the server says now', () => {
    const same = { answer: 'changed', text: '続ける。' } as const;
    const running = promise('a', { over: false });
    const refused = [{ field: 'commitment:a', code: 'nothing_changed' }];
    expect(changesNothing(promise('a'), same, [])).toBe(true);
    expect(changesNothing(running, same, [])).toBe(false);
    expect(changesNothing(running, same, refused)).toBe(true);
    expect(changesNothing(running, same, [{ field: 'commitment:b', code: 'nothing_changed' }])).toBe(false);
    expect(changesNothing(running, { ...same, dueOn: '2022-09-30' }, refused)).toBe(false);
    expect(changesNothing(running, { ...same, what: ' 説明会を開く。' }, refused)).toBe(true);
    expect(changesNothing(running, { ...same, answer: 'done' }, refused)).toBe(false);
  });
});
