import { describe, expect, it } from '@jest/globals';
import type { Language } from '#calendar';
import { dailyLetter, isEmptyDailyLetter } from './index.js';
import type { DailyLetterProps, LetterSheet } from './index.js';
import { SAMPLE_DAY } from './sample-letters.for-spec.js';

const NOTHING = { overdue: [], returned: [], waiting: [], reminders: [], opened: [] } as const;

const on = (facts: Partial<DailyLetterProps>, language: 'ja' | 'en' = 'ja') =>
  dailyLetter({ ...SAMPLE_DAY, ...NOTHING, ...facts, recipient: { ...SAMPLE_DAY.recipient, language } });

const sheet = (facts: Partial<LetterSheet> = {}): LetterSheet => ({
  taskStageId: 'a',
  label: '第1節 (1)ア',
  title: '意見の聴取',
  stage: 'check',
  fiscalYear: 2021,
  dueOn: '2022-05-31',
  daysLeft: 1,
  personName: null,
  url: '/sheets/a',
  ...facts,
});

const headings = (html: string): string[] =>
  [...html.matchAll(/<h2 [^>]*>([^<]*)<\/h2>/g)].map(([, heading]) => heading ?? '');

describe('the daily letter', () => {
  it('says in its subject how much there is and how much of it is late', () => {
    expect(dailyLetter(SAMPLE_DAY).subject).toBe('【総合計画】要対応 10件（うち期限超過 1件）');
    expect(on({ reminders: [sheet()] }).subject).toBe('【総合計画】要対応 1件');
    expect(on({ overdue: [{ ...sheet({ daysLeft: -1 }), told: null }] }, 'en').subject).toBe(
      '【総合計画】 1 to do (1 overdue)',
    );
  });

  it('puts the most urgent section first', () => {
    expect(headings(dailyLetter(SAMPLE_DAY).html)).toEqual([
      '▲ 期限超過　1件',
      '差戻し　1件',
      'あなたの確認待ち　2件',
      '期限のお知らせ　3件',
      '記入の開始　3件',
    ]);
  });

  it.each([
    ['overdue', '▲ 期限超過　1件'],
    ['returned', '差戻し　1件'],
    ['waiting', 'あなたの確認待ち　2件'],
    ['reminders', '期限のお知らせ　3件'],
    ['opened', '記入の開始　3件'],
  ] as const)('has no section but %s when there is nothing else', (list, heading) => {
    const { html, text } = on({ [list]: SAMPLE_DAY[list] });
    expect(headings(html)).toEqual([heading]);
    expect(text.match(/^-{40}$/gm)).toHaveLength(1);
    expect(text).toContain(heading);
  });

  it('tells a sheet once, where it says most', () => {
    const [back] = SAMPLE_DAY.returned;
    if (back === undefined) throw new Error('the sample has a returned sheet');
    const { subject, html } = on({
      returned: [back],
      overdue: [{ ...back, told: null }],
      reminders: [back, sheet()],
    });
    expect(subject).toBe('【総合計画】要対応 2件');
    expect(headings(html)).toEqual(['差戻し　1件', '期限のお知らせ　1件']);
  });

  it('is empty when all has been done in the meantime', () => {
    expect(isEmptyDailyLetter({ ...SAMPLE_DAY, ...NOTHING })).toBe(true);
    expect(isEmptyDailyLetter(SAMPLE_DAY)).toBe(false);
    expect(on({}).subject).toBe('【総合計画】要対応 0件');
  });
});

describe('the foot of a letter', () => {
  it('leads to the mail settings where there are some', () => {
    const { mailSettingsUrl, ...frame } = SAMPLE_DAY;
    expect(mailSettingsUrl).toBe('/me/mail');
    const { html, text } = dailyLetter(frame);
    expect(`${html}${text}`).not.toMatch(/me\/mail|受け取り方/);
    expect(text).toMatch(/送ります。\n問合せ：青葉川市 企画課\n$/);
  });
});

describe('a sheet in the daily letter', () => {
  it.each([
    [14, 'あと14日', '14 days left'],
    [7, 'あと7日', '7 days left'],
    [1, 'あす', 'tomorrow'],
    [0, 'きょう', 'today'],
    [-1, '1日超過', '1 day late'],
    [-28, '28日超過', '28 days late'],
  ])('with %i days left says so', (daysLeft, ja, en) => {
    expect(on({ reminders: [sheet({ daysLeft })] }).text).toContain(`期限 5月31日（火）・${ja}`);
    expect(on({ reminders: [sheet({ daysLeft })] }, 'en').text).toContain(`Due 31 May (Tue), ${en}`);
  });

  it('is opened by the button when it is alone, else by its own name', () => {
    const alone = on({ reminders: [sheet()] });
    expect(alone.text).toContain('   このシートを開く\n   https://mawasu.example.jp/sheets/a\n');
    expect(alone.html.match(/sheets\/a"/g)).toHaveLength(1);
    const two = on({ reminders: [sheet(), sheet({ taskStageId: 'b', url: '/sheets/b' })] });
    expect(two.text).toContain('   要対応一覧を開く\n   https://mawasu.example.jp/\n');
    expect(two.html).toContain('<a href="https://mawasu.example.jp/sheets/b"');
    expect(two.text).toContain('\n   https://mawasu.example.jp/sheets/b\n');
  });

  it('late says with whom it is and who knows', () => {
    const told = { title: '部長', on: '2022-05-17' };
    const late = { ...sheet({ daysLeft: -9, personName: '三浦 千尋' }), told };
    expect(on({ overdue: [late] }).text).toContain('9日超過　担当 三浦 千尋　部長へ5月17日にお知らせ済み');
    expect(on({ overdue: [{ ...late, told: null, personName: null }] }).text).toMatch(/9日超過\n/);
  });

  it('returned says by whom, why and until when', () => {
    const { text, html } = on({ returned: SAMPLE_DAY.returned });
    expect(text).toContain('市民協働課長が5月26日（木）に差戻し　新しい期限 6月2日（木）・あと3日');
    expect(text).toContain(
      '   > 「成果」の欄が「手順書を改訂した」だけでは、効果が分かりません。\n   > 手順書を',
    );
    expect(html).toContain('効果が分かりません。<br>手順書を');
    expect(text).toContain('このシートを直す');
  });

  it('returned names what is to be mended in the words of its reader', () => {
    const [back] = SAMPLE_DAY.returned;
    if (back === undefined) throw new Error('the sample has a returned sheet');
    const of = (places: readonly string[], language: Language): string =>
      dailyLetter({
        ...SAMPLE_DAY,
        recipient: { ...SAMPLE_DAY.recipient, language },
        returned: [{ ...back, places }],
      }).html;
    const places = ['results', 'commitmentAnswers'];
    expect(of(places, 'ja')).toContain('>直すところ 取組の成果、改善策への回答<');
    expect(of(places, 'en')).toContain('To mend: Results, Answers to commitments<');
    // A field that is gone from the form, and a return of the whole sheet, name none.
    expect(of(['gone'], 'ja')).not.toContain('直すところ');
    expect(of([], 'ja')).not.toContain('直すところ');
  });

  it('returned with a long reason gives its beginning', () => {
    const [back] = SAMPLE_DAY.returned;
    if (back === undefined) throw new Error('the sample has a returned sheet');
    const long = on({ returned: [{ ...back, reason: '理'.repeat(401) }] });
    expect(long.html).toContain(`>${'理'.repeat(400)}…（続きはシートで読めます）<`);
    const fits = on({ returned: [{ ...back, reason: '理'.repeat(400) }] });
    expect(fits.html).toContain(`>${'理'.repeat(400)}<`);
    expect(on({ returned: [{ ...back, reason: ' \n' }] }).html).not.toContain('<blockquote');
  });

  it('waiting says by when to decide, who submitted it and whether the reader is late', () => {
    const { text } = on({ waiting: SAMPLE_DAY.waiting });
    expect(text).toContain('参画協働の研修の実施（点検）\n   確認期限 6月1日（水）　小川 直樹\n');
    expect(text).toContain('確認期限 5月27日（金）・3日超過　山本 健\n');
    expect(on({ waiting: [sheet()] }).text).toContain('意見の聴取（点検）\n   確認期限 5月31日（火）\n');
  });
});

describe('the morning a year begins', () => {
  const opened = [
    { kind: 'cycle', fiscalYear: 2022, stage: 'plan', dueOn: '2022-05-02', daysLeft: 31, sheets: 12 },
  ] as const;

  it('is told with the stage, its due date and the number of sheets', () => {
    const { subject, text } = on({ opened });
    expect(subject).toBe('【総合計画】要対応 12件');
    expect(text).toContain('年度の開始　12件');
    expect(text).toContain('令和4年度分の評価サイクルが始まりました。');
    expect(text).toContain('1. 令和4年度分 計画（12件）\n   期限 5月2日（月）・あと31日');
    expect(text).toContain('記入を始める');
  });

  it('in English too', () => {
    const { text } = on({ opened }, 'en');
    expect(text).toContain('The cycle of FY2022 has begun.');
    expect(text).toContain('1. Plan of FY2022 (12 sheets)');
  });

  it('is not the opening of a later stage', () => {
    const { text } = on({ opened: [{ ...opened[0], kind: 'stage' }] });
    expect(text).toContain('記入の開始　12件');
    expect(text).not.toContain('評価サイクル');
  });
});

describe('English counts one and many apart', () => {
  it.each([
    [1, 'You have 1 thing to do. 30 May 2022 (Mon)', '(1 sheet)'],
    [2, 'You have 2 things to do. 30 May 2022 (Mon)', '(2 sheets)'],
  ])('%i', (sheets, title, beside) => {
    const due = { dueOn: '2022-06-15', daysLeft: 16 };
    const { text } = on(
      { opened: [{ kind: 'stage', fiscalYear: 2021, stage: 'act', ...due, sheets }] },
      'en',
    );
    expect(text).toContain(title);
    expect(text).toContain(beside);
  });
});
