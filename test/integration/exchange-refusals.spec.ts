import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadWords } from '#errors';
import { CATALOGUES } from '../../apps/entities.js';
import { csvOf, ExchangeCity } from './exchange-city.js';

type Cells = Readonly<Record<string, string>>;
/** Table, what is wrong, the rows (each over the usual row of its table), and the places that the refusal names. */
type Case = readonly [string, string, readonly Cells[], readonly (readonly [number, string, string])[]];

const USUAL: Readonly<Record<string, Cells>> = {
  departments: {
    所属コード: '019901',
    所属名: '新しい課',
    種別: '課',
    上位所属コード: '010100',
    局主管課コード: '',
    適用開始日: '2022-04-01',
    適用終了日: '',
    後継所属コード: '',
  },
  people: {
    職員番号: '2022001',
    氏名: '新人 一郎',
    氏名カナ: '',
    メールアドレス: 'new@aobagawa.example.jp',
    所属コード: '010101',
    職位: '担当者',
    職名: '主事',
    区分: '本務',
    発令日: '2022-04-01',
    終了日: '',
    役割: '',
  },
  assignments: {
    対象区分: '事業項目',
    体系番号: '1-(1)-ア',
    所属コード: '010104',
    分担: '関係',
    開始年度: '2022',
    終了年度: '',
  },
  'indicator-settings': { 体系番号: '1-指標1', 指標名: '', 許容差: '', 調査周期: '' },
  'indicator-history': { 体系番号: '1-指標1', 年度: '2021', 実績値: '47.5', 到達段階: '', 理由: '' },
  'sheet-history': {
    年度: '2020',
    体系番号: '1-(1)-ア',
    所属コード: '040102',
    取組予定: '計画した。',
  },
  'commitment-answers': {
    年度: '2021',
    体系番号: '1-(1)-ウ',
    改善策の年度: '2020',
    改善策: '研修をオンラインでも受けられるようにする。',
    回答: '実行',
    内容: '行った。',
    段階: '実施',
    変更後の改善策: '',
  },
  'section-history': { 年度: '2020', 体系番号: '1', 施策の総合評価: 'B', 評価の理由と意見: '進んだ。' },
};

const CASES: readonly Case[] = [
  [
    'departments',
    'a parent that is not there',
    [{ 上位所属コード: '10100' }],
    [[2, '上位所属コード', 'directory.no_such_department']],
  ],
  [
    'departments',
    'a department under itself, by way of another',
    [
      { 所属コード: '010000', 所属名: '政策局', 種別: '局', 上位所属コード: '019901' },
      {},
      { 所属コード: '010100', 所属名: '部', 種別: '部', 上位所属コード: '010000' },
    ],
    [
      [2, '上位所属コード', 'directory.parent_loop'],
      [3, '上位所属コード', 'directory.parent_loop'],
      [4, '上位所属コード', 'directory.parent_loop'],
    ],
  ],
  [
    'departments',
    'a coordinating division that is none',
    [{ 局主管課コード: '010100' }],
    [[2, '局主管課コード', 'directory.not_a_division']],
  ],
  [
    'departments',
    'an end before the beginning',
    [{ 適用終了日: '2022-03-31' }],
    [[2, '適用終了日', 'directory.ends_before_it_begins']],
  ],
  [
    'departments',
    'one code twice, typed in two widths',
    [{}, { 所属コード: '０１９９０１' }],
    [[3, '所属コード', 'table.row_repeated']],
  ],
  ['departments', 'a kind without a name', [{ 種別: '室' }], [[2, '種別', 'table.not_a_choice']]],
  [
    'people',
    'an unknown department',
    [{ 所属コード: '999999' }],
    [[2, '所属コード', 'directory.no_such_department']],
  ],
  [
    'people',
    'a mail address of somebody else',
    [{ メールアドレス: 'Ueda.Daisuke@aobagawa.example.jp' }],
    [[2, 'メールアドレス', 'directory.mail_address_taken']],
  ],
  [
    'people',
    'a mail address that is none',
    [{ メールアドレス: 'new' }],
    [[2, 'メールアドレス', 'directory.not_a_mail_address']],
  ],
  [
    'people',
    'one person under two names',
    [{}, { 氏名: '新人 二郎', 発令日: '2023-04-01', 区分: '兼務' }],
    [[3, '氏名', 'directory.person_differs']],
  ],
  [
    'people',
    'one post with two roles',
    [
      { 職名: '専門員', 役割: '計画管理者' },
      { 職員番号: '2022002', メールアドレス: 'b@c', 職名: '専門員' },
    ],
    [[3, '役割', 'directory.role_differs']],
  ],
  [
    'people',
    'a second main post while the first goes on',
    [{ 職員番号: '2003104', 氏名: '上田 大輔', メールアドレス: 'ueda.daisuke@aobagawa.example.jp' }],
    [[2, '終了日', 'directory.two_main_posts']],
  ],
  [
    'assignments',
    'a subject that the plan has not',
    [{ 体系番号: '1-(9)-ア' }, { 対象区分: '節' }],
    [
      [2, '体系番号', 'plan.no_such_subject'],
      [3, '体系番号', 'plan.no_such_subject'],
    ],
  ],
  ['assignments', 'a second lead in one year', [{ 分担: '主担当' }], [[2, '分担', 'plan.two_leads']]],
  [
    'assignments',
    'two new leads, of which neither is stored',
    [
      { 分担: '主担当', 開始年度: '2030' },
      { 分担: '主担当', 開始年度: '2031', 所属コード: '010103' },
      { 所属コード: '040102', 分担: '主担当', 開始年度: '2019', 終了年度: '2029' },
    ],
    [[3, '分担', 'plan.two_leads']],
  ],
  [
    'assignments',
    'a department that has it already',
    [{ 所属コード: '040102' }],
    [[2, '開始年度', 'plan.assigned_twice']],
  ],
  [
    'assignments',
    'years the wrong way round',
    [{ 終了年度: '2021' }],
    [[2, '終了年度', 'plan.years_reversed']],
  ],
  [
    'indicator-settings',
    'a name that belongs to another row',
    [{ 指標名: '市役所の職員数' }],
    [[2, '指標名', 'plan.other_indicator_name']],
  ],
  [
    'indicator-settings',
    'an indicator that the plan has not',
    [{ 体系番号: '9-指標1' }],
    [[2, '体系番号', 'plan.no_such_indicator']],
  ],
  [
    'indicator-settings',
    'a survey every half year',
    [{ 調査周期: '0.5' }],
    [[2, '調査周期', 'table.not_a_count']],
  ],
  [
    'indicator-history',
    'a value and a reason',
    [{ 理由: '調査なし' }],
    [[2, '理由', 'indicator.value_and_reason']],
  ],
  ['indicator-history', 'neither', [{ 実績値: '' }], [[2, '実績値', 'indicator.value_or_reason']]],
  [
    'indicator-history',
    'a milestone where a number is measured',
    [{ 実績値: '', 到達段階: '着手' }],
    [[2, '到達段階', 'indicator.no_milestones']],
  ],
  [
    'indicator-history',
    'a value with its unit',
    [{ 実績値: '47.5%' }],
    [[2, '実績値', 'table.not_a_number']],
  ],
  [
    'sheet-history',
    'an item that nobody has',
    [{ 体系番号: '1-(9)-ア' }],
    [[2, '体系番号', 'review.item_without_department']],
  ],
  [
    'sheet-history',
    'a department that has it not',
    [{ 所属コード: '010104' }],
    [[2, '所属コード', 'review.not_assigned']],
  ],
  ['sheet-history', 'a year that has not begun', [{ 年度: '2023' }], [[2, '年度', 'review.year_not_begun']]],
  ['sheet-history', 'a year before the plan', [{ 年度: '平成20年度' }], [[2, '年度', 'cycle.outside_plan']]],
  [
    'sheet-history',
    'a staff number of nobody',
    [{ 提出者職員番号: '1' }],
    [[2, '提出者職員番号', 'directory.no_such_person']],
  ],
  [
    'sheet-history',
    'a supporting department that evaluates the whole',
    [{ 所属コード: '010202', 課題: '課題がある。' }],
    [[2, '課題', 'review.no_act_on_support']],
  ],
  [
    'sheet-history',
    'half an indicator and half a promise',
    [
      {
        活動指標1: '件数',
        単位1: '件',
        目標1: '',
        活動指標2: '',
        目標2: '5',
        改善策1: '直す。',
        改善策担当1: '',
        改善策期限1: '2021-09-30',
      },
    ],
    [
      [2, '目標1', 'review.activity_without_target'],
      [2, '活動指標2', 'table.cell_required'],
      [2, '改善策担当1', 'table.cell_required'],
    ],
  ],
  ['sheet-history', 'goals that there are not', [{ SDGs: '11;18' }], [[2, 'SDGs', 'review.not_sdg_goals']]],
  [
    'sheet-history',
    'a promise that was answered and is now another one',
    [
      {
        体系番号: '1-(1)-ウ',
        年度: '2019',
        改善策1: '別のことをする。',
        改善策担当1: '市民協働課長',
        改善策期限1: '2020-09-30',
      },
    ],
    [[2, '改善策1', 'review.commitment_answered']],
  ],
  [
    'sheet-history',
    'the running year, not yet due and not complete',
    [{ 年度: '2021', 決算額: '100' }],
    [
      [2, '取組の成果', 'table.cell_required'],
      [2, '活動指標1', 'table.cell_required'],
      [2, '決算人工', 'table.cell_required'],
      [2, '参画手法実績', 'table.cell_required'],
      [2, '総合評価', 'table.cell_required'],
      [2, '評価理由', 'table.cell_required'],
    ],
  ],
  [
    'commitment-answers',
    'words that nobody promised',
    [{ 改善策: '何かする。' }],
    [[2, '改善策', 'review.no_such_commitment']],
  ],
  [
    'commitment-answers',
    'a stage that is not confirmed',
    [{ 段階: '点検' }],
    [[2, '段階', 'review.answer_before_approval']],
  ],
  [
    'commitment-answers',
    'a stage that answers others',
    [{ 段階: '計画' }],
    [[2, '改善策の年度', 'review.answered_too_early']],
  ],
  [
    'commitment-answers',
    'new words of a promise that was kept',
    [{ 変更後の改善策: '別のこと' }],
    [[2, '変更後の改善策', 'review.only_for_changes']],
  ],
  [
    'section-history',
    'a section that nobody leads',
    [{ 体系番号: '99' }],
    [[2, '体系番号', 'review.section_without_lead']],
  ],
  [
    'section-history',
    'a grade that is none',
    [{ 施策の総合評価: 'E' }],
    [[2, '施策の総合評価', 'table.not_a_choice']],
  ],
  [
    'section-history',
    'a year that has not begun',
    [{ 年度: '2023' }],
    [[2, '年度', 'review.year_not_begun']],
  ],
  [
    'section-history',
    'a review whose people still have time',
    [{ 年度: '2021' }],
    [[2, '施策の総合評価', 'review.stage_not_due']],
  ],
  [
    'departments',
    'a successor without an end',
    [{ 後継所属コード: '010101' }],
    [[2, '適用終了日', 'directory.successor_without_end']],
  ],
  [
    'departments',
    'a successor that is not there, or leads back',
    [
      { 適用終了日: '2023-03-31', 後継所属コード: '999999' },
      { 所属コード: '019902', 適用終了日: '2023-03-31', 後継所属コード: '019902' },
    ],
    [
      [2, '後継所属コード', 'directory.no_such_department'],
      [3, '後継所属コード', 'directory.successor_loop'],
    ],
  ],
];

describe('a file is refused as a whole, naming row and column, for', () => {
  const words = loadWords(CATALOGUES);
  let city: ExchangeCity;

  beforeAll(async () => {
    city = await ExchangeCity.start('sample');
  });
  afterAll(() => city.stop());

  /** Everything an import could have touched. */
  const everything = async (): Promise<unknown> =>
    Promise.all(
      [
        'directory.department',
        'directory.person',
        'directory.post',
        'directory.post_holding',
        'plan.assignment',
        'plan.indicator',
        'indicator.indicator_actual',
        'cycle.review_cycle',
        'review.annual_task',
        'review.task_stage',
        'review.stage_version',
        'review.commitment',
        'review.commitment_answer',
        'audit.audit_entry',
      ].map((table) =>
        city.database.query(
          `select count(*)::int as n, md5(coalesce(string_agg(x::text, ' ' order by x::text), '')) from ${table} x`,
        ),
      ),
    );

  it.each(CASES)('%s: %s', async (name, _what, rows, places) => {
    const before = await everything();
    const whole = rows.map((row) => ({ ...USUAL[name], ...row }));
    const found = await city.refusal(name, csvOf(whole));
    expect(found).toEqual(places);
    expect(await everything()).toEqual(before);
    for (const [, , code] of found) expect([code, words.has(`error.${code}`)]).toEqual([code, true]);
  });
});
