import type { CommitmentFact, SectionFacts, StageFact } from './report.types.js';

type Item = SectionFacts['section']['programs'][number]['items'][number];

/** A stage of a lead sheet of item ア, approved unless a spec says otherwise; what is not approved shows no answers. */
export function aStage(stage: StageFact['stage'], change: Partial<StageFact> = {}): StageFact {
  const state = change.state ?? 'approved';
  return {
    subjectKind: 'item',
    key: '1-(1)-ア',
    role: 'lead',
    departmentName: '市民協働課',
    stage,
    taskStageId: null,
    version: 3,
    late: false,
    budget: null,
    settledCost: null,
    personYears: null,
    grade: null,
    lastGrade: null,
    ...change,
    state,
    answers: state === 'approved' ? (change.answers ?? {}) : null,
  };
}

export const anItem = (key: string, change: Partial<Item> = {}): Item => ({
  key,
  marker: key.at(-1) ?? '',
  text: `${key}を行います。`,
  departments: [{ name: '市民協働課', role: 'lead' }],
  ...change,
});

export const aCommitment = (change: Partial<CommitmentFact> = {}): CommitmentFact => ({
  key: '1-(1)-ア',
  what: '相談会を開く。',
  who: '市民協働課長',
  dueOn: '2022-09-30',
  decidedOn: null,
  madeInFiscalYear: 2021,
  answer: null,
  text: null,
  overdue: null,
  ...change,
});

/** Section 1 with one program of one item; a spec says only what matters. */
export function theFacts(
  change: Partial<Omit<SectionFacts, 'section'>> & { readonly items?: readonly Item[] } = {},
): SectionFacts {
  const { items = [anItem('1-(1)-ア')], ...rest } = change;
  return {
    fiscalYear: 2021,
    city: '青葉川市',
    asOf: '2022-06-16',
    labourUnitCost: '7800',
    children: [],
    stages: [],
    commitments: [],
    indicators: [],
    indicatorFactors: [],
    graded: null,
    decision: null,
    decidable: true,
    ...rest,
    section: {
      key: '1',
      number: '1',
      level: '節',
      title: '参画と協働の推進',
      leadName: '市民協働課',
      policies: [{ number: '1', text: '参画を進めます。' }],
      programs: [{ number: '1', title: '市民協働推進事業', items }],
    },
  };
}
