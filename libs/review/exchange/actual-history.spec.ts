import { describe, expect, it } from '@jest/globals';
import { type GivenActual, type SheetActual, takenBeside } from './actual-history.rules.js';

const NO_WORDS = { source: null, specialNote: null, factorsOwn: null, factorsOutside: null } as const;

const given = (more: Partial<GivenActual> = {}): GivenActual => ({
  value: '46.0',
  milestone: null,
  reason: null,
  ...NO_WORDS,
  certainty: null,
  ...more,
});
const stored = (more: Partial<SheetActual> = {}): SheetActual => ({
  key: '1-指標1',
  fiscalYear: 2021,
  sheet: 'confirmed',
  value: '46',
  milestone: null,
  reason: null,
  ...NO_WORDS,
  preliminary: false,
  ...more,
});

describe('an imported actual', () => {
  it('of a year without a sheet is as certain as the file says', () => {
    expect(takenBeside(given({ certainty: 'preliminary' }), undefined)).toMatchObject({
      certainty: 'preliminary',
    });
    expect(takenBeside(given(), undefined)).toMatchObject({ certainty: 'final' });
    expect(takenBeside(given({ certainty: 'corrected' }), undefined)).toMatchObject({ certainty: 'final' });
  });

  it('stays confirmed when its sheet confirmed it, whatever the file calls it', () => {
    for (const certainty of ['preliminary', 'final', null] as const)
      expect(takenBeside(given({ certainty }), stored())).toBe('stands');
    // Where nothing is corrected nothing changes.
    expect(takenBeside(given({ certainty: 'corrected' }), stored())).toBe('stands');
  });

  it('keeps what was confirmed beside the value, too', () => {
    const source = '令和4年4月調べ';
    for (const sheet of ['confirmed', 'handed_in'] as const)
      expect(takenBeside(given({ source }), stored({ sheet, source: '' }))).toMatchObject({ at: 'source' });
    expect(takenBeside(given({ source }), stored({ source }))).toBe('stands');
    expect(takenBeside(given({ source, certainty: 'corrected' }), stored({ source: '' }))).toEqual({
      certainty: 'final',
      corrects: ['source'],
    });
  });

  it('neither takes the place of a reason that was handed in, nor of a confirmed one but where a value is still to come', () => {
    const none = { value: null, reason: 'survey_not_held' } as const;
    expect(takenBeside(given(), stored({ ...none, sheet: 'handed_in' }))).toEqual({
      refusal: 'review.entry_handed_in',
      at: 'value',
    });
    expect(takenBeside(given(none), stored({ ...none, sheet: 'handed_in' }))).toBe('stands');
    expect(takenBeside(given(), stored(none))).toEqual({ refusal: 'review.actual_confirmed', at: 'value' });
    expect(takenBeside(given(none), stored(none))).toBe('stands');
    expect(
      takenBeside(given({ certainty: 'final' }), stored({ value: null, reason: 'not_yet_compiled' })),
    ).toEqual({ certainty: 'final', corrects: [] });
  });

  it('that is another than the confirmed one is refused unless it says that it corrects', () => {
    const refused = (at: string) => ({ refusal: 'review.actual_confirmed', at });
    for (const certainty of ['preliminary', 'final', null] as const)
      expect(takenBeside(given({ value: '47.0', certainty }), stored())).toEqual(refused('value'));
    expect(takenBeside(given({ value: null, reason: 'survey_not_held' }), stored())).toEqual(
      refused('reason'),
    );
    expect(
      takenBeside(given({ value: null, milestone: '完了' }), stored({ value: null, milestone: '着手' })),
    ).toEqual(refused('milestone'));
    expect(takenBeside(given({ value: '47.0', certainty: 'corrected' }), stored())).toEqual({
      certainty: 'final',
      corrects: ['value'],
    });
  });

  it('of a closed year without a sheet changes only where it corrects', () => {
    const closed = stored({ sheet: 'closed' });
    expect(takenBeside(given(), closed)).toBe('stands');
    expect(takenBeside(given({ value: '47.0' }), closed)).toEqual({
      refusal: 'review.actual_closed',
      at: 'value',
    });
    expect(takenBeside(given({ value: '47.0', certainty: 'corrected' }), closed)).toMatchObject({
      corrects: ['value'],
    });
    expect(takenBeside(given({ value: '47.0' }), { ...closed, preliminary: true })).toMatchObject({
      refusal: 'review.actual_closed',
    });
  });

  it('may follow on a value that was confirmed as 速報', () => {
    const early = stored({ preliminary: true });
    expect(takenBeside(given({ value: '47.0', certainty: 'final' }), early)).toEqual({
      certainty: 'final',
      corrects: [],
    });
    expect(takenBeside(given({ value: '47.0', certainty: 'preliminary' }), early)).toMatchObject({
      certainty: 'preliminary',
    });
    expect(takenBeside(given({ certainty: 'final' }), early)).toMatchObject({ certainty: 'final' });
    // What says the same is not written again.
    expect(takenBeside(given({ certainty: 'preliminary' }), early)).toBe('stands');
  });

  it('is 速報 while its sheet is not confirmed, and not changed while it waits for that', () => {
    const waits = stored({ sheet: 'handed_in', preliminary: true });
    expect(takenBeside(given({ certainty: 'final' }), waits)).toBe('stands');
    expect(takenBeside(given({ value: '47.0', certainty: 'corrected' }), waits)).toEqual({
      refusal: 'review.entry_handed_in',
      at: 'value',
    });
    const back = stored({ sheet: 'given_back', preliminary: true });
    expect(takenBeside(given({ value: '47.0', certainty: 'final' }), back)).toMatchObject({
      certainty: 'preliminary',
    });
    expect(takenBeside(given({ value: null, reason: 'not_yet_compiled' }), back)).toMatchObject({
      certainty: 'final',
    });
  });
});
