import type {
  Direction,
  IndicatorKind,
  QuestionParams,
  SectionNumber,
  TargetReading,
} from '../plan-reading.types.js';
import type { QuestionCode } from '../question-texts.js';
import { uniqueKey } from '../reading-place.js';
import type { ReadingPlace } from '../reading-place.js';
import { repairBlanks } from '../text/repair-blanks.js';
import type { PrintedYear } from '../text/years.js';
import { askAboutTarget } from './target-doubts.js';
import { directionOfNumber, directionOfSign, meaningOfWords } from './direction.js';
import type { ReferredIndicator } from './note-owners.js';
import { withoutFootnote } from './notes.js';
import type { FoundRow } from './table.js';
import type { DatedCell } from './table-rows.js';
import { unitOf } from './unit.js';
import { readValue } from './value.js';
import type { NumberValue, ValueCell } from './value.js';

type DatedValue = ValueCell & { readonly columnYear: PrintedYear | null };
type AskOf = (code: QuestionCode, params?: QuestionParams) => void;

const nameMarker = /^(?:[(（]\d{1,2}[)）]|[①-⑳]|\d{1,2}[.．)）]|[・●○■◆])\s*/;

/** Turns a row of a table into an indicator and asks about everything that the row leaves open. */
export function readIndicator(
  row: FoundRow,
  order: number,
  section: SectionNumber,
  place: ReadingPlace,
): ReferredIndicator {
  const { name: printedName, reference } = withoutFootnote(repairBlanks(row.name).replace(nameMarker, ''));
  const name = printedName.replace(/\s?[(（【]再掲[)）】]/, '');
  const key = uniqueKey(`${place.key}-指標${order}`, place.keys);
  const about = `${place.label}「${name}」`;
  const ask: AskOf = (code, params) =>
    place.ask({ code, line: row.line, about, subject: key, ...(params ? { params } : {}) });
  const baseline = row.baseline === null ? null : dated(row.baseline);
  const targets = row.targets
    .map(dated)
    .filter((target, at, all) => target.kind !== 'missing' || at === all.length - 1);
  const { unit, doubt } = unitOf(row.unit, name, [baseline, ...targets]);
  if (doubt !== null) ask(doubt.code, doubt.params);
  const last = targets.at(-1) ?? null;
  const base = baseline?.kind === 'number' ? baseline : null;
  const target = readTarget(last, base, name, row, ask);
  const numbers = targets.filter((each) => each.kind === 'number');
  if (row.short) ask('plan_row_short');
  if (row.indented) ask('plan_row_indented', { name });
  if (row.joined) ask('plan_name_joined', { name });
  if (row.header?.reused) ask('plan_header_reused', { header: row.header.line });
  if (row.header?.byYearOnly) ask('plan_columns_by_year');
  if (base === null && target.kind !== 'milestone' && target.kind !== 'plan_total') {
    ask('plan_baseline_missing', { printed: baseline === null ? 'なし' : baseline.printed || '空欄' });
  }
  const baselineYear = base === null ? null : yearOf(base, 'plan_baseline_year_missing', ask);
  const targetYear =
    last === null || last.kind === 'missing' ? null : yearOf(last, 'plan_target_year_missing', ask);
  askAboutTarget(numbers, base, { baselineYear, targetYear, direction: target.direction }, ask);
  const repeat = printedName !== name;
  if (repeat) ask('plan_repeat', { name });
  return {
    key,
    section,
    sectionKey: place.key,
    name,
    unit,
    decimals: Math.max(0, ...[base, ...numbers].map((each) => each?.decimals ?? 0)),
    direction: target.direction,
    kind: target.kind === 'level' && /累計|累積|延べ/.test(`${name}${unit}`) ? 'running_total' : target.kind,
    baseline: base?.value ?? null,
    baselineYear,
    target: last?.kind === 'number' ? last.value : null,
    targetYear,
    ...(numbers.length > 1 ? { targets: numbers.map(targetOf) } : {}),
    ...(last?.kind === 'words' ? { targetWords: last.words } : {}),
    ...(last?.kind === 'number' && last.bound !== null ? { floor: true as const } : {}),
    ...(last?.kind === 'number' && last.totalYears !== null ? { totalYears: last.totalYears } : {}),
    ...(row.note === '' ? {} : { note: row.note }),
    ...(row.source === '' ? {} : { source: row.source }),
    ...(repeat ? { repeat: true as const } : {}),
    line: row.line,
    reference,
  };
}

function dated(cell: DatedCell): DatedValue {
  return { ...readValue(cell.printed), columnYear: cell.year };
}

function targetOf(value: DatedValue & NumberValue): TargetReading {
  return { value: value.value, year: (value.year ?? value.columnYear)?.year ?? null };
}

/** The value's own year wins over its column's; a calendar year or a date is asked about. */
function yearOf(value: DatedValue, missing: QuestionCode, ask: AskOf): number | null {
  const year = value.year ?? value.columnYear;
  if (year === null) ask(missing);
  else if (year.counted === 'calendar') ask('plan_year_calendar', { printed: year.printed, year: year.year });
  else if (year.counted === 'date') ask('plan_year_from_date', { printed: year.printed, year: year.year });
  return year?.year ?? null;
}

interface Target {
  readonly direction: Direction;
  readonly kind: IndicatorKind;
}

function readTarget(
  last: DatedValue | null,
  base: NumberValue | null,
  name: string,
  row: FoundRow,
  ask: AskOf,
): Target {
  const printedDirection = directionOfSign(row.direction);
  if (last === null || last.kind === 'missing') {
    ask('plan_target_missing', { printed: last?.printed || '空欄' });
    return { direction: printedDirection ?? 'up', kind: 'level' };
  }
  const proposal =
    last.kind === 'number' ? proposalOfNumber(last, base, name, ask) : proposalOfWords(last.words, ask);
  if (printedDirection === null || printedDirection === proposal.direction) return proposal;
  ask('plan_direction_contradicts', { printed: row.direction, target: last.printed });
  return { ...proposal, direction: printedDirection };
}

function proposalOfNumber(last: NumberValue, base: NumberValue | null, name: string, ask: AskOf): Target {
  const { direction, doubt } = directionOfNumber(last, base, name);
  if (doubt !== null) {
    ask(doubt, {
      target: last.printed,
      baseline: base?.printed ?? 'なし',
      direction: directionWords[direction],
    });
  }
  return { direction, kind: last.counts === 'value' ? 'level' : last.counts };
}

function proposalOfWords(words: string, ask: AskOf): Target {
  const meaning = meaningOfWords(words);
  const params = { target: words, direction: directionWords[meaning.direction] };
  if (meaning.relative) ask('plan_target_relative', params);
  else if (meaning.unknown) ask('plan_target_unknown', params);
  else if (meaning.kind === 'level') ask('plan_direction_words', params);
  return { direction: meaning.direction, kind: meaning.kind };
}

const directionWords: Readonly<Record<Direction, string>> = {
  up: '高いほどよい',
  down: '低いほどよい',
  maintain: '維持する',
};
