import type { Language } from '#calendar';
import { dailyLetter } from './daily-letter.js';
import { cycleSummary } from './cycle-summary.js';
import { handoverLetter } from './handover-letter.js';
import { NOTHING_TO_TELL } from './daily-sections.js';
import type {
  CycleSummaryProps,
  DailyLetterProps,
  HandoverLetterProps,
  LetterFrame,
  LetterSheet,
  ManagerDigestProps,
  RenderedLetter,
} from './letter.types.js';
import { managerDigest } from './manager-digest.js';
import { passwordLetter, type PasswordLetterProps } from './password-letter.js';

/** One letter with believable facts. `render` writes it in the language asked for. */
export interface SampleLetter {
  readonly key: string;
  readonly kind: 'daily' | 'at_once' | 'request' | 'digest' | 'summary' | 'handover' | 'password';
  readonly render: (language: Language) => RenderedLetter;
}

const MONDAY = '2022-05-30';

/** 30 May 2022 in the office of the sample city. */
const FRAME: LetterFrame = {
  recipient: { title: '市民協働課 主任', name: '三浦 千尋', language: 'ja' },
  city: '青葉川市',
  subjectPrefix: '【総合計画】',
  office: '企画課',
  baseUrl: 'https://mawasu.example.jp',
  mailSettingsUrl: '/me/mail',
  date: MONDAY,
};

const TRAINING = { label: '第1節 (1)ウ', title: '参画協働の研修の実施' };
const HANDBOOK = { label: '第1節 (1)イ', title: '協働の手順書と事例集の整備' };
const EARLY_TALKS = { label: '第1節 (1)ア', title: '事業の早い段階からの意見の聴取' };
const OPEN_DATA = { label: '第3節 (1)ウ', title: 'データの収集とオープンデータの活用' };
const LEADERS = { label: '第8節 (2)イ', title: '地域で行動するリーダーの育成' };

let sheetNumber = 0;
function sheet(
  subject: Pick<LetterSheet, 'label' | 'title'>,
  due: Pick<LetterSheet, 'stage' | 'fiscalYear' | 'dueOn' | 'daysLeft'>,
  personName: string | null = null,
): LetterSheet {
  sheetNumber += 1;
  const taskStageId = `00000000-0000-4000-8000-${String(sheetNumber).padStart(12, '0')}`;
  return { taskStageId, ...subject, ...due, personName, url: `/sheets/${taskStageId}` };
}

const PLAN_LATE = { stage: 'plan', fiscalYear: 2022, dueOn: '2022-05-02', daysLeft: -28 } as const;
const CHECK_TOMORROW = { stage: 'check', fiscalYear: 2021, dueOn: '2022-05-31', daysLeft: 1 } as const;
const CHECK_ON = (dueOn: string, daysLeft: number) =>
  ({ stage: 'check', fiscalYear: 2021, dueOn, daysLeft }) as const;

const NOTHING_TODAY = { form: 'daily', ...NOTHING_TO_TELL } as const;

/** Every section at once: a member who also stands in for an approver. */
export const SAMPLE_DAY: DailyLetterProps = {
  ...FRAME,
  form: 'daily',
  overdue: [{ ...sheet(TRAINING, PLAN_LATE), told: { title: '部長', on: '2022-05-17' } }],
  returned: [
    {
      ...sheet(HANDBOOK, CHECK_ON('2022-06-02', 3)),
      returnedBy: '市民協働課長',
      returnedOn: '2022-05-26',
      reason:
        '「成果」の欄が「手順書を改訂した」だけでは、効果が分かりません。\n手順書を使った事業の件数と、使わなかった課の理由を1～2行で加えてください。',
      places: ['results', 'commitmentAnswers'],
    },
  ],
  waiting: [
    sheet(TRAINING, CHECK_ON('2022-06-01', 2), '小川 直樹'),
    sheet(OPEN_DATA, CHECK_ON('2022-05-27', -3), '山本 健'),
  ],
  reminders: [
    sheet(EARLY_TALKS, CHECK_TOMORROW),
    sheet(OPEN_DATA, CHECK_TOMORROW),
    sheet(LEADERS, CHECK_ON('2022-06-06', 7)),
  ],
  escalated: [],
  requested: [],
  moved: [],
  decided: [],
  opened: [{ kind: 'stage', fiscalYear: 2021, stage: 'act', dueOn: '2022-06-15', daysLeft: 16, sheets: 3 }],
};

const FIRST_DAY: DailyLetterProps = {
  ...FRAME,
  ...NOTHING_TODAY,
  date: '2022-04-01',
  opened: [
    { kind: 'cycle', fiscalYear: 2022, stage: 'plan', dueOn: '2022-05-02', daysLeft: 31, sheets: 12 },
    { kind: 'stage', fiscalYear: 2021, stage: 'check', dueOn: '2022-05-31', daysLeft: 60, sheets: 14 },
  ],
};

const ONE_REMINDER: DailyLetterProps = {
  ...FRAME,
  ...NOTHING_TODAY,
  reminders: [sheet(EARLY_TALKS, CHECK_TOMORROW)],
};

/** A manager hears of what others hold too long. */
export const LONG_OVERDUE: DailyLetterProps = {
  ...FRAME,
  ...NOTHING_TODAY,
  recipient: { title: '市民協働推進部長', name: '大西 和彦', language: 'ja' },
  escalated: [
    { ...sheet(LEADERS, CHECK_ON('2022-05-20', -10), '小川 直樹'), heldBy: 'author' },
    { ...sheet(HANDBOOK, CHECK_ON('2022-05-24', -6), '市民協働課長'), heldBy: 'approver' },
  ],
};

const RETURNED_JUST_NOW: DailyLetterProps = {
  ...FRAME,
  ...NOTHING_TODAY,
  form: 'at_once',
  returned: SAMPLE_DAY.returned,
};

const ASKED_FOR: DailyLetterProps = {
  ...FRAME,
  ...NOTHING_TODAY,
  form: 'request',
  requested: SAMPLE_DAY.overdue,
};

/** A due date was moved. */
const LATER_DUE: DailyLetterProps = {
  ...FRAME,
  ...NOTHING_TODAY,
  moved: [
    {
      fiscalYear: 2021,
      stage: 'check',
      dueOn: '2022-06-03',
      daysLeft: 4,
      dueBefore: '2022-05-31',
      departments: ['市民協働課'],
      sheets: 3,
    },
  ],
};

/** Management has decided something for the department. */
const DECIDED: DailyLetterProps = {
  ...FRAME,
  ...NOTHING_TODAY,
  decided: [
    {
      id: '00000000-0000-4000-9000-000000000001',
      label: '第1節 (1)ウ',
      what: '研修を動画でも受けられるようにし、全課で受ける。',
      who: '市民協働課長',
      madeInFiscalYear: 2021,
      dueOn: '2022-12-28',
      daysLeft: 212,
      url: '/items/1-(1)-ウ',
      reportUrl: '/reports/2021/sections/1',
    },
  ],
};

/** The same day as the delegate reads it. */
const FOR_THE_DELEGATE: DailyLetterProps = { ...SAMPLE_DAY, delegate: '小川 直樹' };

/** A manager's Monday. */
export const SAMPLE_WEEK: ManagerDigestProps = {
  ...FRAME,
  recipient: { title: '市民協働課長', name: '高橋 由紀子', language: 'ja' },
  scope: '市民協働課',
  overdue: [{ ...sheet(TRAINING, PLAN_LATE, '三浦 千尋'), told: { title: '部長', on: '2022-05-17' } }],
  waiting: [
    sheet(TRAINING, CHECK_ON('2022-06-01', 2), '三浦 千尋'),
    {
      ...sheet({ label: '第2節 (3)ウ', title: '多様な意見の収集' }, CHECK_ON('2022-06-01', 2), '山本 健'),
    },
    {
      ...sheet({ label: '第2節 (3)ア', title: '直接対話事業の実施' }, CHECK_ON('2022-06-02', 3), '山本 健'),
    },
    {
      ...sheet(
        { label: '第7節 (2)ア', title: '多文化共生社会の推進' },
        CHECK_ON('2022-06-03', 4),
        '小川 直樹',
      ),
    },
  ],
  dueThisWeek: [
    { ...sheet(EARLY_TALKS, CHECK_TOMORROW, '三浦 千尋'), openCommitments: 1, returnedOn: null },
    { ...sheet(OPEN_DATA, CHECK_TOMORROW, '三浦 千尋'), openCommitments: 0, returnedOn: null },
    { ...sheet(LEADERS, CHECK_TOMORROW, '三浦 千尋'), openCommitments: 0, returnedOn: null },
    {
      ...sheet(HANDBOOK, CHECK_ON('2022-06-02', 3), '三浦 千尋'),
      openCommitments: 0,
      returnedOn: '2022-05-26',
    },
  ],
  indicators: [],
  commitments: [],
  opened: [],
  moved: [],
  returned: [],
  requested: [],
  reminders: [],
  escalated: [],
  decided: [],
  next: { stage: 'act', fiscalYear: 2021, opensOn: '2022-06-01' },
};

const QUIET_WEEK: ManagerDigestProps = {
  ...SAMPLE_WEEK,
  overdue: [],
  waiting: [],
  dueThisWeek: [],
  indicators: [
    {
      label: '第3節',
      name: '順調に推移している検証指標の割合',
      status: 'behind',
      fiscalYear: 2021,
      actual: '63.6',
      expected: '78.2',
      unit: '％',
      url: '/indicators',
    },
    {
      label: '第7節',
      name: '在住外国人の数',
      status: 'worse',
      fiscalYear: 2021,
      actual: '5,700',
      expected: null,
      unit: '人',
      url: '/indicators',
    },
  ],
  commitments: [
    {
      id: '00000000-0000-4000-9000-000000000002',
      label: '第1節 (1)ウ',
      what: '研修を受けた職員の課での取組みを、翌年度の研修で発表してもらう',
      who: '市民協働課長',
      madeInFiscalYear: 2020,
      dueOn: '2022-06-03',
      daysLeft: 4,
      url: '/items/1-1-3',
    },
  ],
};

const LONG_NAME =
  '文化市民局市民協働推進部地域コミュニティ活性化・多文化共生社会推進担当課長事務取扱兼男女共同参画及び平和啓発並びに人権教育推進担当';

/** A bureau director at the end of May: long names, and more than one screen of everything. */
const BUSY_WEEK: ManagerDigestProps = {
  ...SAMPLE_WEEK,
  recipient: { title: LONG_NAME, name: '長谷川 三千代', language: 'ja' },
  scope: LONG_NAME,
  overdue: manySheets(3, PLAN_LATE).map((late) => ({
    ...late,
    told: { title: LONG_NAME, on: '2022-05-17' },
  })),
  waiting: manySheets(34, CHECK_ON('2022-06-01', 2)),
  dueThisWeek: manySheets(45, CHECK_TOMORROW).map((due) => ({
    ...due,
    openCommitments: 0,
    returnedOn: null,
  })),
};

function manySheets(
  count: number,
  due: Pick<LetterSheet, 'stage' | 'fiscalYear' | 'dueOn' | 'daysLeft'>,
): readonly LetterSheet[] {
  const title =
    '地域の課題を住民と行政が共に考え、解決に取り組む場を小学校区ごとに設け、若い世代や働く世代、在住外国人を含む多様な住民の参加を促します。';
  return Array.from({ length: count }, (_, at) => {
    const label = `第${Math.floor(at / 9) + 1}節 (${(at % 9) + 1})ア`;
    return sheet({ label, title }, due, at % 2 === 0 ? '三浦 千尋' : '山本 健');
  });
}

/** A manager's Monday on which everything else happens too. */
export const FULL_WEEK: ManagerDigestProps = {
  ...SAMPLE_WEEK,
  opened: SAMPLE_DAY.opened,
  returned: SAMPLE_DAY.returned,
  reminders: SAMPLE_DAY.reminders,
  escalated: LONG_OVERDUE.escalated,
};

const HANDOVER: HandoverLetterProps = {
  ...FRAME,
  date: '2022-04-01',
  posts: [
    {
      title: '市民協働課 主任',
      since: '2022-04-01',
      predecessor: '小川 直樹',
      sheets: 26,
      overdue: 0,
      nextDueOn: '2022-05-02',
      waiting: 0,
      commitments: 5,
    },
    {
      title: '協働推進係長',
      since: '2022-04-01',
      predecessor: null,
      sheets: 3,
      overdue: 1,
      nextDueOn: null,
      waiting: 4,
      commitments: 0,
    },
  ],
};

const CLOSED_YEAR: CycleSummaryProps = {
  ...FRAME,
  recipient: { title: '副市長', name: '西村 誠', language: 'ja' },
  date: '2023-04-03',
  fiscalYear: 2021,
  sheets: 124,
  approved: 120,
  indicators: [
    { status: 'worse', count: 1 },
    { status: 'behind', count: 3 },
    { status: 'on_track', count: 6 },
  ],
  openCommitments: 14,
  sections: [
    {
      label: '第1節',
      title: '参画と協働による市政の推進',
      grade: 'B',
      lastGrade: 'C',
      sheets: 14,
      approved: 14,
      openCommitments: 3,
      url: '/reports/2021/sections/1',
    },
    {
      label: '第2節',
      title: '開かれた市政の推進',
      grade: null,
      lastGrade: null,
      sheets: 12,
      approved: 8,
      openCommitments: 0,
      url: '/reports/2021/sections/2',
    },
  ],
  url: '/reports/2021',
};

/** Every kind of letter in its typical forms, for the preview page and for the test that renders them all. */
export const SAMPLE_LETTERS: readonly SampleLetter[] = [
  daily('daily.everything', SAMPLE_DAY),
  daily('daily.first_day', FIRST_DAY),
  daily('daily.one_reminder', ONE_REMINDER),
  daily('daily.for_the_delegate', FOR_THE_DELEGATE),
  daily('daily.long_overdue', LONG_OVERDUE),
  daily('at_once.returned', RETURNED_JUST_NOW),
  daily('request', ASKED_FOR),
  daily('daily.later_due', LATER_DUE),
  daily('daily.decided', DECIDED),
  digest('digest.week', SAMPLE_WEEK),
  digest('digest.full', FULL_WEEK),
  digest('digest.quiet', QUIET_WEEK),
  digest('digest.busy', BUSY_WEEK),
  {
    key: 'handover',
    kind: 'handover',
    render: (language) => handoverLetter(readBy(HANDOVER, language)),
  },
  {
    key: 'summary',
    kind: 'summary',
    render: (language) => cycleSummary(readBy(CLOSED_YEAR, language)),
  },
  password('password', { ...SAMPLE_DAY, url: '/password#a1B2c3D4e5F6g7H8', hours: 24 }),
];

function daily(key: string, props: DailyLetterProps): SampleLetter {
  return { key, kind: props.form, render: (language) => dailyLetter(readBy(props, language)) };
}

function digest(key: string, props: ManagerDigestProps): SampleLetter {
  return { key, kind: 'digest', render: (language) => managerDigest(readBy(props, language)) };
}

function password(key: string, props: PasswordLetterProps): SampleLetter {
  return { key, kind: 'password', render: (language) => passwordLetter(readBy(props, language)) };
}

function readBy<Props extends LetterFrame>(props: Props, language: Language): Props {
  return { ...props, recipient: { ...props.recipient, language } };
}
