import type {
  Direction,
  IndicatorKind,
  IndicatorReading,
  QuestionParams,
  SectionNumber,
  TargetReading,
} from '../plan-reading.types.js';
import type { QuestionCode } from '../question-texts.js';
import { uniqueKey } from '../reading-place.js';
import type { ReadingPlace } from '../reading-place.js';
import { repairBlanks } from '../text/repair-blanks.js';
import type { PrintedYear } from '../text/years.js';
import { directionOfNumber, directionOfSign, meaningOfWords } from './direction.js';
import type { ReferredIndicator } from './note-owners.js';
import { withoutFootnote } from './notes.js';
import type { FoundRow } from './table.js';
import type { DatedCell } from './table-rows.js';
import { splitTargets } from './target-cells.js';
import { askAboutTarget } from './target-doubts.js';
import { unitOf } from './unit.js';
import { readValue } from './value.js';
import type { NumberValue, ValueCell } from './value.js';

type DatedValue = ValueCell & { readonly columnYear: PrintedYear | null };
type DatedNumber = NumberValue & { readonly columnYear: PrintedYear | null };
type AskOf = (code: QuestionCode, params?: QuestionParams) => void;

interface Aim {
  readonly direction: Direction;
  readonly kind: IndicatorKind;
}

const nameMarker = /^(?:[(（]\d{1,2}[)）]|[①-⑳]|\d{1,2}[.．)）]|[・●○■◆])\s*/;
const repeatMark = /\s?[(（【]再掲[)）】]/;

/** Turns a row of a table into an indicator and asks about everything that the row leaves open. */
export function readIndicator(
  row: FoundRow,
  order: number,
  section: SectionNumber,
  place: ReadingPlace,
): ReferredIndicator {
  const { name: printedName, reference } = withoutFootnote(repairBlanks(row.name).replace(nameMarker, ''));
  const name = printedName.replace(repeatMark, '');
  const key = uniqueKey(`${place.key}-指標${order}`, place.keys);
  const about = `${place.label}「${name}」`;
  const ask: AskOf = (code, params = {}) => place.ask({ code, line: row.line, about, subject: key, params });

  askAboutRow(row, name, printedName !== name, ask);
  const baseline = row.baseline === null ? null : dated(row.baseline);
  const base = baseline?.kind === 'number' ? baseline : null;
  const targets = datedTargets(row, ask);
  const last = targets.at(-1) ?? null;
  const numbers = targets.filter((target) => target.kind === 'number');
  const { unit, doubt } = unitOf(row.unit, name, [baseline, ...targets]);
  if (doubt !== null) ask(doubt.code, doubt.params);
  const aim = aimOf(last, base, name, row.direction, ask);
  if (base === null && aim.kind !== 'milestone' && aim.kind !== 'plan_total') {
    ask('plan.baseline_missing', { printed: baseline === null ? 'なし' : baseline.printed || '空欄' });
  }
  const baselineYear = base === null ? null : yearOf(base, 'plan.baseline_year_missing', ask);
  const isSet = last !== null && last.kind !== 'missing';
  const targetYear = isSet ? yearOf(last, 'plan.target_year_missing', ask) : null;
  askAboutTarget(numbers, base, { baselineYear, targetYear, direction: aim.direction }, ask);
  return {
    key,
    section,
    sectionKey: place.key,
    name,
    unit,
    decimals: Math.max(0, ...[base, ...numbers].map((value) => value?.decimals ?? 0)),
    direction: aim.direction,
    kind: aim.kind === 'level' && /累計|累積|延べ/.test(`${name}${unit}`) ? 'running_total' : aim.kind,
    baseline: base?.value ?? null,
    baselineYear,
    target: last?.kind === 'number' ? last.value : null,
    targetYear,
    ...optionalsOf(row, last, numbers, printedName !== name),
    line: row.line,
    reference,
  };
}

type Optional = Pick<
  IndicatorReading,
  'targets' | 'targetWords' | 'floor' | 'totalYears' | 'note' | 'source' | 'repeat'
>;

function optionalsOf(
  row: FoundRow,
  last: DatedValue | null,
  numbers: readonly DatedNumber[],
  repeat: boolean,
): Optional {
  return {
    ...(numbers.length > 1 ? { targets: numbers.map(targetOf) } : {}),
    ...(last?.kind === 'words' ? { targetWords: last.words } : {}),
    ...(last?.kind === 'number' && last.bound !== null ? { floor: true } : {}),
    ...(last?.kind === 'number' && last.totalYears !== null ? { totalYears: last.totalYears } : {}),
    ...(row.note === '' ? {} : { note: row.note }),
    ...(row.source === '' ? {} : { source: row.source }),
    ...(repeat ? { repeat: true } : {}),
  };
}

function askAboutRow(row: FoundRow, name: string, repeat: boolean, ask: AskOf): void {
  if (row.short) ask('plan.row_short');
  if (row.indented) ask('plan.row_indented', { name });
  if (row.joined) ask('plan.name_joined', { name });
  if (row.header?.reused) ask('plan.header_reused', { header: row.header.line });
  if (row.header?.byYearOnly) ask('plan.columns_by_year');
  if (repeat) ask('plan.repeat', { name });
}

const dated = (cell: DatedCell): DatedValue => ({ ...readValue(cell.printed), columnYear: cell.year });

/** The targets in order: empty cells before the last say nothing, two for one year cannot both hold. */
function datedTargets(row: FoundRow, ask: AskOf): DatedValue[] {
  const all = row.targets.flatMap(splitTargets).map(dated);
  const said = all.filter((target, at) => target.kind !== 'missing' || at === all.length - 1);
  return said.filter((target, at) => {
    const year = plainYear(target);
    const later = said[at + 1];
    if (year === null || later === undefined || plainYear(later) !== year) return true;
    ask('plan.targets_same_year', { year, printed: `${target.printed}、${later.printed}` });
    return false;
  });
}

const plainYear = (value: DatedValue): number | null => (value.year ?? value.columnYear)?.year ?? null;

function targetOf(value: DatedNumber): TargetReading {
  return { value: value.value, year: plainYear(value) };
}

/** The value's own year wins over its column's; a calendar year or a date is asked about. */
function yearOf(value: DatedValue, missing: QuestionCode, ask: AskOf): number | null {
  const year = value.year ?? value.columnYear;
  if (year === null) ask(missing);
  else if (year.counted === 'calendar') ask('plan.year_calendar', { printed: year.printed, year: year.year });
  else if (year.counted === 'date') ask('plan.year_from_date', { printed: year.printed, year: year.year });
  return year?.year ?? null;
}

function aimOf(
  last: DatedValue | null,
  base: NumberValue | null,
  name: string,
  directionCell: string,
  ask: AskOf,
): Aim {
  const printed = directionOfSign(directionCell);
  if (last === null || last.kind === 'missing') {
    ask('plan.target_missing', { printed: last?.printed || '空欄' });
    return { direction: printed ?? 'up', kind: 'level' };
  }
  const proposal = last.kind === 'number' ? aimOfNumber(last, base, name, ask) : aimOfWords(last.words, ask);
  if (printed === null || printed === proposal.direction) return proposal;
  ask('plan.direction_contradicts', { printed: directionCell, target: last.printed });
  return { ...proposal, direction: printed };
}

function aimOfNumber(last: NumberValue, base: NumberValue | null, name: string, ask: AskOf): Aim {
  const { direction, doubt } = directionOfNumber(last, base, name);
  if (doubt !== null) {
    const baseline = base?.printed ?? 'なし';
    ask(doubt, { target: last.printed, baseline, direction: directionWords[direction] });
  }
  return { direction, kind: last.counts === 'value' ? 'level' : last.counts };
}

function aimOfWords(words: string, ask: AskOf): Aim {
  const meaning = meaningOfWords(words);
  const params = { target: words, direction: directionWords[meaning.direction] };
  if (meaning.relative) ask('plan.target_relative', params);
  else if (meaning.unknown) ask('plan.target_unknown', params);
  else if (meaning.kind === 'level') ask('plan.direction_words', params);
  return { direction: meaning.direction, kind: meaning.kind };
}

const directionWords: Readonly<Record<Direction, string>> = {
  up: '高いほどよい',
  down: '低いほどよい',
  maintain: '維持する',
};
