import { describe, expect, it } from '@jest/globals';
import { DomainError, invalid } from '#errors';
import { problem, readTable, tableSpec } from './index.js';
import type { TableRow } from './index.js';

const staff = tableSpec({
  columns: [
    {
      key: 'code',
      heading: '職員番号',
      aliases: ['職員コード'],
      required: true,
      parse: (cell) => cell.padStart(4, '0'),
    },
    { key: 'name', heading: '氏名', required: true },
    { key: 'hours', heading: '時間数（Ａ）', kind: 'number' },
    { key: 'from', heading: '着任日', kind: 'date' },
    {
      key: 'grade',
      heading: '級',
      parse: (cell) => (/^[1-9]$/.test(cell) ? Number(cell) : problem('staff.no_grade', { cell })),
    },
  ],
});

const file = (text: string, name = '職員.csv') => ({ name, bytes: Buffer.from(text, 'utf8') });
const HEADINGS = '職員番号,氏名,時間数（Ａ）,着任日,級';

async function refusal(reading: Promise<unknown>): Promise<DomainError> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error('was not refused', { cause: error });
}

describe('a table is read', () => {
  it('into typed rows with the row numbers of the sheet', async () => {
    const rows: TableRow<typeof staff>[] = await readTable(
      file(`${HEADINGS}\n12,青木,"1,234.50",令和4年4月1日,3\n\n,,,,\n0345,井上,,,\n`),
      staff,
    );
    expect(rows).toEqual([
      { row: 2, values: { code: '0012', name: '青木', hours: '1234.50', from: '2022-04-01', grade: 3 } },
      { row: 5, values: { code: '0345', name: '井上', hours: null, from: null, grade: null } },
    ]);
    // These lines are checked by the compiler.
    const { code, hours, grade } = rows[0]?.values ?? { code: '', hours: null, grade: null };
    const exact: [string, string | null, number | null] = [code, hours, grade];
    expect(exact).toEqual(['0012', '1234.50', 3]);
  });

  it('whatever the order, width and blanks of the headings', async () => {
    const text = '\n 氏 名 ,級,職員コード,時間数(A)\n青木,3,12,7\n';
    expect(await readTable(file(text), staff)).toEqual([
      { row: 3, values: { code: '0012', name: '青木', hours: '7', from: null, grade: 3 } },
    ]);
  });

  it.each([
    ['1234', '1234'],
    ['１，２３４', '1234'],
    ['1,234,567.80', '1234567.80'],
    [' 12 ', '12'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['－５', '-5'],
    ['▲1,000', '-1000'],
    ['△0.5', '-0.5'],
    ['+3', '3'],
    ['007', '7'],
    ['-0', '0'],
  ])('with the number %p as %s', async (cell, value) => {
    const [row] = await readTable(file(`${HEADINGS}\n1,青木,"${cell}",,`), staff);
    expect(row?.values.hours).toBe(value);
  });

  it('without rows when there are headings only', async () => {
    expect(await readTable(file(HEADINGS), staff)).toEqual([]);
  });

  it('past columns it does not know, when it may', async () => {
    const lenient = tableSpec({ columns: [{ key: 'name', heading: '氏名' }], unknownColumns: 'ignore' });
    expect(await readTable(file('備考,氏名\n何か,青木,外'), lenient)).toEqual([
      { row: 2, values: { name: '青木' } },
    ]);
  });
});

describe('a table is refused', () => {
  it('with every wrong cell in one go', async () => {
    const text = `${HEADINGS}\n,青木,多い,2022/2/30,9\n1, ,1,2,34,0\n2,上田,#N/A,R4.4.1,0\n`;
    const error = await refusal(readTable(file(text), staff));
    expect(error).toMatchObject({ kind: 'invalid', code: 'table.rows_invalid' });
    expect(error.params).toEqual({ name: '職員.csv', total: 9, more: 0 });
    expect(error.places).toEqual([
      { field: 'code', row: 2, column: '職員番号', code: 'table.cell_required', params: {} },
      {
        field: 'hours',
        row: 2,
        column: '時間数（Ａ）',
        code: 'table.not_a_number',
        params: { value: '多い' },
      },
      { field: 'from', row: 2, column: '着任日', code: 'calendar.not_a_date', params: { text: '2022/2/30' } },
      { row: 3, column: 'F', code: 'table.cell_without_heading' },
      { field: 'name', row: 3, column: '氏名', code: 'table.cell_required', params: {} },
      { field: 'from', row: 3, column: '着任日', code: 'calendar.not_a_date', params: { text: '2' } },
      { field: 'grade', row: 3, column: '級', code: 'staff.no_grade', params: { cell: '34' } },
      {
        field: 'hours',
        row: 4,
        column: '時間数（Ａ）',
        code: 'table.formula_error',
        params: { value: '#N/A' },
      },
      { field: 'grade', row: 4, column: '級', code: 'staff.no_grade', params: { cell: '0' } },
    ]);
  });

  it.each(['1,23', '1.', '.5', '5円', '12%', '1e3', '--1', '0x1', '-'])('for the number %p', async (cell) => {
    const error = await refusal(readTable(file(`${HEADINGS}\n1,青木,"${cell}",,`), staff));
    expect(error.places.map(({ code }) => code)).toEqual(['table.not_a_number']);
  });

  it('with at most 200 places, the others counted', async () => {
    const text = `${HEADINGS}\n${'1,青木,多い,,\n'.repeat(250)}`;
    const error = await refusal(readTable(file(text), staff));
    expect(error.params).toEqual({ name: '職員.csv', total: 250, more: 50 });
    expect(error.places).toHaveLength(201);
    expect(error.places[199]).toMatchObject({ row: 201 });
    expect(error.places[200]).toEqual({ code: 'table.more_problems', params: { more: 50 } });
  });

  it('by what a parse throws', async () => {
    const spec = tableSpec({
      columns: [
        {
          key: 'a',
          heading: 'A',
          parse: (cell): string => {
            throw invalid('thing.not_known', { cell });
          },
        },
      ],
    });
    const error = await refusal(readTable(file('A\nx'), spec));
    expect(error.places).toEqual([
      { field: 'a', row: 2, column: 'A', code: 'thing.not_known', params: { cell: 'x' } },
    ]);
  });

  it('not by a mistake in a parse, which is no fault of the file', async () => {
    const spec = tableSpec({
      columns: [
        {
          key: 'a',
          heading: 'A',
          parse: (): string => {
            throw new TypeError('a mistake');
          },
        },
      ],
    });
    await expect(readTable(file('A\nx'), spec)).rejects.toThrow(TypeError);
  });

  it('for columns that are missing, unknown or repeated, all named', async () => {
    const error = await refusal(readTable(file('職員番号,備考,級,級,メモ\n1,2,3,4,5'), staff));
    expect(error).toMatchObject({ kind: 'invalid', code: 'table.wrong_columns' });
    expect(error.params).toEqual({
      name: '職員.csv',
      missing: '氏名',
      unknown: '備考、メモ',
      repeated: '級',
    });
    expect(error.places).toEqual([
      { row: 1, column: '氏名', code: 'table.column_missing', params: { heading: '氏名' } },
      { row: 1, column: '備考', code: 'table.column_unknown', params: { heading: '備考' } },
      { row: 1, column: 'メモ', code: 'table.column_unknown', params: { heading: 'メモ' } },
      { row: 1, column: '級', code: 'table.column_repeated', params: { heading: '級' } },
    ]);
  });

  it('for a heading and its alias side by side', async () => {
    const error = await refusal(readTable(file('職員番号,職員コード,氏名\n1,2,3'), staff));
    expect(error.params).toMatchObject({ missing: '—', unknown: '—', repeated: '職員番号' });
  });

  it.each([
    ['', 'table.empty'],
    ['\n ,　,\n\n', 'table.empty'],
    ['%PDF-1.7\n%âãÏÓ\n1 0 obj', 'table.not_a_table'],
    ['<!DOCTYPE html><table><tr><td>氏名', 'table.not_a_table'],
    ['<?xml version="1.0"?><Workbook/>', 'table.not_a_table'],
    ['\0\x01\x02\x03abc\0\0\0', 'table.not_a_table'],
    ['a,"b\nc,d\n', 'table.quote_not_closed'],
  ])('for the contents %p: %s', async (text, code) => {
    expect(await refusal(readTable(file(text, '変.xlsx'), staff))).toMatchObject({
      code,
      params: { name: '変.xlsx' },
    });
  });

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe, 0x00], 'table.not_a_table'],
    ['a binary PDF', [...Buffer.from('%PDF-1.4\n'), 0xe2, 0xe3, 0xcf, 0xd3, 0xff], 'table.not_a_table'],
    ['an .xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], 'table.old_excel'],
    [
      'a locked .xlsx',
      [0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')],
      'table.locked',
    ],
    ['a broken zip', [0x50, 0x4b, 0x03, 0x04, 1, 2, 3], 'table.unreadable_excel'],
  ])('for %s', async (_what, bytes, code) => {
    const reading = readTable({ name: '表.csv', bytes: Uint8Array.from(bytes) }, staff);
    expect(await refusal(reading)).toMatchObject({ code, params: { name: '表.csv' } });
  });

  it('for being too large or too long', async () => {
    const text = `${HEADINGS}\n${'1,青木,,,\n'.repeat(10)}`;
    const limits = { bytes: 1_048_576, rows: 11 };
    expect(await readTable(file(text), staff, limits)).toHaveLength(10);
    expect(await refusal(readTable(file(`${text}2,上田,,,`), staff, limits))).toMatchObject({
      code: 'table.too_many_rows',
      params: { limit: 11 },
    });
    const large = { name: '大.csv', bytes: new Uint8Array(1_048_577) };
    expect(await refusal(readTable(large, staff, limits))).toMatchObject({
      code: 'table.too_large',
      params: { name: '大.csv', megabytes: 1 },
    });
  });
});
