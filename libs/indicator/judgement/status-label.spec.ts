import { describe, it, expect } from '@jest/globals';
import { aCase, of } from './cases.for-spec.js';
import { explain } from './judgement.rules.js';
import { statusLabel } from './status-label.rules.js';

const label = (...fields: Parameters<typeof aCase>) => statusLabel(explain(aCase(...fields)));

describe('the word on the badge', () => {
  it.each([
    ['60.0', 'achieved'],
    ['52.0', 'on_track'],
    ['47.2', 'mostly_on_track'],
    ['41.0', 'behind'],
    ['40.0', 'flat'],
    ['39.0', 'worse'],
  ])('before the target year is the status: %s is %s', (value, status) => {
    expect(label({ actual: of(value, 2021) })).toEqual({
      badge: { key: `judgement.status.${status}`, params: {} },
      beside: [],
    });
  });

  it('from the target year on is 達成 or 未達成（進捗69.0％）, over the same status', () => {
    const given = aCase({ actual: of('53.8', 2023) });
    expect(explain(given).judgement.status).toBe('mostly_on_track');
    expect(statusLabel(explain(given)).badge).toEqual({
      key: 'judgement.badge.notAchievedWithProgress',
      params: { progress: '69.0' },
    });
    expect(label({ actual: of('60.0', 2023) }).badge.key).toBe('judgement.status.achieved');
  });

  it('is 未達成 alone where the rules leave the progress blank', () => {
    expect(label({ direction: 'maintain', actual: of('59.0', 2023) }).badge.key).toBe(
      'judgement.badge.notAchieved',
    );
  });

  it('stays 評価不能 after the target year, with the reason beside it', () => {
    expect(label({ actual: { reason: 'survey_not_held', year: 2023 } })).toEqual({
      badge: { key: 'judgement.status.not_judged', params: {} },
      beside: [{ key: 'judgement.reason.survey_not_held', params: {} }],
    });
  });
});

describe('what stands beside the badge', () => {
  const keys = (...fields: Parameters<typeof aCase>) => label(...fields).beside.map(({ key }) => key);

  it('says 端数処理による where only the rounding of E makes it on track', () => {
    const given = { baseline: of('43.8', 2018), targets: [of('50.0', 2023)] };
    expect(keys({ ...given, actual: of('47.5', 2021) })).toEqual(['judgement.beside.byRounding']);
    expect(keys({ ...given, actual: of('47.6', 2021) })).toEqual([]);
  });

  it('says that the period is over, which is no status', () => {
    expect(keys({ actual: of('60.0', 2024) })).toEqual(['judgement.beside.complete']);
  });

  it('prints a special circumstance and a preliminary value, which change nothing', () => {
    const trace = explain(aCase({ actual: of('39.0', 2021) }));
    expect(statusLabel(trace, { specialNote: true, preliminary: true })).toEqual({
      badge: { key: 'judgement.status.worse', params: {} },
      beside: [
        { key: 'judgement.beside.specialNote', params: {} },
        { key: 'judgement.beside.preliminary', params: {} },
      ],
    });
  });
});
