import { describe, expect, it } from '@jest/globals';
import { choiceWords } from './choice-words.js';
import { readTable, tableSpec, writeCsv } from './index.js';

const progress = choiceWords({
  as_planned: '計画どおり',
  late: ['遅れ', '遅れている'],
  pi: ['PI', 'PI(意見の反映)'],
});
const table = tableSpec({
  columns: [{ key: 'progress', heading: '進捗状況', parse: progress.parse }],
});

describe('the words of a column', () => {
  it('stand for codes, in any width and with any of the words that are understood', () => {
    expect(['計画どおり', '遅れている', 'ＰＩ', 'ＰＩ（意見の反映）', ' 遅 れ '].map(progress.parse)).toEqual(
      ['as_planned', 'late', 'pi', 'pi', 'late'],
    );
  });

  it('are written as the first word, nothing for no code', () => {
    expect(['as_planned', 'late', null, undefined, 'gone'].map(progress.wordOf)).toEqual([
      '計画どおり',
      '遅れ',
      null,
      null,
      null,
    ]);
  });

  it('are named to whoever writes another one', async () => {
    const bytes = writeCsv(table, [{ progress: '順調' }], { encoding: 'utf-8' });
    await expect(readTable({ name: '表', bytes }, table)).rejects.toMatchObject({
      code: 'table.rows_invalid',
      places: [
        {
          row: 2,
          column: '進捗状況',
          code: 'table.not_a_choice',
          params: { value: '順調', choices: '計画どおり、遅れ、PI' },
        },
      ],
    });
  });
});
