import { addDays } from '../../parts/dates';
import type { CycleDraft, PhaseName, StageName } from '../cycle-draft';
import type { Step } from '../move-dates';
import { overlapsYear } from './year-axis';
import type { YearAxis } from './year-axis';

/** What a cycle's dates are taken from: the draft of the one being edited, the answer of the others. */
export interface CycleDates {
  readonly fiscalYear: number;
  readonly dates: Pick<CycleDraft, 'stages' | 'phases'>;
}

export interface Bar {
  readonly key: string;
  readonly step: Step;
  readonly fiscalYear: number;
  readonly from: string;
  readonly to: string;
  /** Filled: evaluation; pale: meetings; ring: the running year; dashed: drafts only. */
  readonly look: 'solid' | 'pale' | 'ring' | 'dashed';
  readonly milestone: boolean;
}

export interface Lane {
  readonly name: 'evaluation' | 'meetings' | 'outside' | 'public' | 'running';
  readonly fiscalYear: number;
  readonly bars: readonly Bar[];
}

const PHASE_LANES: Readonly<Record<'meetings' | 'outside' | 'public', readonly PhaseName[]>> = {
  meetings: ['management', 'council'],
  outside: ['settlement', 'external'],
  public: ['publication', 'reflection'],
};

/**
 * The lanes of one calendar: the year before is evaluated, decided and published, the year itself is planned and
 * done, and from March on the next evaluation can be drafted.
 */
export function lanesOf(axis: YearAxis, cycles: readonly CycleDates[]): readonly Lane[] {
  const lanes = cycles.flatMap((cycle): Lane[] => {
    const { fiscalYear, dates } = cycle;
    const stage = (names: readonly StageName[], look: Bar['look']): Bar[] =>
      dates.stages
        .filter(({ stage: name }) => names.includes(name))
        .map((one) => bar(cycle, { is: 'stage', name: one.stage }, one.opensOn, one.dueOn, look));
    const phase = (names: readonly PhaseName[]): Bar[] =>
      dates.phases
        .filter(({ phase: name }) => names.includes(name))
        .map((one) => bar(cycle, { is: 'phase', name: one.phase }, one.opensOn, one.dueOn, 'pale'));
    if (fiscalYear === axis.year - 1) {
      return [
        { name: 'evaluation', fiscalYear, bars: stage(['check', 'act', 'review'], 'solid') },
        { name: 'meetings', fiscalYear, bars: phase(PHASE_LANES.meetings) },
        { name: 'outside', fiscalYear, bars: phase(PHASE_LANES.outside) },
        { name: 'public', fiscalYear, bars: phase(PHASE_LANES.public) },
      ];
    }
    if (fiscalYear === axis.year) {
      return [{ name: 'running', fiscalYear, bars: [...stage(['plan', 'do'], 'ring'), ...draftBars(cycle)] }];
    }
    return [];
  });
  return lanes
    .map((lane) => ({ ...lane, bars: lane.bars.filter(({ from, to }) => overlapsYear(axis, from, to)) }))
    .filter((lane) => lane.bars.length > 0);
}

function bar(cycle: CycleDates, step: Step, from: string, to: string, look: Bar['look']): Bar {
  const key = `${cycle.fiscalYear}-${step.name}`;
  return { key, step, fiscalYear: cycle.fiscalYear, from, to, look, milestone: from === to };
}

/** The time before the evaluation opens in which it can already be drafted. */
function draftBars(cycle: CycleDates): Bar[] {
  return cycle.dates.stages
    .filter(({ stage, draftsFrom, opensOn }) => stage === 'check' && draftsFrom < opensOn)
    .map(({ draftsFrom, opensOn }) => ({
      ...bar(cycle, { is: 'stage', name: 'check' }, draftsFrom, addDays(opensOn, -1), 'dashed'),
      key: `${cycle.fiscalYear}-drafts`,
    }));
}
