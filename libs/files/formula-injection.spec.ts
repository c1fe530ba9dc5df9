import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { readTable, tableSpec, writeCsv, writeExcel } from './index.js';
import { unzip } from './zip.js';

const table = tableSpec({
  columns: [
    { key: 'text', heading: '文' },
    { key: 'number', heading: '数', kind: 'number' },
  ],
});

const ATTACKS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '﹦1',
  '\t=1+1',
  '\t無害',
  '\r=1+1',
  '\r\n=1+1',
  '\n=1',
  ' =1+1',
  '　＝1',
  '\0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  "'=1+1",
  "''=1+1",
  "'\t",
  '="0012"',
  '=HYPERLINK("http://example.com","押す")',
  "=cmd|' /C calc'!A0",
  '-2+3+cmd|" /C calc"!A0',
];
const HARMLESS = ['令和4年度', "'引用'", 'a=b', '1+1', 'x@example.com', "'", '平成', '・－'];

const LEADS_TO_FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u;

function csvCells(texts: readonly string[]): string[] {
  const bytes = writeCsv(
    table,
    texts.map((text) => ({ text })),
    { encoding: 'utf-8' },
  );
  return parse(Buffer.from(bytes), { bom: true, record_delimiter: '\r\n' })
    .slice(1)
    .map(([cell]) => cell ?? '');
}

async function sheetXml(bytes: Uint8Array): Promise<string> {
  const parts = unzip(bytes, (name) => name.startsWith('xl/worksheets/'), 1_000_000);
  return [...parts.values()].map(String).join('');
}

/** The format code of every cell that holds text. */
async function textFormats(bytes: Uint8Array): Promise<(string | undefined)[]> {
  const styles = String(unzip(bytes, () => true, 1_000_000).get('xl/styles.xml'));
  const codes = new Map(
    [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const [, list = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles) ?? [];
  const formats = [...list.matchAll(/<xf ([^>]*)>/g)].map(([, xf = '']) =>
    codes.get(/numFmtId="(\d+)"/.exec(xf)?.[1]),
  );
  const cells = [...(await sheetXml(bytes)).matchAll(/<c ([^>]*t="s"[^>]*)>/g)];
  return cells.map(([, cell = '']) => formats[Number(/s="(\d+)"/.exec(cell)?.[1])]);
}

describe('text that looks like a formula', () => {
  it.each(ATTACKS)('%j is written to CSV behind an apostrophe', (text) => {
    expect(csvCells([text])).toEqual([`'${text}`]);
  });

  it.each(HARMLESS)('%j is left as it is', (text) => {
    expect(csvCells([text])).toEqual([text]);
  });

  it('never begins a CSV cell as a formula', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'=+-@＝＋－＠\'"\t\r\n\0 　a,あ'.split('')),
      minLength: 1,
    });
    fc.assert(
      fc.property(nasty, (text) => {
        const [cell] = csvCells([text, 'end']);
        expect(cell).not.toMatch(LEADS_TO_FORMULA);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves numbers of number columns alone, and only those', () => {
    const bytes = writeCsv(table, [{ text: '-5', number: '-5' }, { number: '-5+1' }], { encoding: 'utf-8' });
    expect(Buffer.from(bytes).toString()).toBe("\ufeff文,数\r\n'-5,-5\r\n,'-5+1\r\n");
  });

  it('is text in a cell formatted as text in Excel, and no file has a formula', async () => {
    const bytes = await writeExcel(
      table,
      ATTACKS.map((text) => ({ text })),
      '表',
    );
    const xml = await sheetXml(bytes);
    expect(xml).not.toMatch(/<f[\s>/]/);
    expect(xml.match(/<c [^>]*t="s"/g)).toHaveLength(ATTACKS.length + 2);
    expect(new Set(await textFormats(bytes))).toEqual(new Set(['@']));
    const cells = await readSheet(Buffer.from(bytes), 1, { trim: false });
    expect(cells.slice(1).map(([cell]) => cell)).toEqual(ATTACKS);
  });

  it('comes back exactly as it was, from either format', async () => {
    const rows = [...ATTACKS, ...HARMLESS].map((text) => ({ text, number: '1' }));
    for (const bytes of [writeCsv(table, rows, { encoding: 'utf-8' }), await writeExcel(table, rows, '表')]) {
      const back = await readTable({ name: '表', bytes }, table);
      expect(back.map(({ values }) => values.text)).toEqual([...ATTACKS, ...HARMLESS]);
    }
  });
});
