import type { CycleView } from '../api';
import type { EditCycle } from '../api/cycles';

/** Everything that can be edited of a cycle; every field's duty stands in it, the standard ones too. */
export type CycleDraft = EditCycle;
export type StageName = CycleView['stages'][number]['stage'];
export type PhaseName = CycleView['phases'][number]['phase'];
export type ChainStep = CycleDraft['chain'][number];
export type Duty = CycleView['fields'][number]['duty'];

/** One difference between two drafts. `field` is named as the API names places: `stages.check.dueOn`. */
export interface DraftChange {
  readonly field: string;
  readonly is: 'date' | 'duty' | 'chain' | 'amount';
  readonly before: string;
  readonly after: string;
}

export function draftOf(cycle: CycleView): CycleDraft {
  return {
    version: cycle.version,
    closesOn: cycle.closesOn,
    labourUnitCost: cycle.labourUnitCost,
    stages: cycle.stages.map(({ stage, draftsFrom, opensOn, dueOn }) => ({
      stage,
      draftsFrom,
      opensOn,
      dueOn,
    })),
    phases: cycle.phases.map(({ phase, opensOn, dueOn }) => ({ phase, opensOn, dueOn })),
    chain: cycle.chain.map(({ stage, kind, level, departmentCode, workingDays }) => ({
      stage,
      kind,
      level,
      departmentCode,
      workingDays,
    })),
    fieldDuties: Object.fromEntries(cycle.fields.map(({ key, duty }) => [key, duty])),
  };
}

/** What is sent: of the fields only those that differ from the standard. */
export function editOf(draft: CycleDraft, { fields }: CycleView): EditCycle {
  const standard = new Map(fields.map((field) => [field.key, field.standard]));
  const own = Object.entries(draft.fieldDuties).filter(([key, duty]) => standard.get(key) !== duty);
  return { ...draft, fieldDuties: Object.fromEntries(own) };
}

/** Everything that differs, in the order of the editors. */
export function changesBetween(before: CycleDraft, after: CycleDraft): readonly DraftChange[] {
  const values = flat(before);
  return flat(after).flatMap((now, at): DraftChange[] => {
    const was = values.find((one) => one.field === now.field) ?? values[at];
    if (was === undefined || was.value === now.value) return [];
    return [{ field: now.field, is: now.is, before: was.value, after: now.value }];
  });
}

interface FlatValue {
  readonly field: string;
  readonly is: DraftChange['is'];
  readonly value: string;
}

function flat(draft: CycleDraft): readonly FlatValue[] {
  const date = (field: string, value: string): FlatValue => ({ field, is: 'date', value });
  const stages = [...new Set(draft.chain.map(({ stage }) => stage))];
  return [
    ...draft.stages.flatMap((one) => [
      date(`stages.${one.stage}.draftsFrom`, one.draftsFrom),
      date(`stages.${one.stage}.opensOn`, one.opensOn),
      date(`stages.${one.stage}.dueOn`, one.dueOn),
    ]),
    ...draft.phases.flatMap((one) => [
      date(`phases.${one.phase}.opensOn`, one.opensOn),
      date(`phases.${one.phase}.dueOn`, one.dueOn),
    ]),
    date('closesOn', draft.closesOn),
    { field: 'labourUnitCost', is: 'amount', value: draft.labourUnitCost },
    ...[...STAGE_ORDER].map((stage): FlatValue => {
      const steps = stages.includes(stage) ? draft.chain.filter((step) => step.stage === stage) : [];
      return { field: `chain.${stage}`, is: 'chain', value: JSON.stringify(steps) };
    }),
    ...Object.entries(draft.fieldDuties)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([key, value]): FlatValue => ({ field: `fieldDuties.${key}`, is: 'duty', value })),
  ];
}

export const STAGE_ORDER: readonly StageName[] = ['plan', 'do', 'check', 'act', 'review'];

/**
 * My changes on top of what another person saved meanwhile: what I changed stays mine, everything else becomes
 * theirs. The version is the newest, so the result can be saved.
 */
export function mergeDrafts(base: CycleDraft, mine: CycleDraft, latest: CycleDraft): CycleDraft {
  const own = new Set(changesBetween(base, mine).map(({ field }) => field));
  const pick = <T>(field: string, my: T, their: T): T => (own.has(field) ? my : their);
  return {
    version: latest.version,
    closesOn: pick('closesOn', mine.closesOn, latest.closesOn),
    labourUnitCost: pick('labourUnitCost', mine.labourUnitCost, latest.labourUnitCost),
    stages: latest.stages.map((their) => {
      const my = mine.stages.find(({ stage }) => stage === their.stage) ?? their;
      const field = (name: string) => `stages.${their.stage}.${name}`;
      return {
        stage: their.stage,
        draftsFrom: pick(field('draftsFrom'), my.draftsFrom, their.draftsFrom),
        opensOn: pick(field('opensOn'), my.opensOn, their.opensOn),
        dueOn: pick(field('dueOn'), my.dueOn, their.dueOn),
      };
    }),
    phases: latest.phases.map((their) => {
      const my = mine.phases.find(({ phase }) => phase === their.phase) ?? their;
      const field = (name: string) => `phases.${their.phase}.${name}`;
      return {
        phase: their.phase,
        opensOn: pick(field('opensOn'), my.opensOn, their.opensOn),
        dueOn: pick(field('dueOn'), my.dueOn, their.dueOn),
      };
    }),
    chain: STAGE_ORDER.flatMap((stage) =>
      (own.has(`chain.${stage}`) ? mine : latest).chain.filter((step) => step.stage === stage),
    ),
    fieldDuties: Object.fromEntries(
      Object.entries(latest.fieldDuties).map(([key, their]) => [
        key,
        pick(`fieldDuties.${key}`, mine.fieldDuties[key] ?? their, their),
      ]),
    ),
  };
}
