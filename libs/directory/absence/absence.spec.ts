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
    expect(codeOf(() => checkDelegate('a', 'b', { personId: 'b', inOffice: true }))).toBe('taken');
    expect(codeOf(() => checkDelegate('a', 'a', { personId: 'a', inOffice: true }))).toBe('absence.oneself');
    expect(codeOf(() => checkDelegate('a', 'b', { personId: 'b', inOffice: false }))).toBe(
      'absence.delegate_without_post',
    );
    expect(codeOf(() => checkDelegate('a', 'b', undefined))).toBe('absence.delegate_without_post');
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
