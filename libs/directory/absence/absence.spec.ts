import { describe, expect, it } from '@jest/globals';
import { absenceState, checkDays, checkDelegate, endedEarly, LONGEST_ABSENCE } from './absence.rules.js';
import { addDays } from '#calendar';

const TODAY = '2022-04-18';
const days = (fromDate: string, toDate: string) => ({ fromDate, toDate });
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'taken';
};

describe('an absence', () => {
  it.each([
    ['2022-04-17', '2022-04-17', 'past'],
    ['2022-04-01', '2022-04-18', 'running'],
    ['2022-04-18', '2022-04-18', 'running'],
    ['2022-04-18', '2022-05-02', 'running'],
    ['2022-04-19', '2022-04-19', 'planned'],
  ])('from %s to %s is %s', (from, to, state) => {
    expect(absenceState(days(from, to), TODAY)).toBe(state);
  });

  it.each([
    ['2022-04-18', '2022-04-18', 'taken'],
    ['2022-04-17', '2022-04-20', 'absence.begins_in_the_past'],
    ['2022-04-20', '2022-04-19', 'absence.ends_before_it_begins'],
    ['2022-04-18', addDays(TODAY, LONGEST_ABSENCE - 1), 'taken'],
    ['2022-04-18', addDays(TODAY, LONGEST_ABSENCE), 'absence.too_long'],
  ])('from %s to %s: %s', (from, to, outcome) => {
    expect(codeOf(() => checkDays(days(from, to), [], TODAY))).toBe(outcome);
  });

  it.each([
    ['2022-05-01', '2022-05-09', 'taken'],
    ['2022-05-01', '2022-05-10', 'absence.overlaps'],
    ['2022-05-12', '2022-05-13', 'absence.overlaps'],
    ['2022-05-01', '2022-06-30', 'absence.overlaps'],
    ['2022-05-20', '2022-05-25', 'absence.overlaps'],
    ['2022-05-21', '2022-05-25', 'taken'],
  ])('from %s to %s beside another from 10 to 20 May: %s', (from, to, outcome) => {
    expect(codeOf(() => checkDays(days(from, to), [days('2022-05-10', '2022-05-20')], TODAY))).toBe(outcome);
  });
});

describe('the delegate', () => {
  it('is somebody else who holds a post on all the days', () => {
    const reads = { delegateId: 'b', decides: false };
    const office = { personId: 'b', inOffice: true, looksOn: false };
    expect(codeOf(() => checkDelegate('a', reads, office))).toBe('taken');
    expect(codeOf(() => checkDelegate('b', reads, office))).toBe('absence.oneself');
    expect(codeOf(() => checkDelegate('a', reads, { ...office, inOffice: false }))).toBe(
      'absence.delegate_without_post',
    );
    expect(codeOf(() => checkDelegate('a', reads, undefined))).toBe('absence.delegate_without_post');
  });

  it('decides in the place of the absent, unless an auditor', () => {
    const decides = { delegateId: 'b', decides: true };
    const auditor = { personId: 'b', inOffice: true, looksOn: true };
    expect(codeOf(() => checkDelegate('a', decides, { ...auditor, looksOn: false }))).toBe('taken');
    expect(codeOf(() => checkDelegate('a', decides, auditor))).toBe('absence.delegate_looks_on');
    expect(codeOf(() => checkDelegate('a', { ...decides, decides: false }, auditor))).toBe('taken');
  });
});

describe('coming back early', () => {
  it('keeps the days until yesterday', () => {
    expect(endedEarly(days('2022-04-11', '2022-04-30'), TODAY)).toEqual(days('2022-04-11', '2022-04-17'));
  });

  it('leaves nothing of what had not begun before today', () => {
    expect(endedEarly(days('2022-04-18', '2022-04-30'), TODAY)).toBeNull();
    expect(endedEarly(days('2022-05-18', '2022-05-30'), TODAY)).toBeNull();
  });

  it('is refused for what is over: the past stays as it was', () => {
    expect(codeOf(() => endedEarly(days('2022-04-11', '2022-04-17'), TODAY))).toBe('absence.is_past');
  });
});
