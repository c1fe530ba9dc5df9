import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { anItem, aStage, theFacts } from './facts.for-spec.js';
import type { StageFact } from './report.types.js';
import { assembleSectionReport, percentOf, sumOf } from './section-report.rules.js';

const KEYS = ['1-(1)-ア', '1-(1)-イ', '1-(1)-ウ'];

/** Whole hundredths of 千円, so that a naive sum in integers is exact. */
const hundredths = fc.bigInt({ min: 0n, max: 10n ** 13n });
const written = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
const back = (amount: string): bigint => BigInt(new Decimal(amount).times(100).toFixed());

interface Amount {
  readonly fact: StageFact;
  readonly amount: bigint;
}

const sheet: fc.Arbitrary<Amount> = fc
  .record({
    key: fc.constantFrom(...KEYS, 'gone'),
    role: fc.constantFrom('lead' as const, 'support' as const),
    stage: fc.constantFrom('plan' as const, 'check' as const),
    state: fc.constantFrom('approved', 'approved', 'submitted', 'not_applicable'),
    amount: hundredths,
  })
  .map(({ key, role, stage, state, amount }) => {
    const column = stage === 'plan' ? { budget: written(amount) } : { settledCost: written(amount) };
    return { fact: aStage(stage, { key, role, state, ...column }), amount };
  });

const naive = (sheets: readonly Amount[], stage: string, key?: string): bigint =>
  sheets
    .filter(({ fact }) => fact.stage === stage && fact.state === 'approved')
    .filter(({ fact }) => (key === undefined ? KEYS.includes(fact.key) : fact.key === key))
    .reduce((sum, { amount }) => sum + amount, 0n);

describe('the sums of a section report', () => {
  it('are those of its approved sheets, lead and support, however they are added up', () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 12 }), (sheets) => {
        const { items, costs } = assembleSectionReport(
          theFacts({ items: KEYS.map((key) => anItem(key)), stages: sheets.map((s) => s.fact) }),
        );
        for (const item of items) {
          expect(back(item.budget ?? '0')).toBe(naive(sheets, 'plan', item.key));
          expect(back(item.settled ?? '0')).toBe(naive(sheets, 'check', item.key));
        }
        expect(back(costs.budget)).toBe(naive(sheets, 'plan'));
        expect(back(costs.settled)).toBe(naive(sheets, 'check'));
        // Rate and rest are those of the items that have a settlement.
        const settledKeys = items.filter(({ settled }) => settled !== null).map(({ key }) => key);
        const settledBudget = settledKeys.reduce((sum, key) => sum + naive(sheets, 'plan', key), 0n);
        expect(back(costs.unused)).toBe(settledBudget - naive(sheets, 'check'));
        expect(costs.executionRate).toBe(percentOf(costs.settled, written(settledBudget)));
      }),
    );
  });

  it('cost labour by the unit cost of the year, item by item and in all', () => {
    const report = assembleSectionReport(
      theFacts({
        labourUnitCost: '7800.5',
        items: KEYS.map((key) => anItem(key)),
        stages: KEYS.map((key) => aStage('check', { key, personYears: '0.7' })),
      }),
    );
    expect(report.items.map((i) => i.labourCost)).toEqual(['5460.35', '5460.35', '5460.35']);
    expect(report.costs).toMatchObject({
      personYears: '2.1',
      labourCost: '16381.05',
      labourUnitCost: '7800.5',
    });
  });

  it('are zero, with no rate, where there is no money', () => {
    expect(assembleSectionReport(theFacts()).costs).toEqual({
      budget: '0',
      settled: '0',
      unused: '0',
      executionRate: null,
      generalFunds: '0',
      personYears: '0',
      labourCost: '0',
      labourUnitCost: '7800',
    });
  });

  it('show more spent than planned as a negative rest', () => {
    const { costs } = assembleSectionReport(
      theFacts({ stages: [aStage('plan', { budget: '100' }), aStage('check', { settledCost: '112.5' })] }),
    );
    expect(costs).toMatchObject({ unused: '-12.5', executionRate: '112.5' });
  });

  it('are written in full, never with an exponent, and lose no digit', () => {
    expect(sumOf(['9999999999999.9999', '9999999999999.9999', null, undefined])).toBe('19999999999999.9998');
    expect(sumOf(['9999999999999999999999', '1'])).toBe('10000000000000000000000');
    expect(sumOf(['0.00000001'])).toBe('0.00000001');
    expect(sumOf([])).toBe('0');
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
  });
});

describe('a percent', () => {
  it.each([
    ['7960', '8420', '94.5'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    ['1', '2000', '0.1'],
    ['0', '5', '0.0'],
    ['5', '5', '100.0'],
    ['-1', '2000', '-0.1'],
    ['-1', '20000', '0.0'],
  ])('of %s in %s is %s', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('is nothing of nothing', () => {
    expect(percentOf('5', '0')).toBeNull();
    expect(percentOf(0, 0)).toBeNull();
    expect(percentOf('0', '0.00')).toBeNull();
  });
});
