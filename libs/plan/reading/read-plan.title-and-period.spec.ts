import { describe, expect, it } from '@jest/globals';
import { readPlan } from './index.js';

const BODY = '第1節 甲\n検証指標\n\t単位\t基準値\t目標値\n\t\tH30\tR5\n駅の数\t駅\t3\t5\n';
const period = (head: string) => {
  const { firstFiscalYear, lastFiscalYear, questions } = readPlan(`${head}\n${BODY}`);
  return [firstFiscalYear, lastFiscalYear, questions.map((question) => question.code)];
};

describe('the period of the plan', () => {
  it.each([
    ['青い町計画\n計画期間は、令和元年度から令和5年度までの5年間です。', 2019, 2023],
    ['青い町計画\n計画の期間：2019年度～2023年度', 2019, 2023],
    ['○○計画（令和元～5年度）', 2019, 2023],
    ['○○計画 2019-2023', 2019, 2023],
    ['青い町計画\n【計画期間】\n令和元年度から令和5年度まで', 2019, 2023],
  ])('%s', (head, first, last) => {
    expect(period(head)).toEqual([first, last, []]);
  });

  it('is not taken from any year in the introduction', () => {
    expect(period('○○計画\n平成8年（1996年）から平成29年まで、町は3回の改革に取り組みました。')).toEqual([
      2019,
      2023,
      ['plan.period_missing'],
    ]);
  });

  it('is asked about when the document states several', () => {
    const [first, last, codes] = period(
      '計画期間（構想）：2015年度～2030年度\n計画期間（基本計画）：2019年度～2023年度',
    );
    expect([first, last]).toEqual([2019, 2023]);
    expect(codes).toEqual(['plan.period_differs']);
  });

  it('is not that of the plan before, and is asked about when the targets lie outside', () => {
    expect(period('青い町計画\n前計画は平成26年度から平成30年度までの5年間の計画期間でした。')[2]).toEqual([
      'plan.period_missing',
    ]);
    expect(period('青い町計画\n計画期間：2010年度～2015年度')).toEqual([
      2010,
      2015,
      ['plan.period_without_target'],
    ]);
  });

  it('stays empty, with a question, when nothing tells it', () => {
    const reading = readPlan('計画\n第1節 甲\n基本方針\n1 乙。\n');
    expect([reading.firstFiscalYear, reading.lastFiscalYear]).toEqual([null, null]);
    expect(reading.questions.map((question) => question.code)).toEqual(['plan.period_unknown']);
  });
});

describe('the title of the plan', () => {
  it.each([
    ['青い町総合計画\n前期', '青い町総合計画'],
    ['令和元年\n青い町まちづくりビジョン', '青い町まちづくりビジョン'],
    ['青い町の未来', '青い町の未来'],
    ['VIII 進めるために\n\n町の計画を進めます。', 'VIII 進めるために'],
  ])('%s', (head, title) => {
    expect(readPlan(`${head}\n${BODY}`).title).toBe(title);
  });

  it('is asked about when the text begins with a section', () => {
    const reading = readPlan(BODY);
    expect(reading.title).toBeNull();
    expect(reading.questions.map((question) => question.code)).toContain('plan.title_missing');
  });
});
