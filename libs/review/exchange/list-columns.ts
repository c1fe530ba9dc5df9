import { asDecimal, asText, choiceWords } from '#files';
import type { TableColumn } from '#files';
import type { Answers } from '../review.types.js';
import type { Cells, ColumnGroup, ListProblem, SheetStage } from './sheet-columns.types.js';

/** Lists have this many places in a row; longer ones keep the rest of their entries. */
export const PLACES = 5;
const NUMBERS = Array.from({ length: PLACES }, (_, at) => at + 1);

type Sheet = Readonly<Record<SheetStage, Answers>>;

const listOrNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);

/** Names of Plan's indicators, then of actuals that Plan does not know. */
function activityNames({ plan, check }: Sheet): string[] {
  const planned = (plan.activityIndicators ?? []).map(({ name }) => name);
  const others = (check.activityActuals ?? []).filter(
    ({ name, value }) => value !== null && !planned.includes(name),
  );
  return [...planned, ...others.map(({ name }) => name)];
}

function activityProblems(cells: Cells): ListProblem[] {
  return NUMBERS.flatMap((n) => {
    const [name, unit, target, actual] = ['name', 'unit', 'target', 'actual'].map((part) =>
      cells(`activity${n}.${part}`),
    );
    if (name === null && [unit, target, actual].some((cell) => cell !== null)) {
      return [{ key: `activity${n}.name`, code: 'table.cell_required' }];
    }
    // Without a target it is no indicator of the Plan; then only its actual can be kept.
    const lost = name !== null && target === null && (unit !== null || actual === null);
    return lost ? [{ key: `activity${n}.target`, code: 'review.activity_without_target' }] : [];
  });
}

/** 活動指標: name, unit and target stand in Plan, the actual in Check. */
export const ACTIVITIES: ColumnGroup = {
  columns: NUMBERS.flatMap((n): TableColumn[] => [
    { key: `activity${n}.name`, heading: `活動指標${n}`, parse: asText(100) },
    { key: `activity${n}.unit`, heading: `単位${n}`, parse: asText(20) },
    { key: `activity${n}.target`, heading: `目標${n}`, kind: 'number', parse: asDecimal(12, 4) },
    { key: `activity${n}.actual`, heading: `実績${n}`, kind: 'number', parse: asDecimal(13, 4) },
  ]),
  fields: [
    ['plan', 'activityIndicators'],
    ['check', 'activityActuals'],
  ],
  answers: (cells) => {
    const rows = NUMBERS.flatMap((n) => {
      const name = cells(`activity${n}.name`);
      if (name === null) return [];
      const [unit, target, value] = ['unit', 'target', 'actual'].map(
        (part) => cells(`activity${n}.${part}`) ?? null,
      );
      return [{ name, unit: unit ?? '', target, value }];
    });
    return {
      activityIndicators: listOrNull(
        rows
          .filter(({ target }) => target !== null)
          .map(({ name, unit, target }) => ({ name, unit, target })),
      ),
      activityActuals: listOrNull(
        rows.filter(({ value }) => value !== null).map(({ name, value }) => ({ name, value })),
      ),
    };
  },
  cells: (sheet) =>
    Object.fromEntries(
      activityNames(sheet)
        .slice(0, PLACES)
        .flatMap((name, at) => {
          const planned = sheet.plan.activityIndicators?.find((one) => one.name === name);
          const actual = sheet.check.activityActuals?.find((one) => one.name === name);
          const key = `activity${at + 1}`;
          return [
            [`${key}.name`, name],
            [`${key}.unit`, planned?.unit],
            [`${key}.target`, planned?.target],
            [`${key}.actual`, actual?.value],
          ];
        }),
    ),
  problems: activityProblems,
  beyond: (field, sheet) => {
    if (field === 'activityIndicators') return (sheet.plan.activityIndicators ?? []).slice(PLACES);
    const names = activityNames(sheet).slice(PLACES);
    return (sheet.check.activityActuals ?? []).filter(({ name }) => names.includes(name));
  },
};

/** 改善策: all three of a promise or none. */
export const COMMITMENTS: ColumnGroup = {
  columns: NUMBERS.flatMap((n): TableColumn[] => [
    { key: `commitment${n}.what`, heading: `改善策${n}`, parse: asText(1000) },
    { key: `commitment${n}.who`, heading: `改善策担当${n}`, parse: asText(100) },
    { key: `commitment${n}.dueOn`, heading: `改善策期限${n}`, kind: 'date' },
  ]),
  fields: [['act', 'commitments']],
  answers: (cells) => ({
    commitments: listOrNull(
      NUMBERS.flatMap((n) => {
        const [what, who, dueOn] = ['what', 'who', 'dueOn'].map((part) => cells(`commitment${n}.${part}`));
        return what === null ? [] : [{ what, who, dueOn }];
      }),
    ),
  }),
  cells: ({ act }) =>
    Object.fromEntries(
      (act.commitments ?? [])
        .slice(0, PLACES)
        .flatMap((one, at) =>
          (['what', 'who', 'dueOn'] as const).map((part) => [`commitment${at + 1}.${part}`, one[part]]),
        ),
    ),
  problems: (cells) =>
    NUMBERS.flatMap((n) => {
      const parts = ['what', 'who', 'dueOn'].map((part) => `commitment${n}.${part}`);
      const blank = parts.filter((key) => cells(key) === null);
      return blank.length === parts.length ? [] : blank.map((key) => ({ key, code: 'table.cell_required' }));
    }),
  beyond: (_field, { act }) => (act.commitments ?? []).slice(PLACES),
};

const ASPECTS = [
  ['necessity', '必要性'],
  ['effectiveness', '有効性'],
  ['efficiency', '効率性'],
  ['fairness', '公平性'],
] as const;
const RATING_WORDS = choiceWords({ a: ['a', '高い'], b: ['b', '普通'], c: ['c', '低い'] });

/** The four aspects, each a letter with a reason. */
export const RATINGS: ColumnGroup = {
  columns: ASPECTS.flatMap(([aspect, heading]): TableColumn[] => [
    { key: `rating.${aspect}`, heading, parse: RATING_WORDS.parse },
    { key: `rating.${aspect}.reason`, heading: `${heading}の理由`, parse: asText(1000) },
  ]),
  fields: [['check', 'ratings']],
  answers: (cells) => ({
    ratings: listOrNull(
      ASPECTS.flatMap(([aspect]) => {
        const rating = cells(`rating.${aspect}`);
        return rating === null ? [] : [{ aspect, rating, reason: cells(`rating.${aspect}.reason`) ?? '' }];
      }),
    ),
  }),
  cells: ({ check }) =>
    Object.fromEntries(
      (check.ratings ?? []).flatMap(({ aspect, rating, reason }) => [
        [`rating.${aspect}`, RATING_WORDS.wordOf(rating)],
        [`rating.${aspect}.reason`, reason],
      ]),
    ),
  problems: (cells) =>
    ASPECTS.flatMap(([aspect]) =>
      cells(`rating.${aspect}`) === null && cells(`rating.${aspect}.reason`) !== null
        ? [{ key: `rating.${aspect}`, code: 'table.cell_required' }]
        : [],
    ),
};
