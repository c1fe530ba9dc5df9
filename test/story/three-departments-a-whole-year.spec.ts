import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import { City, type Sheet } from './city.js';

interface SectionReport {
  readonly items: readonly {
    readonly key: string;
    readonly grade: string | null;
    readonly direction: string | null;
    readonly budget: string | null;
    readonly settled: string | null;
    readonly executionRate: string | null;
  }[];
  readonly commitments: readonly { readonly what: string }[];
}

/** The leads of three items of different sections, and what each spends; amounts in 千円. */
const ITEMS = [
  { key: '1-(1)-ア', section: '1', budget: '8000', settled: '7600', grade: 'A', rate: '95.0' },
  { key: '2-(2)-ア', section: '2', budget: '12000', settled: '9000', grade: 'B', rate: '75.0' },
  { key: '7-(2)-ア', section: '7', budget: '5000', settled: '5500', grade: 'C', rate: '110.0' },
] as const;

/** Fiscal 2022 from its opening to its last approval, by the people of three departments. Only the clock is moved. */
describe('three departments turn a whole year', () => {
  let product: Product;
  let city: City;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    await until('the sheets of fiscal 2022 are there', () =>
      city.sheetId(2022, '1-(1)-ア', 'plan').catch(() => undefined),
    );
  });

  afterAll(() => product.stop());

  /** Fills in one stage of each item and takes it up the chain. */
  async function turn(
    stage: string,
    answersOf: (item: (typeof ITEMS)[number], sheet: Sheet) => Record<string, unknown>,
  ): Promise<void> {
    for (const item of ITEMS) {
      const id = await city.sheetId(2022, item.key, stage);
      const staff = await city.staffWritingFor(id);
      const sheet = await staff.get<Sheet>(`/api/sheets/${id}`);
      await city.write(staff, id, {
        ...answersOf(item, sheet),
        ...(sheet.commitments.length > 0 && {
          commitmentAnswers: Object.fromEntries(
            sheet.commitments.map(({ id: promise }) => [promise, { answer: 'done', text: '行った。' }]),
          ),
        }),
      });
      if (stage === 'plan' && item.key === '2-(2)-ア') await returnOnce(id);
      await city.approveToTheEnd(id);
      expect((await staff.get<Sheet>(`/api/sheets/${id}`)).state).toBe('approved');
    }
  }

  /** The division manager is not content; the staff mend it. */
  async function returnOnce(id: string): Promise<void> {
    const manager = await city.firstApprover(id);
    const { version } = await manager.get<{ version: number }>(`/api/approvals/${id}`);
    await manager.post(`/api/approvals/${id}/return`, { version, reason: '目標を数で書いてください。' });
    const staff = await city.staffWritingFor(id);
    const sheet = await staff.get<Sheet>(`/api/sheets/${id}`);
    expect(sheet.returned.map(({ reason }) => reason)).toEqual(['目標を数で書いてください。']);
    await city.write(staff, id, { goal: '発信を年間120回にする。' });
  }

  it('Plan, in April', async () => {
    await turn('plan', ({ budget }, { lastYear }) => ({
      ...lastYear?.answers,
      goal: '前の年より広げる。',
      budget,
      funding: { national: '0', prefectural: '0', bond: '0', other: '0', general: budget },
    }));
  });

  it('Do, in October', async () => {
    await city.moveTo('2022-10-03');
    await turn('do', () => ({ progress: 'as_planned', done: '計画どおりに進めた。' }));
  });

  it('Check, the next April, with cost, grade and what was planned beside it', async () => {
    await city.moveTo('2023-04-03');
    await city.yearIsOver(2021);
    await turn('check', ({ settled, grade }, { planAnswers }) => ({
      results: '計画した取組を終えた。',
      settledCost: settled,
      settledPersonYears: '1.0',
      participationActual: 'pi',
      grade,
      gradeReason: '目標と実績による。',
      activityActuals: (
        (planAnswers?.['activityIndicators'] ?? []) as { name: string; target: string }[]
      ).map(({ name, target }) => ({ name, value: target })),
    }));
  });

  it('Act, in June, with a promise each', async () => {
    await city.moveTo('2023-06-01');
    await turn('act', ({ key }) => ({
      issues: '担当者が替わると進まない。',
      direction: 'improve',
      commitments: [{ what: `${key} の手順を書き残す。`, who: '課長', dueOn: '2024-03-29' }],
    }));
  });

  it('the section reports have their numbers, and next year’s Do asks for the promises', async () => {
    const planner = await city.planner();
    for (const { key, section, budget, settled, grade, rate } of ITEMS) {
      const report = await planner.get<SectionReport>(`/api/reports/2022/sections/${section}`);
      expect(report.items.find((item) => item.key === key)).toMatchObject({
        budget,
        settled,
        executionRate: rate,
        grade,
        direction: 'improve',
      });
      expect(report.commitments.map(({ what }) => what)).toEqual([`${key} の手順を書き残す。`]);
    }
    await city.moveTo('2023-10-02');
    for (const { key } of ITEMS) {
      const id = await city.sheetId(2023, key, 'do');
      const sheet = await (await city.staffWritingFor(id)).get<Sheet>(`/api/sheets/${id}`);
      expect(sheet.commitments.map(({ what }) => what)).toEqual([`${key} の手順を書き残す。`]);
    }
  });
});
