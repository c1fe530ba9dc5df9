import { describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { DomainError } from '#errors';
import { readTable, tableSpec, writeExcel } from './index.js';
import { unzip, zipStored } from './zip.js';

const table = tableSpec({
  columns: [
    { key: 'name', heading: '名称' },
    { key: 'amount', heading: '金額', kind: 'number', numberFormat: '#,##0' },
    { key: 'day', heading: '日付', kind: 'date', width: 14 },
  ],
});

const anything = tableSpec({
  columns: ['A', 'B', 'C'].map((letter) => ({ key: letter, heading: letter })),
});

const HEADINGS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c><c r="B1" t="inlineStr"><is><t>B</t></is></c></row>';

interface Parts {
  readonly rows: string;
  readonly sheet?: string;
  readonly formats?: readonly string[];
  readonly strings?: string;
  readonly is1904?: boolean;
}

/** A workbook as another program might write it. Style n+1 has the n-th of the formats. */
function workbook({ rows, sheet, formats = [], strings = '', is1904 = false }: Parts): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Readonly<Record<string, string>> = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${rel}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${170 + at}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
    'xl/worksheets/sheet1.xml':
      sheet ?? `<worksheet ${main}><sheetData>${HEADINGS}${rows}</sheetData></worksheet>`,
  };
  return zipStored(new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)])));
}

const read = async (bytes: Uint8Array) =>
  (await readTable({ name: '表.xlsx', bytes }, anything)).map(({ row, values }) => [
    row,
    values['A'],
    values['B'],
  ]);

async function refusalOf(bytes: Uint8Array): Promise<DomainError> {
  const error = await readTable({ name: '表.xlsx', bytes }, anything).catch((reason: unknown) => reason);
  if (error instanceof DomainError) return error;
  throw new Error('was not refused', { cause: error });
}

describe('Excel is written', () => {
  it('with numbers as numbers, dates as dates, and text as text', async () => {
    const bytes = await writeExcel(
      table,
      [
        { name: '0012', amount: '1234.5', day: '2022-04-01' },
        { name: '12', amount: -3, day: 'いつか' },
        { amount: '1234567890123456', day: null },
      ],
      '一覧',
    );
    expect(await readSheet(Buffer.from(bytes))).toEqual([
      ['名称', '金額', '日付'],
      ['0012', 1234.5, new Date('2022-04-01T00:00:00Z')],
      ['12', -3, 'いつか'],
      [null, '1234567890123456', null],
    ]);
  });

  it('with bold headings that stay, and widths', async () => {
    const bytes = await writeExcel(table, [{ name: 'とても長い名称のある事務事業' }], '一覧');
    const xml = [...unzip(bytes, (name) => name.startsWith('xl/'), 1_000_000)]
      .map(([, part]) => String(part))
      .join('');
    expect(xml).toMatch(/<b\s*\/>/);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"/);
    expect([...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([
      30, 8, 14,
    ]);
  });

  it.each([
    ['政策/施策[1]:*?', '政策／施策［1］：＊？'],
    ['あ'.repeat(40), 'あ'.repeat(31)],
    ["'引用'", '引用'],
    ['', 'Sheet1'],
  ])('on a sheet named %p as %p', async (name, shown) => {
    const bytes = await writeExcel(table, [], name);
    const book = unzip(bytes, (part) => part === 'xl/workbook.xml', 100_000).get('xl/workbook.xml');
    expect(String(book)).toContain(`name="${shown}"`);
  });

  it('not with more text than a cell holds', async () => {
    const rows = [{ name: 'あ' }, { name: 'あ'.repeat(32_768) }];
    await expect(writeExcel(table, rows, '表')).rejects.toMatchObject({
      code: 'table.cells_too_long',
      places: [{ field: 'name', row: 3, column: '名称', params: { length: 32_768, limit: 32_767 } }],
    });
  });
});

describe('Excel is read', () => {
  it('with the numbers people see, not the noise of binary fractions', async () => {
    const rows = [
      '1.1000000000000001',
      '0.30000000000000004',
      '1E+21',
      '1.5E-7',
      '123456789012345678',
      '-0.5',
    ]
      .map((number, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>${number}</v></c></row>`)
      .join('');
    expect((await read(workbook({ rows }))).map(([, a]) => a)).toEqual([
      '1.1',
      '0.3',
      '1000000000000000000000',
      '0.00000015',
      '123456789012345678',
      '-0.5',
    ]);
  });

  it.each([
    'yyyy/m/d',
    'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
    '[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
    '[$-ja-JP-x-gannen]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@',
    '[$-411]ge\\.m\\.d;@',
    'm&quot;月&quot;d&quot;日（&quot;aaa&quot;）&quot;',
  ])('with dates shown as %s', async (format) => {
    const rows = '<row r="2"><c r="A2" s="1"><v>44711</v></c><c r="B2"><v>44711</v></c></row>';
    expect(await read(workbook({ rows, formats: [format] }))).toEqual([[2, '2022-05-30', '44711']]);
    expect(
      await read(workbook({ rows: rows.replaceAll('44711', '43249'), formats: [format], is1904: true })),
    ).toEqual([[2, '2022-05-30', '43249']]);
  });

  it('with times of day', async () => {
    const rows =
      '<row r="2"><c r="A2" s="1"><v>44711.354166666664</v></c><c r="B2" s="1"><v>0.72925925925925927</v></c></row>';
    expect(await read(workbook({ rows, formats: ['yyyy/m/d h:mm'] }))).toEqual([
      [2, '2022-05-30 08:30', '17:30:08'],
    ]);
  });

  it('with #,##0 as a number, and General', async () => {
    const rows = '<row r="2"><c r="A2" s="1"><v>44711</v></c><c r="B2" s="2"><v>5</v></c></row>';
    expect(await read(workbook({ rows, formats: ['#,##0;[Red]-#,##0', 'General'] }))).toEqual([
      [2, '44711', '5'],
    ]);
  });

  it('without readings, with styled runs joined, line breaks and escapes resolved', async () => {
    const strings =
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><r><t>赤</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 青&#10;_x000D_</t></r></si>';
    const rows = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>';
    expect(await read(workbook({ rows, strings }))).toEqual([[2, '東京', '赤 青\n\r']]);
  });

  it('with the results of formulas, and their errors refused where they stand', async () => {
    const good = '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>A1</f><v>文</v></c></row>';
    expect(await read(workbook({ rows: good }))).toEqual([[2, '2', '文']]);
    const bad = '<row r="7"><c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    expect(await refusalOf(workbook({ rows: bad }))).toMatchObject({
      code: 'table.rows_invalid',
      places: [
        { field: 'B', row: 7, column: 'B', code: 'table.formula_error', params: { value: '#DIV/0!' } },
      ],
    });
  });

  it('with the row numbers of the sheet across gaps, blank rows and far styles', async () => {
    const rows =
      '<row r="4"><c r="B4" t="b"><v>1</v></c></row><row r="5"><c r="A5" s="0"/></row>' +
      '<row r="9"><c r="A9" t="inlineStr"><is><t>　</t></is></c></row><row r="12"><c r="A12"><v>3</v></c></row>' +
      '<row r="1048576"><c r="XFD1048576" s="0"/></row>';
    expect(await read(workbook({ rows }))).toEqual([
      [4, null, 'TRUE'],
      [12, '3', null],
    ]);
  });
});

describe('an Excel file is refused', () => {
  it.each([
    ['a row beyond the sheet', '<row r="99999999999"><c r="A1"><v>1</v></c></row>', 'table.unreadable_excel'],
    ['a cell beyond the sheet', '<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>', 'table.unreadable_excel'],
    [
      'an address hidden in an entity',
      '<row r="2"><c r="&#65;2"><v>1</v></c></row>',
      'table.unreadable_excel',
    ],
    [
      'an address behind a prefix',
      '<row r="2" x:r="999999999"><c r="A2"><v>1</v></c></row>',
      'table.unreadable_excel',
    ],
    [
      'an address close to another',
      '<row r="2"y="3"r="999999999"><c r="A2"><v>1</v></c></row>',
      'table.unreadable_excel',
    ],
    ['a tag inside an attribute', '<row a="><row r=\'999999999\'>"></row>', 'table.unreadable_excel'],
    ['a comment', '<!-- <c a=" --><row r="2"/>', 'table.unreadable_excel'],
    ['a cell without address', '<row r="2"><c><v>1</v></c></row>', 'table.unreadable_excel'],
    ['a value far away', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 'table.too_wide'],
    ['a number that is none', '<row r="2"><c r="A2"><v>1e999</v></c></row>', 'table.unreadable_excel'],
    ['a text that is not there', '<row r="2"><c r="A2" t="s"><v>7</v></c></row>', 'table.unreadable_excel'],
    ['tags that are not closed', '<row r="2"><c r="A2"><v>1', 'table.unreadable_excel'],
  ])('with %s', async (_what, rows, code) => {
    expect(await refusalOf(workbook({ rows }))).toMatchObject({ code, params: { name: '表.xlsx' } });
  });

  it.each(['1e12', '99999999', '1e300'])('with the day %s', async (day) => {
    const rows = `<row r="2"><c r="A2" s="1"><v>${day}</v></c></row>`;
    expect((await refusalOf(workbook({ rows, formats: ['yyyy/m/d'] }))).code).toBe('table.unreadable_excel');
  });

  it('when it unpacks to more than it may', async () => {
    const zeros = Buffer.alloc(30 * 1_048_576, 0x20);
    const { deflateRawSync } = await import('node:zlib');
    const packed = deflateRawSync(zeros);
    const name = Buffer.from('xl/workbook.xml');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(5, 24);
    central.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(30 + name.length + packed.length, 16);
    const bomb = Buffer.concat([local, name, packed, central, name, end]);
    const reading = readTable({ name: '爆.xlsx', bytes: bomb }, anything, { bytes: 1_048_576, rows: 100 });
    await expect(reading).rejects.toMatchObject({ code: 'table.too_large', params: { megabytes: 10 } });
  });

  it('when it is an archive of something else', async () => {
    const bytes = zipStored(new Map([['word/document.xml', Buffer.from('<w/>')]]));
    expect(await refusalOf(bytes)).toMatchObject({ code: 'table.not_a_table' });
  });

  it('wherever it is cut off or damaged', async () => {
    const whole = await writeExcel(table, [{ name: '値', amount: '1' }], '表');
    for (let length = 4; length < whole.length; length += 97) {
      expect((await refusalOf(whole.slice(0, length))).code).toBe('table.unreadable_excel');
    }
    for (let at = 4; at < whole.length; at += 13) {
      const damaged = Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ 0xff : byte));
      const outcome: unknown = await readTable({ name: '表.xlsx', bytes: damaged }, table).catch(
        (reason: unknown) => reason,
      );
      expect(Array.isArray(outcome) || outcome instanceof DomainError).toBe(true);
    }
  });
});
