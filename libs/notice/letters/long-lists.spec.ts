import { describe, expect, it } from '@jest/globals';
import { dailyLetter, managerDigest } from './index.js';
import type { LetterSheet } from './index.js';
import { SAMPLE_DAY, SAMPLE_WEEK } from './sample-letters.for-spec.js';

const DIVISION =
  '文化市民局市民協働推進部地域コミュニティ活性化・多文化共生社会推進担当課兼男女共同参画及び平和啓発並びに人権教育等推進室';

const sheets = (count: number): readonly LetterSheet[] =>
  Array.from({ length: count }, (_, at) => ({
    taskStageId: `sheet-${at}`,
    label: `第${at}節`,
    title: '事業の実施',
    stage: 'check',
    fiscalYear: 2021,
    dueOn: '2022-05-31',
    daysLeft: 1,
    personName: null,
    url: `/sheets/${at}`,
  }));

const reminding = (count: number, language: 'ja' | 'en' = 'ja') =>
  dailyLetter({
    ...SAMPLE_DAY,
    recipient: { ...SAMPLE_DAY.recipient, language },
    overdue: [],
    returned: [],
    waiting: [],
    opened: [],
    reminders: sheets(count),
  });

describe('a list of 30 rows', () => {
  it('is shown whole', () => {
    const { text, html } = reminding(30);
    expect(text).toContain('30. 第29節');
    expect(`${text}${html}`).not.toContain('ほか');
  });

  it('is the most that is shown; the rest is counted and linked', () => {
    const { subject, text, html } = reminding(31);
    expect(subject).toBe('【総合計画】要対応 31件');
    expect(text).toContain('30. 第29節');
    expect(text).not.toContain('第30節');
    expect(text).toContain('ほか 1件を一覧で見る\n   https://mawasu.example.jp/\n');
    expect(html).toContain('>ほか 1件を一覧で見る</a>');
    expect(reminding(2000).text).toContain('ほか 1970件を一覧で見る');
    expect(reminding(2000, 'en').text).toContain('See 1970 more in the list');
  });

  it('is what a digest shows of each section', () => {
    const { subject, text } = managerDigest({
      ...SAMPLE_WEEK,
      overdue: sheets(40).map((sheet) => ({ ...sheet, told: null })),
      waiting: sheets(50),
      dueThisWeek: sheets(60).map((sheet) => ({ ...sheet, openCommitments: 0, returnedOn: null })),
    });
    expect(subject).toBe('【総合計画】今週の要対応 150件（うち期限超過 40件）');
    expect(text).toContain('ほか 10件を一覧で見る\n   https://mawasu.example.jp/cycle\n');
    expect(text).toContain('ほか 20件を一覧で見る\n   https://mawasu.example.jp/approvals\n');
    expect(text).toContain('ほか 30件を一覧で見る\n   https://mawasu.example.jp/cycle\n');
  });

  it('shows the most urgent', () => {
    const [first, ...others] = sheets(40);
    const late = first ? [{ ...first, dueOn: '2022-05-30', daysLeft: 0, label: '最後に書いた節' }] : [];
    const { text } = dailyLetter({ ...SAMPLE_DAY, reminders: [...others, ...late] });
    expect(text).toContain('1. 最後に書いた節');
  });
});

describe('a department with a name of 60 characters', () => {
  it('stands whole in both versions', () => {
    expect([...DIVISION].length).toBe(60);
    const { html, text } = managerDigest({
      ...SAMPLE_WEEK,
      scope: DIVISION,
      recipient: { ...SAMPLE_WEEK.recipient, title: `${DIVISION}長` },
      overdue: SAMPLE_WEEK.overdue.map((sheet) => ({
        ...sheet,
        told: { title: DIVISION, on: '2022-05-17' },
      })),
    });
    expect(html).toContain(`${DIVISION}の検証指標に`);
    const unwrapped = text.replace(/\n */g, '');
    expect(unwrapped).toContain(`${DIVISION}長　高橋 由紀子 様`);
    expect(unwrapped).toContain(`${DIVISION}へ5月17日にお知らせ済み`);
  });
});
