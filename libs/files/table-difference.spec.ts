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
      { code: 'a', year: 2022, version: 1, value: '50', source: null },
    ];
    expect(differencesOf(TABLE, before, after)).toEqual([
      {
        change: 'changed',
        row: ['a', '2021'],
        name: '調査',
        cells: [
          { heading: '値', before: '47.5', after: '48.0' },
          { heading: '出典', before: null, after: '調査' },
        ],
      },
      {
        change: 'added',
        row: ['a', '2022'],
        name: null,
        cells: [{ heading: '値', before: null, after: '50' }],
      },
    ]);
  });

  it('is a row that goes, too', () => {
    expect(differencesOf(TABLE, [{ code: 'a', year: 2021, value: '1' }], [])).toEqual([
      { change: 'removed', row: ['a', '2021'], name: null, cells: [] },
    ]);
  });

  it('is nothing where only blanks or numbers are written otherwise', () => {
    expect(
      differencesOf(
        TABLE,
        [{ code: 'a', year: 2021, value: '', source: null }],
        [{ code: 'a', year: '2021', value: undefined }],
      ),
    ).toEqual([]);
  });
});
