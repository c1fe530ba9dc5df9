import { describe, expect, it } from '@jest/globals';
import Encoding from 'encoding-japanese';
import { DomainError } from '#errors';
import { readTable, tableSpec, writeCsv } from './index.js';

const table = tableSpec({
  columns: [
    { key: 'code', heading: 'コード' },
    { key: 'name', heading: '名称' },
    { key: 'amount', heading: '金額', kind: 'number' },
    { key: 'day', heading: '日付', kind: 'date' },
  ],
});

const read = async (bytes: Uint8Array) =>
  (await readTable({ name: '表.csv', bytes }, table)).map(({ values }) => values);
const shiftJis = (text: string) =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), 'SJIS', 'UNICODE'));
const ROW = { code: '01', name: '地域福祉の推進', amount: '1234', day: '2022-04-01' };

describe('CSV is read', () => {
  const text = 'コード,名称,金額,日付\r\n01,地域福祉の推進,"1,234",R4.4.1\r\n';

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    [
      'UTF-16 as Excel saves Unicode text',
      Buffer.from(`\ufeff${text.replaceAll(/,(?!234)/g, '\t')}`, 'utf16le'),
    ],
    ['Shift_JIS', shiftJis(text)],
    ['LF', Buffer.from(text.replaceAll('\r\n', '\n'))],
    ['CR', Buffer.from(text.replaceAll('\r\n', '\r'))],
    ['tabs', Buffer.from(text.replaceAll(/,(?!234)/g, '\t'))],
    ['no line end at the end', Buffer.from(text.trimEnd())],
  ])('in %s', async (_form, bytes) => {
    expect(await read(bytes)).toEqual([ROW]);
  });

  it('with the signs that only the Windows form of Shift_JIS has', async () => {
    const bytes = shiftJis('コード,名称\r\n①,㈱髙﨑～ⅣⅣ－ｶﾞ\r\n');
    expect(await read(bytes)).toEqual([{ code: '①', name: '㈱髙﨑～ⅣⅣ－ｶﾞ', amount: null, day: null }]);
  });

  it('with gaiji as the private characters that Windows makes of them', async () => {
    const bytes = Buffer.concat([
      shiftJis('コード,名称\r\n1,'),
      Buffer.from([0xf0, 0x40]),
      shiftJis('田\r\n'),
    ]);
    expect(await read(bytes)).toEqual([{ code: '1', name: '\ue000田', amount: null, day: null }]);
  });

  it('with quotes, commas and line breaks inside of cells, one record being one row', async () => {
    const bytes = Buffer.from('コード,名称\n1,"一行目\n二行目, ""引用"""\n2,三\n');
    const rows = await readTable({ name: '表.csv', bytes }, table);
    expect(rows.map(({ row, values }) => [row, values.name])).toEqual([
      [2, '一行目\n二行目, "引用"'],
      [3, '三'],
    ]);
  });

  it('with stray quotes as they stand', async () => {
    expect(await read(Buffer.from('コード,名称\n1,12"ディスク\n'))).toMatchObject([{ name: '12"ディスク' }]);
  });

  it('with codes that other systems wrap to keep their zeros', async () => {
    expect(await read(Buffer.from('コード,名称\n="0012",a\n"=""0013""",b\n'))).toMatchObject([
      { code: '0012' },
      { code: '0013' },
    ]);
  });
});

describe('CSV is written', () => {
  it('in UTF-8 with its mark, CRLF and quotes where they are needed', () => {
    const bytes = writeCsv(
      table,
      [{ code: '1', name: 'a,"b"\nc', amount: -5, day: '2022-04-01' }, { name: null }],
      {
        encoding: 'utf-8',
      },
    );
    expect(Buffer.from(bytes).toString('utf8')).toBe(
      '\ufeffコード,名称,金額,日付\r\n1,"a,""b""\nc",-5,2022-04-01\r\n,,,\r\n',
    );
  });

  it('in Shift_JIS', () => {
    const bytes = writeCsv(table, [{ name: '髙﨑①～' }], { encoding: 'shift_jis' });
    expect(Encoding.convert(bytes, { to: 'UNICODE', from: 'SJIS', type: 'string' })).toBe(
      'コード,名称,金額,日付\r\n,髙﨑①～,,\r\n',
    );
  });

  it('in Shift_JIS with look-alikes for the signs that differ between systems', async () => {
    const bytes = writeCsv(table, [{ name: '10〜20−5—‖¥か\u3099' }], { encoding: 'shift_jis' });
    expect(await read(bytes)).toMatchObject([{ name: '10～20－5―∥￥が' }]);
  });

  it('not with characters Shift_JIS lacks, and says where they are', () => {
    const rows = [
      { code: '1', name: '田中' },
      { code: '2', name: '𠮷田❤𠮷' },
      { code: 'é', name: 'x' },
    ];
    let thrown: unknown;
    try {
      writeCsv(table, rows, { encoding: 'shift_jis' });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DomainError);
    const code = 'table.characters_not_in_shift_jis';
    expect(thrown).toMatchObject({
      kind: 'invalid',
      code: 'table.not_in_shift_jis',
      params: { total: 2, more: 0 },
      places: [
        { field: 'name', row: 3, column: '名称', code, params: { characters: '𠮷❤' } },
        { field: 'code', row: 4, column: 'コード', code, params: { characters: 'é' } },
      ],
    });
  });

  it('so that Excel does not take a heading ID for another format', () => {
    const ids = tableSpec({ columns: [{ key: 'id', heading: 'ID' }] });
    expect(Buffer.from(writeCsv(ids, [{ id: 'x' }], { encoding: 'shift_jis' })).toString()).toBe(
      '"ID"\r\nx\r\n',
    );
  });
});
