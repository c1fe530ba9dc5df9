import type { GradeLetter, IndicatorView, SectionReport } from '../api';
import type { Formats } from '../parts';
import type { Say } from '../words';

/** What a draft is written with. */
export interface DraftWriting {
  readonly say: Say;
  readonly formats: Pick<Formats, 'money' | 'percent' | 'list'>;
  /** The word of a judgement. */
  readonly status: (code: string) => string;
  /** A value of an indicator with its unit. */
  readonly value: (indicator: IndicatorView, value: string) => string;
}

const GRADES: readonly GradeLetter[] = ['A', 'B', 'C', 'D'];
const GOOD: readonly string[] = ['achieved', 'on_track'];

/** Puts an opinion together from what the section's sheets say; a person reads and edits it. Pure. */
export function draftOpinion(report: SectionReport, writing: DraftWriting): string {
  const paragraphs = [
    indicatorsOf(report, writing),
    itemsOf(report, writing) + costsOf(report, writing),
    answersOf(report, writing),
    issuesOf(report, writing),
  ];
  return paragraphs
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}

function indicatorsOf({ indicators, fiscalYear }: SectionReport, writing: DraftWriting): string {
  const { say } = writing;
  const judged = indicators.flatMap((indicator) => {
    const judgement = indicator.judgements.find((one) => one.fiscalYear === fiscalYear);
    return judgement && judgement.status !== 'not_judged' ? [{ indicator, judgement }] : [];
  });
  if (judged.length === 0) return '';
  const part = judged.filter(({ judgement }) => GOOD.includes(judgement.status)).length;
  const each = judged.map(({ indicator, judgement }) => {
    const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
    const text = actual?.value ?? actual?.milestone ?? '';
    const values = {
      name: indicator.name,
      actual: writing.value(indicator, text),
      status: writing.status(judgement.status),
    };
    return judgement.expected === null
      ? say('opinion.indicator_plain', values)
      : say('opinion.indicator', { ...values, expected: writing.value(indicator, judgement.expected) });
  });
  return say('opinion.indicators', { all: judged.length, part }) + each.join('');
}

function itemsOf({ items, grades }: SectionReport, { say, formats }: DraftWriting): string {
  const graded = items.filter((item) => item.grade !== null);
  if (graded.length === 0) return '';
  const list = GRADES.flatMap((grade) => {
    const count = grades.find((one) => one.grade === grade)?.count ?? 0;
    return count > 0 ? [say('opinion.grade_count', { grade, count })] : [];
  });
  const names = (move: 'up' | 'down') =>
    items.filter((item) => moveOf(item.grade, item.lastGrade) === move).map(({ marker }) => marker);
  const moved = (['up', 'down'] as const).map((move) => {
    const markers = names(move);
    return markers.length > 0 ? say(`opinion.${move}`, { list: formats.list(markers) }) : '';
  });
  return (
    say('opinion.grades', { items: items.length, graded: graded.length, list: formats.list(list) }) +
    moved.join('')
  );
}

function costsOf({ costs }: SectionReport, { say, formats }: DraftWriting): string {
  if (costs.executionRate === null) return '';
  return say('opinion.costs', {
    settled: formats.money(costs.settled),
    rate: formats.percent(costs.executionRate),
  });
}

function answersOf({ answered }: SectionReport, { say }: DraftWriting): string {
  const all = answered.done + answered.changed + answered.dropped + answered.open;
  return all === 0 ? '' : say('opinion.answers', { all, ...answered });
}

function issuesOf({ items }: SectionReport, { say }: DraftWriting): string {
  const issues = items.flatMap(({ marker, issues: text }) =>
    text === null ? [] : [say('opinion.issue', { marker, text })],
  );
  return issues.length > 0 ? say('opinion.issues', { list: issues.join('\n') }) : '';
}

/** Items that a draft says nothing of, as nobody has confirmed their Check: told to who drafts, and not to the citizens. */
export const leftOut = ({ items }: SectionReport): readonly string[] =>
  items.flatMap(({ stages, programNumber, marker }) => {
    const check = stages.find(({ stage }) => stage === 'check');
    return check && OPEN.includes(check.state) ? [`(${programNumber})${marker}`] : [];
  });

/** A Check that is not done this year (対象外) is settled. */
const OPEN: readonly string[] = ['none', 'drafting', 'submitted'];

/** Whether a grade rose or fell; null when it stayed or one of them is missing. */
export function moveOf(now: GradeLetter | null, last: GradeLetter | null): 'up' | 'down' | null {
  if (now === null || last === null || now === last) return null;
  return now < last ? 'up' : 'down';
}
