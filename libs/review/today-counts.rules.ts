import type { Stage } from './review.types.js';

/** What a list on Today is narrowed to; null leaves a part open. */
export interface TodayFilter<Kind extends string> {
  readonly kind: Kind | null;
  readonly stage: Stage | null;
}

/** How many rows of one kind a stage has. */
export interface TodayCell<Kind extends string> {
  readonly kind: Kind;
  readonly stage: Stage;
  readonly count: number;
}

export interface TodayCounts<Kind extends string> {
  readonly kinds: { readonly kind: Kind; readonly count: number }[];
  readonly stages: { readonly stage: Stage; readonly count: number }[];
  /** As many as the list has, all pages together. */
  readonly total: number;
}

const STAGES: readonly Stage[] = ['plan', 'do', 'check', 'act', 'review'];

/**
 * What stands on the choices of a list: each count is what the list would hold if it were chosen while the other choice
 * stays, so that every count can be opened into its list. Kinds and stages without anything are left out.
 *
 * @param apart kinds that are listed beside the rest, and counted only when they are chosen
 */
export function countsOf<Kind extends string>(
  cells: readonly TodayCell<Kind>[],
  order: readonly Kind[],
  { kind, stage }: TodayFilter<Kind>,
  apart: readonly Kind[] = [],
): TodayCounts<Kind> {
  const sum = (fits: (cell: TodayCell<Kind>) => boolean): number =>
    cells.filter(fits).reduce((total, cell) => total + cell.count, 0);
  const ofStage = (cell: TodayCell<Kind>): boolean => stage === null || cell.stage === stage;
  const ofKind = (cell: TodayCell<Kind>): boolean =>
    kind === null ? !apart.includes(cell.kind) : cell.kind === kind;
  return {
    kinds: order
      .map((one) => ({ kind: one, count: sum((cell) => cell.kind === one && ofStage(cell)) }))
      .filter(({ count }) => count > 0),
    stages: STAGES.map((one) => ({
      stage: one,
      count: sum((cell) => cell.stage === one && ofKind(cell)),
    })).filter(({ count }) => count > 0),
    total: sum((cell) => ofKind(cell) && ofStage(cell)),
  };
}
