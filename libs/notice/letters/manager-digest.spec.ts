import { describe, expect, it } from '@jest/globals';
import { isEmptyManagerDigest, managerDigest } from './index.js';
import type { DueSheet, ManagerDigestProps } from './index.js';
import { SAMPLE_WEEK } from './sample-letters.for-spec.js';

const NOTHING = {
  overdue: [],
  waiting: [],
  dueThisWeek: [],
  indicators: [],
  commitments: [],
  next: null,
} as const;

const on = (facts: Partial<ManagerDigestProps>, language: 'ja' | 'en' = 'ja') =>
  managerDigest({ ...SAMPLE_WEEK, ...NOTHING, ...facts, recipient: { ...SAMPLE_WEEK.recipient, language } });

const INDICATOR: ManagerDigestProps['indicators'][number] = {
  label: '第3節',
  name: '順調な指標の割合',
  status: 'behind',
  fiscalYear: 2021,
  actual: '63.6',
  expected: '78.2',
  unit: '％',
  url: '/indicators/3',
};

const COMMITMENT: ManagerDigestProps['commitments'][number] = {
  id: '00000000-0000-4000-9000-000000000003',
  label: '第1節 (1)ウ',
  what: '研修の成果を発表してもらう',
  who: '市民協働課長',
  madeInFiscalYear: 2020,
  dueOn: '2022-06-03',
  daysLeft: 4,
  url: '/items/c',
};

describe('a manager’s Monday', () => {
  it('is told in its subject', () => {
    expect(managerDigest(SAMPLE_WEEK).subject).toBe('【総合計画】今週の要対応 9件（うち期限超過 1件）');
    expect(on({ waiting: SAMPLE_WEEK.waiting }).subject).toBe('【総合計画】今週の要対応 4件');
    expect(on(SAMPLE_WEEK, 'en').subject).toBe('【総合計画】 9 to do this week (1 overdue)');
  });

  it('reads as text from the counts down to the office to ask', () => {
    expect(managerDigest(SAMPLE_WEEK).text).toBe(`市民協働課長　高橋 由紀子 様

今週の要対応は 9件です。（令和4年5月30日（月））

  ▲ 期限超過          1件
    あなたの確認待ち  4件
    今週が期限        4件


▲ 期限超過　1件
----------------------------------------
1. 第1節 (1)ウ　参画協働の研修の実施（令和4年度分 計画）
   期限 5月2日（月）・28日超過　担当 三浦 千尋　部長へ5月17日にお知らせ済み

   このシートを開く
   https://mawasu.example.jp${SAMPLE_WEEK.overdue[0]?.url ?? ''}


あなたの確認待ち　4件
----------------------------------------
1. 第1節 (1)ウ　参画協働の研修の実施（点検）
   確認期限 6月1日（水）　三浦 千尋
2. 第2節 (3)ウ　多様な意見の収集（点検）
   確認期限 6月1日（水）　山本 健
3. 第2節 (3)ア　直接対話事業の実施（点検）
   確認期限 6月2日（木）　山本 健
4. 第7節 (2)ア　多文化共生社会の推進（点検）
   確認期限 6月3日（金）　小川 直樹

   変わったところを見て確認する
   https://mawasu.example.jp/approvals


今週が期限　4件
----------------------------------------
・5月31日（火）　第1節 (1)ア、第3節 (1)ウ、第8節 (2)イ の点検
  三浦 千尋。第1節 (1)ア は「昨年度の改善策」1件の回答が残っています
・6月2日（木）　第1節 (1)イ の点検
  三浦 千尋。5月26日に差し戻したもの

   所管の状況を見る
   https://mawasu.example.jp/cycle


市民協働課の検証指標に「遅れ」「後退」はありません。
6月1日（水）に令和3年度分の「改善」の記入が始まります。

--
このメールは、市民協働課長の職にある方へ、要対応などのお知らせがあるときだけ、
月曜（閉庁日のときは次の開庁日）の朝に送ります。
受け取り方と不在時の代理を変える
https://mawasu.example.jp/me/mail
問合せ：青葉川市 企画課
`);
  });

  it('has no section for what is not there, but its count', () => {
    const { html, text } = on({ waiting: SAMPLE_WEEK.waiting });
    expect(html.match(/<h2 /g)).toHaveLength(1);
    expect(html).not.toContain('▲');
    expect(text).toContain(
      '    期限超過          0件\n    あなたの確認待ち  4件\n    今週が期限        0件\n',
    );
    expect(text).not.toContain('の記入が始まります');
  });

  it('aligns counts of different length', () => {
    const [first] = SAMPLE_WEEK.waiting;
    const waiting = first === undefined ? [] : Array.from({ length: 12 }, () => first);
    expect(on({ waiting }).text).toContain('    期限超過           0件\n    あなたの確認待ち  12件\n');
  });
});

describe('what is due this week', () => {
  const due = (facts: Partial<DueSheet>): DueSheet => ({
    taskStageId: 'a',
    label: '第1節 (1)ア',
    title: '意見の聴取',
    stage: 'check',
    fiscalYear: 2021,
    dueOn: '2022-05-31',
    daysLeft: 1,
    personName: '三浦 千尋',
    url: '/sheets/a',
    openCommitments: 0,
    returnedOn: null,
    ...facts,
  });

  it('is gathered by day, stage and person, the days in order', () => {
    const { text } = on({
      dueThisWeek: [
        due({ dueOn: '2022-06-02', label: '第4節' }),
        due({ label: '第1節' }),
        due({ label: '第2節', personName: '山本 健' }),
        due({ label: '第3節' }),
        due({ label: '第5節', stage: 'plan' }),
      ],
    });
    expect(text).toContain(`・5月31日（火）　第1節、第3節 の点検
  三浦 千尋
・5月31日（火）　第2節 の点検
  山本 健
・5月31日（火）　第5節 の計画
  三浦 千尋
・6月2日（木）　第4節 の点検
  三浦 千尋
`);
  });

  it('names the sheet of a remark only among several', () => {
    const one = on({ dueThisWeek: [due({ openCommitments: 2 })] }).text;
    expect(one).toContain('三浦 千尋。「昨年度の改善策」2件の回答が残っています\n');
    const english = on({ dueThisWeek: [due({ openCommitments: 1, personName: null })] }, 'en').text;
    expect(english).toContain('  1 answer to an earlier commitment is missing\n');
    const two = on({ dueThisWeek: [due({ returnedOn: '2022-05-26' }), due({ label: '第2節' })] }).text;
    expect(two).toContain('三浦 千尋。第1節 (1)ア は5月26日に差し戻したもの\n');
  });
});

describe('indicators and commitments of a manager', () => {
  it('are told with their values', () => {
    const worse = { ...INDICATOR, name: '在住外国人', status: 'worse', expected: null, unit: '人' } as const;
    const { text } = on({ indicators: [INDICATOR, { ...worse, actual: '5,700' }] });
    expect(text).toContain('1. 第3節　順調な指標の割合（遅れ）\n   令和3年度の実績 63.6％　期待値 78.2％\n');
    expect(text).toContain('2. 第3節　在住外国人（後退）\n   令和3年度の実績 5,700人\n');
    expect(text).toContain('   https://mawasu.example.jp/indicators/3\n');
    expect(text).not.toContain('はありません。\n市民協働課の');
  });

  it('none behind is a sentence', () => {
    expect(on({ commitments: [COMMITMENT] }).text).toContain(
      '市民協働課の検証指標に「遅れ」「後退」はありません。',
    );
    expect(on({ indicators: [INDICATOR] }).text).not.toContain('「遅れ」「後退」はありません');
  });

  it('a commitment says who promised what by when', () => {
    const { text } = on({ commitments: [COMMITMENT] });
    expect(text).toContain(
      '1. 第1節 (1)ウ　研修の成果を発表してもらう（市民協働課長）\n   期限 6月3日（金）・あと4日　令和2年度分の改善策\n',
    );
    expect(text).toContain('   この改善策を開く\n   https://mawasu.example.jp/items/c\n');
  });

  it('alone make a letter whose subject counts them', () => {
    const quiet = { indicators: [INDICATOR], commitments: [COMMITMENT] };
    const ja = on(quiet);
    expect(ja.subject).toBe('【総合計画】週次まとめ（改善策の期限 1件、遅れ・後退の検証指標 1件）');
    expect(ja.html).toContain('今週の要対応はありません');
    expect(ja.text).toContain('改善策の期限 1件、遅れ・後退の検証指標 1件をお知らせします。');
    expect(on(quiet, 'en').subject).toBe(
      '【総合計画】 Weekly summary (Commitments due: 1, Indicators behind or worse: 1)',
    );
  });
});

describe('a week without exceptions', () => {
  it('needs no letter', () => {
    expect(isEmptyManagerDigest({ ...SAMPLE_WEEK, ...NOTHING })).toBe(true);
    expect(isEmptyManagerDigest({ ...SAMPLE_WEEK, ...NOTHING, indicators: [INDICATOR] })).toBe(false);
    expect(on({}).subject).toBe('【総合計画】週次まとめ');
  });
});
