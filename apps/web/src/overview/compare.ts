import { Decimal } from 'decimal.js';
import type { GradeLetter, PlanReport } from '../api';

/** One figure of two years; a figure that one of them lacks cannot be compared. */
export interface Compared {
  readonly key: 'share' | 'approved' | 'settled' | 'rate' | 'open';
  readonly now: string | null;
  readonly beside: string | null;
  /** Signed; null when it cannot be compared. */
  readonly change: string | null;
  /** Why it cannot, when both years have the figure. */
  readonly because?: 'rule';
}

const minus = (now: string | null, beside: string | null, decimals: number): string | null =>
  now === null || beside === null ? null : new Decimal(now).minus(beside).toFixed(decimals);

/** Part of a whole as a percent with one decimal; null when there is no whole. */
export function shareOf(part: number, all: number): string | null {
  return all === 0 ? null : new Decimal(part).times(100).div(all).toFixed(1, Decimal.ROUND_HALF_UP);
}

/** 百万円 with one decimal; nothing is settled before there is an execution rate. */
const settledOf = ({ settled, executionRate }: Pick<PlanReport['costs'], 'settled' | 'executionRate'>) =>
  executionRate === null ? null : new Decimal(settled).div(1000).toFixed(1, Decimal.ROUND_HALF_UP);

/** The figures of a year beside those of another. */
export function compareYears(now: PlanReport, beside: PlanReport): readonly Compared[] {
  const otherRule =
    now.onTrack.ruleName !== beside.onTrack.ruleName ||
    now.onTrack.ruleVersion !== beside.onTrack.ruleVersion;
  const figure = (
    key: Compared['key'],
    of: (report: PlanReport) => string | null,
    decimals = 1,
  ): Compared => ({
    key,
    now: of(now),
    beside: of(beside),
    change: minus(of(now), of(beside), decimals),
  });
  const share = figure('share', ({ onTrack }) => onTrack.share);
  return [
    otherRule ? { ...share, change: null, because: 'rule' } : share,
    figure('approved', ({ completion }) => shareOf(completion.approved, completion.sheets)),
    figure('settled', ({ costs }) => settledOf(costs)),
    figure('rate', ({ costs }) => costs.executionRate),
    figure('open', ({ answered }) => String(answered.open), 0),
  ];
}

type SectionRow = PlanReport['sections'][number];

/** A section in both years. */
export interface ComparedSection {
  readonly section: SectionRow;
  readonly beside: SectionRow | null;
  /** How many grades it rose (positive) or fell; null when one is missing. */
  readonly grade: number | null;
  readonly rate: string | null;
  readonly approved: string | null;
}

const ORDER: readonly GradeLetter[] = ['A', 'B', 'C', 'D'];

export function compareSections(now: PlanReport, beside: PlanReport): readonly ComparedSection[] {
  return now.sections.map((section) => {
    const other = beside.sections.find(({ key }) => key === section.key) ?? null;
    const steps =
      section.grade === null || other === null || other.grade === null
        ? null
        : ORDER.indexOf(other.grade) - ORDER.indexOf(section.grade);
    return {
      section,
      beside: other,
      grade: steps,
      rate: minus(section.executionRate, other?.executionRate ?? null, 1),
      approved: minus(
        shareOf(section.approved, section.sheets),
        other && shareOf(other.approved, other.sheets),
        1,
      ),
    };
  });
}
