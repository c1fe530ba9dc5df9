import { describe, expect, it } from '@jest/globals';
import { nextYear } from './next-year';

const PLAN = { firstFiscalYear: 2019, lastFiscalYear: 2023 };
const cycle = (fiscalYear: number) => ({
  fiscalYear,
  state: 'open' as const,
  opensOn: `${fiscalYear}-04-01`,
  openedOn: null,
  closesOn: `${fiscalYear + 1}-03-31`,
  sheets: 0,
});

describe('the year that can be made next', () => {
  it('is a year of the plan, whenever the installation begins', () => {
    expect(nextYear({ cycles: [], today: '2026-11-25' }, PLAN)).toBe(2023);
    expect(nextYear({ cycles: [], today: '2022-03-31' }, PLAN)).toBe(2021);
    expect(nextYear({ cycles: [], today: '2018-11-25' }, PLAN)).toBe(2019);
  });

  it('follows the newest one until the plan ends', () => {
    expect(nextYear({ cycles: [cycle(2021), cycle(2022)], today: '2022-05-16' }, PLAN)).toBe(2023);
    expect(nextYear({ cycles: [cycle(2023)], today: '2023-05-16' }, PLAN)).toBeNull();
  });
});
