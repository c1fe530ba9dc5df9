import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './table-difference.rules.js';

const TABLE = {
  columns: [
    { key: 'code', heading: '番号' },
    { key: 'year', heading: '年度' },
    { key: 'version', heading: '版', counter: true },
    { key: 'value', heading: '値' },
    { key: 'source', heading: '出典' },
  ],
  key: ['code', 'year'],
  naming: 'source',
};

describe('what a file would change', () => {
  it('is told cell by cell, each row by the cells that tell it from others', () => {
    const before = [
      { code: 'a', year: 2021, version: 3, value: '47.5', source: '' },
      { code: 'b', year: 2021, version: 1, value: '1', source: 'x' },
    ];
    const after = [
      { code: 'a', year: 2021, version: 4, value: '48.0', source: '調査' },
      { code: 'b', year: 2021, version: 2, value: '1', source: 'x' },
      { code: 'a', year: 2022, version: 1, value: '50', source: '窓口' },
    ];
    expect(differencesOf(TABLE, before, after)).toEqual({
      total: 2,
      rows: [
        {
          change: 'changed',
          row: ['a', '2021'],
          name: '調査',
          cells: [
            { heading: '値', before: '47.5', after: '48.0' },
            { heading: '出典', before: null, after: '調査' },
          ],
        },
        // Its name says what the column of the name would say again.
        {
          change: 'added',
          row: ['a', '2022'],
          name: '窓口',
          cells: [{ heading: '値', before: null, after: '50' }],
        },
      ],
    });
  });

  it('is nothing where only blanks or numbers are written otherwise', () => {
    const before = [{ code: 'a', year: 2021, value: '', source: null }];
    expect(differencesOf(TABLE, before, [{ code: 'a', year: '2021', value: undefined }]).total).toBe(0);
  });

  it('is nothing where two rows have one key and neither changed, and one row where one did', () => {
    const twins = [
      { code: 'a', year: 2021, value: '1' },
      { code: 'a', year: 2021, value: '2' },
    ];
    expect(differencesOf(TABLE, twins, twins).total).toBe(0);
    const [first] = twins;
    const after = [first ?? {}, { code: 'a', year: 2021, value: '3' }];
    expect(differencesOf(TABLE, twins, after).rows.map(({ cells }) => cells)).toEqual([
      [{ heading: '値', before: '2', after: '3' }],
    ]);
  });

  it('shows of long texts where they part', () => {
    const text = (end: string): string => `${'長'.repeat(900)}${end}`;
    const row = (source: string) => [{ code: 'a', year: 2021, value: source }];
    const [cell] = differencesOf(TABLE, row(text('古い')), row(text('新しい'))).rows[0]?.cells ?? [];
    expect(cell?.before).toBe(`…${'長'.repeat(40)}古い`);
    expect(cell?.after).toBe(`…${'長'.repeat(40)}新しい`);
    const [longer] = differencesOf(TABLE, row(text('')), row(text('付けた'))).rows[0]?.cells ?? [];
    expect(longer?.after).toBe(`…${'長'.repeat(40)}付けた`);
  });

  it('shows a hundred rows and the beginning of a long text, and counts all', () => {
    const after = Array.from({ length: 130 }, (_, at) => ({
      code: `${at}`,
      year: 2021,
      value: '長'.repeat(900),
    }));
    const { total, rows } = differencesOf(TABLE, [], after);
    expect([total, rows.length]).toEqual([130, 100]);
    expect(rows[0]?.cells[0]?.after).toBe(`${'長'.repeat(400)}…`);
  });
});
