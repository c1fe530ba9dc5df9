import type { ApprovalView, IndicatorView, Judgement, Session, Sheet, Subject, TodayRow } from '../api';
import type { Board } from '../cycle/board/board-rows';
import type { Lane } from '../cycle/calendar/lanes';

export const TODAY = '2022-05-10';
const ID = '00000000-0000-4000-8000-000000000000';

export const SESSION: Session = {
  person: { id: ID, name: '三浦 千尋', title: '主任', departmentName: '市民協働課', language: 'ja' },
  roles: [],
  manages: false,
  outsider: false,
  today: TODAY,
  city: '青葉川市',
  sampleCity: false,
  mailInboxUrl: null,
};

export const SUBJECT: Subject = {
  kind: 'item',
  key: '1-(1)-ア',
  marker: 'ア',
  title: '事業の計画や実施にあたっては、PIの手法を幅広く取り入れます。',
  sectionKey: '1',
  sectionLabel: '第1節 参画と協働の推進',
  programLabel: '(1) 市民協働推進事業',
};

const row = (more: Partial<TodayRow>): TodayRow => ({
  taskStageId: ID,
  stage: 'check',
  fiscalYear: 2021,
  subject: SUBJECT,
  role: 'lead',
  departmentName: '市民協働課',
  leadDepartmentName: null,
  badge: 'drafting',
  action: 'continue',
  dueOn: '2022-05-31',
  daysLeft: 21,
  progress: { done: 3, total: 7 },
  returned: null,
  holder: null,
  ...more,
});

export const ROWS: readonly TodayRow[] = [
  row({
    badge: 'overdue',
    action: 'write',
    stage: 'plan',
    dueOn: '2022-05-02',
    daysLeft: -8,
    progress: null,
  }),
  row({
    badge: 'returned',
    action: 'mend',
    dueOn: '2022-05-13',
    daysLeft: 3,
    returned: {
      by: '市民協働課長',
      on: '2022-05-09',
      reason: '参加者数の根拠を書き足してください。',
      places: ['results'],
    },
  }),
  row({}),
];

const judgement = (status: Judgement['status'], more: Partial<Judgement> = {}): Judgement => ({
  fiscalYear: 2021,
  status,
  expected: '80',
  expectedUnrounded: '80.0',
  progress: '124.0',
  need: '60.0',
  pace: '206.7',
  reason: null,
  byRounding: false,
  atOrAfterTargetYear: false,
  ruleName: '標準',
  ruleVersion: 1,
  ...more,
});

export const JUDGEMENTS: readonly Judgement[] = [
  judgement('achieved'),
  judgement('on_track', { byRounding: true }),
  judgement('mostly_on_track'),
  judgement('flat'),
  judgement('behind'),
  judgement('worse'),
  judgement('not_judged', { reason: 'survey_not_held' }),
  judgement('awaited', { progress: null, need: null, pace: null }),
  judgement('behind', { atOrAfterTargetYear: true, progress: '69.0' }),
];

interface Series {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: IndicatorView['direction'];
  /** From the baseline's year on; null is a year without a value. */
  readonly values: readonly (string | null)[];
  readonly path: readonly string[];
  readonly status: Judgement['status'];
}

function indicator({ key, name, unit, direction, values, path, status }: Series): IndicatorView {
  const [first = '', ...rest] = values;
  const latest = judgement(status, { expected: path[3] ?? null, expectedUnrounded: path[3] ?? null });
  return {
    key,
    sectionKey: '1',
    sectionNumber: '第1節',
    sectionTitle: '参画と協働の推進',
    name: name,
    unit,
    decimals: first?.includes('.') ? 1 : 0,
    direction,
    kind: 'level',
    note: '',
    formula: null,
    ownerName: '市民協働課',
    baseline: { value: first ?? '', fiscalYear: 2018 },
    targets: [{ value: path.at(-1) ?? null, fiscalYear: 2023, floor: false }],
    targetWords: null,
    expectedPath: path.map((value, at) => ({ fiscalYear: 2018 + at, value, unrounded: value })),
    actuals: rest.map((value, at) => ({
      fiscalYear: 2019 + at,
      value,
      milestone: null,
      reason: value === null ? ('survey_not_held' as const) : null,
      preliminary: false,
      source: '',
      specialNote: '',
    })),
    judgements: [latest],
    latest,
  };
}

export const INDICATORS = {
  up: indicator({
    key: 'up',
    name: '連携中枢都市圏の連携事業数',
    unit: '件',
    direction: 'up',
    values: ['65', '78', '92', '96'],
    path: ['65', '70', '75', '80', '85', '90'],
    status: 'achieved',
  }),
  down: indicator({
    key: 'down',
    name: '不祥事件数',
    unit: '件',
    direction: 'down',
    values: ['10', '9', '5', '4'],
    path: ['10', '8', '6', '4', '2', '0'],
    status: 'on_track',
  }),
  gap: indicator({
    key: 'gap',
    name: '「効果的かつ効率的」と感じる市民',
    unit: '％',
    direction: 'up',
    values: ['29.0', '31.5', null, '36.8'],
    path: ['29.0', '34.2', '39.4', '44.6', '49.8', '55.0'],
    status: 'behind',
  }),
} as const;

const field = (key: string, more: Partial<Sheet['fields'][number]> = {}): Sheet['fields'][number] => ({
  key,
  type: 'text',
  required: true,
  public: true,
  lengthGuide: 200,
  carriedOver: true,
  choices: [],
  ...more,
});

const promise = (at: number, what: string): Sheet['commitments'][number] => ({
  id: `00000000-0000-4000-8000-00000000000${at}`,
  asked: true,
  over: true,
  madeInFiscalYear: 2020,
  decidedOn: null,
  what,
  who: '市民協働課長',
  dueOn: '2022-03-31',
  state: 'open',
  answers: [],
});

export const PROMISES = [
  promise(1, '説明会をオンラインと会場の併用にする。'),
  promise(2, '手順書を改める。'),
  promise(3, '相談の窓口を1つにする。'),
  promise(4, '職員の研修を年2回開く。'),
] as const;

/** One field in each state: as carried over, changed, wrong, confirmed. */
export const SHEET: Sheet = {
  taskStageId: ID,
  stage: 'plan',
  fiscalYear: 2022,
  subject: SUBJECT,
  role: 'lead',
  departmentName: '市民協働課',
  leadDepartmentName: null,
  supporting: [],
  stages: [],
  state: 'drafting',
  notApplicableReason: null,
  endedOn: null,
  version: 3,
  dueOn: '2022-05-31',
  daysLeft: 21,
  open: true,
  editable: true,
  mayWrite: true,
  mayWithdraw: false,
  mayDecide: false,
  fields: [
    field('goal'),
    field('activities'),
    field('changedPlan', { carriedOver: false }),
    field('factorsOwn'),
  ],
  answers: { activities: 'PI、ワークショップ', changedPlan: '', factorsOwn: '職員の知識が増えた。' },
  planAnswers: null,
  lastYear: {
    fiscalYear: 2021,
    answers: {
      goal: 'PI（パブリックコメント、地域説明会）',
      activities: '説明会を30回開く。',
      factorsOwn: '職員の知識が増えた。',
    },
  },
  indicators: [],
  proposal: null,
  commitments: [...PROMISES],
  missing: [
    { field: 'goal', code: 'required' },
    { field: 'changedPlan', code: 'required' },
  ],
  concerns: [{ code: 'cost_over_budget', params: { percent: 128 } }],
  returned: [],
  chain: [],
  labourUnitCost: '8000',
  editedBy: null,
  editedAt: null,
};

export const DOCUMENT: ApprovalView = {
  taskStageId: ID,
  version: 4,
  stage: 'check',
  fiscalYear: 2021,
  subject: SUBJECT,
  role: 'lead',
  departmentName: '市民協働課',
  submitterName: '三浦 千尋',
  submittedOn: '2022-05-09',
  dueOn: '2022-05-31',
  daysLeft: 21,
  lastFiscalYear: 2020,
  concerns: [],
  changes: [],
  sinceReturn: [],
  promisesSinceReturn: 0,
  lastReturn: null,
  earlierReturns: [],
  same: [],
  commitments: [],
  planAnswers: null,
  indicators: [],
  supporting: [],
  chain: [],
  mayDecide: true,
  waitsFor: '市民協働課長',
  standsInFor: null,
  grading: null,
  nextTitle: '市民生活部長',
  standardReturnDueOn: '2022-05-20',
};

const cell = (total: number, submitted: number, approved: number, overdue = 0) => ({
  total,
  submitted,
  approved,
  overdue,
});

export const BOARD: Board = {
  columns: (['plan', 'check', 'act'] as const).map((stage, at) => ({
    stage,
    subjectKind: 'item',
    opensOn: ['2022-04-01', '2022-04-01', '2022-06-01'][at] ?? '',
    dueOn: ['2022-05-02', '2022-05-31', '2022-06-15'][at] ?? '',
    fiscalYear: at === 0 ? 2022 : 2021,
  })),
  rows: [
    ['人事課', cell(24, 10, 4, 14), cell(24, 0, 0)],
    ['市民協働課', cell(12, 8, 6, 4), cell(12, 3, 0)],
    ['広報課', cell(10, 9, 8, 1), cell(10, 7, 2)],
    ['情報政策課', cell(16, 16, 16), cell(16, 14, 12)],
  ].map(([departmentName, plan, check], at) => ({
    departmentCode: `0${at}`,
    departmentName: departmentName as string,
    cells: [plan as ReturnType<typeof cell>, check as ReturnType<typeof cell>, cell(8, 0, 0)],
  })),
};

const bar = (
  name: Lane['bars'][number]['step'],
  fiscalYear: number,
  from: string,
  to: string,
  look: Lane['bars'][number]['look'],
): Lane['bars'][number] => ({
  key: `${fiscalYear}-${name.name}-${look}`,
  step: name,
  fiscalYear,
  from,
  to,
  look,
  milestone: from === to,
});

export const LANES: readonly Lane[] = [
  {
    name: 'evaluation',
    fiscalYear: 2021,
    bars: [
      bar({ is: 'stage', name: 'check' }, 2021, '2022-04-01', '2022-05-31', 'solid'),
      bar({ is: 'stage', name: 'act' }, 2021, '2022-06-01', '2022-06-15', 'solid'),
    ],
  },
  {
    name: 'meetings',
    fiscalYear: 2021,
    bars: [
      bar({ is: 'phase', name: 'management' }, 2021, '2022-07-01', '2022-07-29', 'pale'),
      bar({ is: 'phase', name: 'council' }, 2021, '2022-08-19', '2022-08-19', 'pale'),
    ],
  },
  {
    name: 'running',
    fiscalYear: 2022,
    bars: [
      bar({ is: 'stage', name: 'plan' }, 2022, '2022-04-01', '2022-05-02', 'ring'),
      bar({ is: 'stage', name: 'do' }, 2022, '2022-10-03', '2022-10-31', 'ring'),
      bar({ is: 'stage', name: 'check' }, 2022, '2023-03-01', '2023-03-31', 'dashed'),
    ],
  },
];
