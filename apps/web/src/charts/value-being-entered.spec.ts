import { describe, expect, it } from '@jest/globals';
import type { IndicatorView, Judgement } from '../api';
import { judgementOf } from './judgement-basis';
import { lastKnown, withEntered } from './value-being-entered';

const actual = (fiscalYear: number, value: string | null): IndicatorView['actuals'][number] => ({
  fiscalYear,
  value,
  milestone: null,
  reason: null,
  preliminary: false,
  source: '',
  specialNote: '',
});
const judgement = { fiscalYear: 2021, status: 'not_judged', reason: 'not_yet_compiled' } as Judgement;
const indicator = {
  actuals: [actual(2019, '44.6'), actual(2020, '45.9')],
  judgements: [],
  latest: judgement,
} as unknown as IndicatorView;

describe('the value that is being entered', () => {
  it('is a preliminary point of its year, and the year is no longer called uncompiled', () => {
    const shown = withEntered(indicator, 2021, { value: '47.5', milestone: null });
    expect(shown.actuals.at(-1)).toMatchObject({ fiscalYear: 2021, value: '47.5', preliminary: true });
    expect(judgementOf(shown, 2021)).toBeNull();
  });

  it('changes nothing when it is what is known already, or nothing', () => {
    expect(withEntered(indicator, 2020, { value: '45.9', milestone: null })).toBe(indicator);
    expect(withEntered(indicator, 2021, { value: null, milestone: null })).toBe(indicator);
  });

  it('leaves the last known value with its own year', () => {
    expect(lastKnown(indicator, 2021)).toMatchObject({ fiscalYear: 2020, value: '45.9' });
    expect(lastKnown(indicator, 2019)).toBeNull();
  });
});
