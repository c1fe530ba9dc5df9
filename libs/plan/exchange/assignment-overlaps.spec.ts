import { describe, expect, it } from '@jest/globals';
import { overlapsOf } from './assignment-overlaps.rules.js';
import type { YearsOfAssignment } from './assignment-overlaps.rules.js';

const lead = (department: string, from: number, to: number | null = null): YearsOfAssignment => ({
  subject: '1-(1)-ア',
  department,
  role: 'lead',
  from,
  to,
});
const codes = (assignments: YearsOfAssignment[]): string[] => overlapsOf(assignments).map(({ code }) => code);

describe('assignments that cannot stand together', () => {
  it('are none when the lead is handed over at the end of a year', () => {
    expect(codes([lead('A', 2019, 2021), lead('B', 2022)])).toEqual([]);
  });

  it('are two leads in one year, whichever stands first', () => {
    expect(codes([lead('A', 2019, 2022), lead('B', 2022)])).toEqual(['plan.two_leads']);
    expect(overlapsOf([lead('B', 2022), lead('A', 2019)])).toMatchObject([
      { earlier: { department: 'A' }, later: { department: 'B' } },
    ]);
    expect(codes([lead('A', 2019), lead('B', 2019)])).toEqual(['plan.two_leads']);
  });

  it('are a department that has one subject twice', () => {
    expect(codes([lead('A', 2019), { ...lead('A', 2021), role: 'support' }])).toEqual([
      'plan.assigned_twice',
    ]);
  });

  it('are neither many supporters nor leads of different subjects', () => {
    const support = (department: string): YearsOfAssignment => ({
      ...lead(department, 2019),
      role: 'support',
    });
    expect(
      codes([lead('A', 2019), support('B'), support('C'), { ...lead('B', 2019), subject: '1' }]),
    ).toEqual([]);
  });
});
