import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTable, tableSpec, writeCsv, writeExcel } from './index.js';
import type { WritableRow } from './index.js';

const table = tableSpec({
  columns: [
    { key: 'name', heading: '名称' },
    { key: 'note', heading: '備考' },
    { key: 'amount', heading: '金額', kind: 'number', numberFormat: '#,##0' },
    { key: 'day', heading: '日付', kind: 'date' },
  ],
});
type Row = Required<WritableRow<typeof table>>;

const FORMULA_ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;
const SPECIAL = [
  'constructor',
  '__proto__',
  'toString',
  '_x0041_',
  '_x005F_x0041_',
  '&amp;<b>',
  ' outer ',
  "o'",
  '𠮷❤️',
  '\u0007',
];

const isReadAsText = (text: string): boolean => text.trim() !== '' && !FORMULA_ERRORS.test(text);
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'=+-@＝\'",\t\r\n\u0000 　aあ_x0041;<&'.split('')) }),
    fc.constantFrom(...SPECIAL),
  )
  .filter(isReadAsText);
const amount = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 1, max: 999 }))
  .map(
    // no zero at the end, which a spreadsheet would not keep
    ([whole, thousandths]) =>
      thousandths % 10 === 0 ? String(whole) : `${whole}.${String(thousandths).padStart(3, '0')}`,
  );
const day = fc
  .date({ min: new Date('1912-07-30'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const rows = fc.array(
  fc.record({ name: text, note: fc.option(text), amount: fc.option(amount), day: fc.option(day) }),
  { minLength: 1, maxLength: 8 },
);

async function back(bytes: Uint8Array): Promise<unknown[]> {
  return (await readTable({ name: '表', bytes }, table)).map(({ values }) => values);
}

describe('what goes out comes in again', () => {
  it('as CSV in UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written: Row[]) => {
        expect(await back(writeCsv(table, written, { encoding: 'utf-8' }))).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });

  it('as Excel', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written: Row[]) => {
        expect(await back(await writeExcel(table, written, '表'))).toEqual(written);
      }),
      { numRuns: 150 },
    );
  });

  it('as CSV in Shift_JIS', async () => {
    const inShiftJis = fc
      .string({ unit: fc.constantFrom(...'あア亜ｱ髙①～－=\'",\r\n 　aZ~\\'.split('')) })
      .filter(isReadAsText);
    await fc.assert(
      fc.asyncProperty(fc.array(inShiftJis, { minLength: 1, maxLength: 8 }), async (names) => {
        const written = names.map((name) => ({ name, note: null, amount: null, day: null }));
        expect(await back(writeCsv(table, written, { encoding: 'shift_jis' }))).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });
});
