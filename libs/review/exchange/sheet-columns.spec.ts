import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SHEET_FIELDS } from '#cycle';
import { readTable, writeCsv, writeExcel } from '#files';
import type { TableFile } from '#files';
import { answersSchema } from '../answers.schemas.js';
import type { Answers } from '../review.types.js';
import { saysTheSame } from './same-answers.rules.js';
import { answersOf, cellsOf, COLUMN_GROUPS, SHEET_SPEC } from './sheet-columns.js';
import type { SheetStage } from './sheet-columns.types.js';

type Sheet = Record<SheetStage, Answers>;

const ITEM_FIELDS = SHEET_FIELDS.filter(({ subject }) => subject === 'item');
const NAME = { fiscalYear: '2021', item: '1-(1)-ア', department: '040102' };

const text = fc
  .string({ unit: fc.constantFrom(...'目標を=+-\n,"\'　 aZ1'.split('')), maxLength: 30 })
  .filter((one) => one.trim() !== '');
const name = text.map((one) => one.trim());
const amount = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`);
const day = fc
  .date({ min: new Date('2019-04-01'), max: new Date('2030-03-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const names = fc.uniqueArray(name, { maxLength: 5 });

const answer: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text,
  money: amount,
  decimal: amount,
  funding: fc.record({ national: amount, prefectural: amount, bond: amount, other: amount, general: amount }),
  sdgs: fc.uniqueArray(fc.integer({ min: 1, max: 17 })),
  commitments: fc.array(fc.record({ what: name, who: name, dueOn: day }), { maxLength: 5 }),
  ratings: fc
    .subarray(['necessity', 'effectiveness', 'efficiency', 'fairness'])
    .chain((aspects) =>
      fc.tuple(
        ...aspects.map((aspect) =>
          fc.record({ aspect: fc.constant(aspect), rating: fc.constantFrom('a', 'b', 'c'), reason: name }),
        ),
      ),
    ),
};

/** Any sheet of an item, every field answered or not. */
const sheet: fc.Arbitrary<Sheet> = names.chain((activities) => {
  const indicators = fc.tuple(
    ...activities.map((one) =>
      fc.record({ name: fc.constant(one), unit: fc.constantFrom('件', ''), target: amount }),
    ),
  );
  const actuals = fc.tuple(
    ...activities.map((one) => fc.record({ name: fc.constant(one), value: fc.option(amount) })),
  );
  const arbitraryOf = (field: (typeof ITEM_FIELDS)[number]): fc.Arbitrary<unknown> => {
    if (field.type === 'activityIndicators') return indicators;
    if (field.type === 'activityActuals') return actuals;
    if (field.type === 'choice') return fc.constantFrom(...field.choices);
    return answer[field.type] ?? fc.constant(null);
  };
  const stage = (wanted: SheetStage): fc.Arbitrary<Answers> =>
    fc.record(
      Object.fromEntries(
        ITEM_FIELDS.filter((field) => field.stage === wanted).map((field) => [
          field.key,
          fc.option(arbitraryOf(field)),
        ]),
      ),
    ) as fc.Arbitrary<Answers>;
  return fc.record({ plan: stage('plan'), do: stage('do'), check: stage('check'), act: stage('act') });
});

async function backFrom(bytes: Uint8Array): Promise<ReturnType<typeof answersOf>> {
  const file: TableFile = { name: '表', bytes };
  const [row] = await readTable(file, SHEET_SPEC);
  return answersOf((key) => row?.values[key] ?? null);
}

function expectSame(before: Sheet, after: ReturnType<typeof answersOf>): void {
  for (const { stage, key, type } of ITEM_FIELDS) {
    const was = (before[stage as SheetStage] as Record<string, unknown>)[key] ?? null;
    const is = after[stage as SheetStage][key];
    expect([stage, key, saysTheSame(type, was, is)]).toEqual([stage, key, true]);
  }
}

describe('the columns of a sheet', () => {
  it('carry every field of an item once', () => {
    const carried = COLUMN_GROUPS.flatMap(({ fields }) =>
      fields.map(([stage, field]) => `${stage}.${field}`),
    );
    expect(carried.toSorted()).toEqual(ITEM_FIELDS.map(({ stage, key }) => `${stage}.${key}`).toSorted());
  });

  it('have headings and keys of their own', () => {
    const headings = SHEET_SPEC.columns.map(({ heading }) => heading.normalize('NFKC'));
    expect(new Set(headings).size).toBe(headings.length);
    expect(new Set(SHEET_SPEC.columns.map(({ key }) => key)).size).toBe(headings.length);
  });

  it('bring any answers through CSV and Excel, in the form the sheet keeps them', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, fc.boolean(), async (before, asExcel) => {
        const rows = [{ ...NAME, ...cellsOf(before) }];
        const after = await backFrom(
          asExcel
            ? await writeExcel(SHEET_SPEC, rows, '表')
            : writeCsv(SHEET_SPEC, rows, { encoding: 'utf-8' }),
        );
        expectSame(before, after);
        for (const answers of Object.values(after))
          expect(answersSchema.safeParse(answers)).toMatchObject({ success: true });
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
