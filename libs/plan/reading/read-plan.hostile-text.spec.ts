import { describe, expect, it } from '@jest/globals';
import { readPlan } from './index.js';

const TABLE = '第1節 甲\n検証指標\n\t単位\t基準値\t目標値\n\t\tH30\tR5\n';

/** Each once took minutes, or would have: work must grow with the text, not with its square. */
describe('a text made to be slow is read in time', () => {
  it.each([
    ['an item that runs on for ever', `第1節 甲\n事業概要\nア 乙\n${'丙丁\n'.repeat(60_000)}`],
    ['one number repeated', `第1節 甲\n事業概要\n${'【(1) 乙】\n'.repeat(20_000)}`],
    ['a bracket that never closes', `第1節 甲\n事業概要\n【(1) 乙\n${'丙丁\n'.repeat(60_000)}`],
    ['policies without end', `第1節 甲\n基本方針\n${'1 乙。\n'.repeat(20_000)}`],
    ['a row of a hundred thousand cells', `${TABLE}駅\t駅\t3\t5\n${'\t'.repeat(100_000)}`],
    ['a number of a hundred thousand digits', `${TABLE}駅\t駅\t3\t${'9'.repeat(100_000)}`],
    ['blanks', `${TABLE}駅\t駅\t3\t5\n${' 　'.repeat(100_000)}乙`],
    ['single letters', `第1節 甲\n事業概要\nア ${'A '.repeat(100_000)}`],
    ['arrows', `${TABLE}駅\t駅\t3\t5\n${'1→'.repeat(50_000)}`],
  ])('%s', (_, text) => {
    expect(readPlan(text).totals.sections).toBe(1);
  });

  it('never makes a number of more digits than a database takes', () => {
    const reading = readPlan(`${TABLE}駅\t駅\t3\t${'9'.repeat(40)}`);
    expect(reading.indicators[0]?.target).toBeNull();
  });
});
