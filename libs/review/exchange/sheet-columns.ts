import { asCode, asDecimal, asFiscalYear, asText, choiceWords, problem } from '#files';
import type { CellProblem, ChoiceWords, TableColumn, TableSpec, WritableCell } from '#files';
import type { Answers } from '../review.types.js';
import { ACTIVITIES, COMMITMENTS, RATINGS } from './list-columns.js';
import type { Cells, ColumnGroup, SheetStage } from './sheet-columns.types.js';

const PARTICIPATION = choiceWords({
  none: ['なし', '実施なし'],
  pi: ['PI', 'PI(意見の反映)'],
  collaboration: '協働',
});
const PROGRESS = choiceWords({
  as_planned: '計画どおり',
  mostly_as_planned: 'おおむね計画どおり',
  late: ['遅れ', '遅れている'],
  not_started: '未着手',
});
const GRADES = choiceWords({ A: 'A', B: 'B', C: 'C', D: 'D' });
/** 今後の方向性, as files call it. */
export const DIRECTIONS = choiceWords({
  expand: '拡充',
  continue: '継続',
  improve: '改善',
  shrink: '縮小',
  merge: '統合',
  suspend: '休止',
  abolish: '廃止',
  complete: '完了',
});

const LONGEST_TEXT = 4000;

/** One field in one column. */
function single(
  stage: SheetStage,
  field: keyof Answers,
  column: Omit<TableColumn, 'key'>,
  write: (answer: unknown) => WritableCell = (answer) => answer as WritableCell,
): ColumnGroup {
  return {
    columns: [{ key: field, ...column }],
    fields: [[stage, field]],
    answers: (cells) => ({ [field]: cells(field) }),
    cells: (sheet) => ({ [field]: write(sheet[stage][field]) }),
  };
}

const text = (stage: SheetStage, field: keyof Answers, heading: string): ColumnGroup =>
  single(stage, field, { heading, parse: asText(LONGEST_TEXT) });

const decimal = (stage: SheetStage, field: keyof Answers, heading: string): ColumnGroup =>
  single(stage, field, { heading, kind: 'number', parse: asDecimal(13, 4) });

const choice = (
  stage: SheetStage,
  field: keyof Answers,
  heading: string,
  words: ChoiceWords<string>,
): ColumnGroup =>
  single(stage, field, { heading, parse: words.parse }, (code) => words.wordOf(code as string));

const FUNDING = [
  ['national', '財源国'],
  ['prefectural', '財源県'],
  ['bond', '財源市債'],
  ['other', '財源その他'],
  ['general', '財源一般'],
] as const;

/** Where one part is given, a blank part is nothing. */
const funding: ColumnGroup = {
  columns: FUNDING.map(([part, heading]) => ({
    key: `funding.${part}`,
    heading,
    kind: 'number' as const,
    parse: asDecimal(13, 4),
  })),
  fields: [['plan', 'funding']],
  answers: (cells) => {
    const parts = FUNDING.map(([part]) => [part, cells(`funding.${part}`)] as const);
    if (parts.every(([, amount]) => amount === null)) return { funding: null };
    return { funding: Object.fromEntries(parts.map(([part, amount]) => [part, amount ?? '0'])) };
  },
  cells: ({ plan }) => Object.fromEntries(FUNDING.map(([part]) => [`funding.${part}`, plan.funding?.[part]])),
};

const LAST_GOAL = 17;

function asGoals(cell: string): string | CellProblem {
  const goals = cell
    .normalize('NFKC')
    .split(/[;,、・\s]+/)
    .filter(Boolean);
  const known = goals.every(
    (goal) => /^\d{1,2}$/.test(goal) && Number(goal) >= 1 && Number(goal) <= LAST_GOAL,
  );
  return known ? [...new Set(goals.map(Number))].join(';') : problem('review.not_sdg_goals', { value: cell });
}

const sdgGoals: ColumnGroup = {
  columns: [{ key: 'sdgGoals', heading: 'SDGs', parse: asGoals }],
  fields: [['plan', 'sdgGoals']],
  answers: (cells) => ({ sdgGoals: cells('sdgGoals')?.split(';').map(Number) ?? null }),
  cells: ({ plan }) => ({ sdgGoals: plan.sdgGoals?.join(';') }),
};

/** Every field of an item's sheet and its columns, in the order in which they are written: the one table for both ways. */
export const COLUMN_GROUPS: readonly ColumnGroup[] = [
  text('plan', 'goal', '今年度の目標'),
  text('plan', 'activities', '取組予定'),
  ACTIVITIES,
  decimal('plan', 'budget', '予算額'),
  funding,
  decimal('plan', 'plannedPersonYears', '計画人工'),
  choice('plan', 'participation', '参画手法', PARTICIPATION),
  sdgGoals,
  choice('do', 'progress', '進捗状況', PROGRESS),
  text('do', 'done', '実施内容'),
  text('do', 'obstacles', '支障'),
  text('do', 'helpNeeded', '必要な支援'),
  text('do', 'changedPlan', '計画の変更'),
  text('check', 'results', '取組の成果'),
  decimal('check', 'settledCost', '決算額'),
  decimal('check', 'settledPersonYears', '決算人工'),
  choice('check', 'participationActual', '参画手法実績', PARTICIPATION),
  text('check', 'factorsOwn', '内部要因'),
  text('check', 'factorsOutside', '外部要因'),
  RATINGS,
  choice('check', 'grade', '総合評価', GRADES),
  text('check', 'gradeReason', '評価理由'),
  text('act', 'issues', '課題'),
  text('act', 'circumstances', '環境変化'),
  choice('act', 'direction', '方向性', DIRECTIONS),
  COMMITMENTS,
  text('act', 'handoverMemo', '引継ぎメモ'),
];

/** 評価シートの履歴: one row for each sheet and year. */
export const SHEET_SPEC: TableSpec = {
  columns: [
    { key: 'fiscalYear', heading: '年度', required: true, parse: (cell) => String(asFiscalYear(cell)) },
    { key: 'item', heading: '体系番号', required: true, parse: asCode },
    { key: 'department', heading: '所属コード', required: true, parse: asCode },
    ...COLUMN_GROUPS.flatMap(({ columns }) => columns),
    { key: 'submitter', heading: '提出者職員番号', parse: asCode },
    { key: 'approver', heading: '確認者職員番号', parse: asCode },
  ],
};

/** The answers of a row by stage; null where its cells are blank. */
export function answersOf(cells: Cells): Record<SheetStage, Record<string, unknown>> {
  const answers: Record<SheetStage, Record<string, unknown>> = { plan: {}, do: {}, check: {}, act: {} };
  for (const group of COLUMN_GROUPS) {
    const given = group.answers(cells);
    for (const [stage, field] of group.fields) answers[stage][field] = given[field] ?? null;
  }
  return answers;
}

/** The cells of a sheet. */
export const cellsOf = (sheet: Readonly<Record<SheetStage, Answers>>): Record<string, WritableCell> =>
  Object.assign({}, ...COLUMN_GROUPS.map((group) => group.cells(sheet))) as Record<string, WritableCell>;

/** The first column of a field, to place what is wrong with it. */
export const columnOf = (field: string): string =>
  COLUMN_GROUPS.find(({ fields }) => fields.some(([, one]) => one === field))?.columns[0]?.key ?? 'item';
