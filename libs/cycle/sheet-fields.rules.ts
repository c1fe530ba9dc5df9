import type { AssignmentRole, Stage, SubjectKind } from './stage.codes.js';

export type FieldType =
  | 'text'
  | 'choice'
  | 'money'
  | 'decimal'
  | 'funding'
  | 'sdgs'
  | 'activityIndicators'
  | 'activityActuals'
  | 'commitments'
  | 'ratings'
  | 'indicatorActual';

/** Who must fill a field in before submitting: nobody, the lead sheet, or lead and support. */
export type FieldDuty = 'none' | 'lead' | 'both';

export interface SheetField {
  readonly key: string;
  readonly stage: Stage;
  readonly subject: SubjectKind;
  readonly type: FieldType;
  readonly duty: FieldDuty;
  /** Supporting sheets have their own, shorter form. */
  readonly onSupport: boolean;
  readonly public: boolean;
  /** Guide in characters, never a limit. */
  readonly lengthGuide: number | null;
  /** Last year's value stands there in grey until confirmed or changed. */
  readonly carriedOver: boolean;
  readonly choices: readonly string[];
}

type Given = Pick<SheetField, 'key' | 'type'> & Partial<SheetField>;

const field =
  (stage: Stage, subject: SubjectKind) =>
  (given: Given): SheetField => ({
    stage,
    subject,
    duty: 'none',
    onSupport: false,
    public: true,
    lengthGuide: null,
    carriedOver: false,
    choices: [],
    ...given,
  });

const PARTICIPATION = ['none', 'pi', 'collaboration'];
export const GRADES = ['A', 'B', 'C', 'D'] as const;

/**
 * The sheet's form (評価シート・調書): one table for screens, guards, differences, prints and exports.
 * Evidence, comments and return reasons are no fields; they are internal by nature.
 */
export const SHEET_FIELDS: readonly SheetField[] = [
  ...[
    { key: 'goal', type: 'text' as const, duty: 'lead' as const, lengthGuide: 200, carriedOver: true },
    {
      key: 'activities',
      type: 'text' as const,
      duty: 'both' as const,
      onSupport: true,
      lengthGuide: 400,
      carriedOver: true,
    },
    {
      key: 'activityIndicators',
      type: 'activityIndicators' as const,
      duty: 'lead' as const,
      carriedOver: true,
    },
    { key: 'budget', type: 'money' as const, duty: 'both' as const, onSupport: true, carriedOver: true },
    { key: 'funding', type: 'funding' as const, carriedOver: true },
    {
      key: 'plannedPersonYears',
      type: 'decimal' as const,
      duty: 'both' as const,
      onSupport: true,
      carriedOver: true,
    },
    {
      key: 'participation',
      type: 'choice' as const,
      duty: 'lead' as const,
      carriedOver: true,
      choices: PARTICIPATION,
    },
    { key: 'sdgGoals', type: 'sdgs' as const, carriedOver: true },
  ].map(field('plan', 'item')),
  ...[
    {
      key: 'progress',
      type: 'choice' as const,
      duty: 'both' as const,
      onSupport: true,
      choices: ['as_planned', 'mostly_as_planned', 'late', 'not_started'],
    },
    { key: 'done', type: 'text' as const, duty: 'both' as const, onSupport: true, lengthGuide: 400 },
    { key: 'obstacles', type: 'text' as const, lengthGuide: 200, onSupport: true },
    { key: 'helpNeeded', type: 'text' as const, lengthGuide: 200, public: false },
    { key: 'changedPlan', type: 'text' as const, lengthGuide: 200 },
  ].map(field('do', 'item')),
  ...[
    {
      key: 'results',
      type: 'text' as const,
      duty: 'both' as const,
      onSupport: true,
      lengthGuide: 400,
    },
    { key: 'activityActuals', type: 'activityActuals' as const, duty: 'lead' as const },
    { key: 'settledCost', type: 'money' as const, duty: 'both' as const, onSupport: true },
    {
      key: 'settledPersonYears',
      type: 'decimal' as const,
      duty: 'both' as const,
      onSupport: true,
      carriedOver: true,
    },
    {
      key: 'participationActual',
      type: 'choice' as const,
      duty: 'lead' as const,
      carriedOver: true,
      choices: PARTICIPATION,
    },
    { key: 'factorsOwn', type: 'text' as const, lengthGuide: 200, carriedOver: true },
    { key: 'factorsOutside', type: 'text' as const, lengthGuide: 200, carriedOver: true },
    { key: 'ratings', type: 'ratings' as const },
    { key: 'grade', type: 'choice' as const, duty: 'lead' as const, choices: GRADES },
    { key: 'gradeReason', type: 'text' as const, duty: 'lead' as const, lengthGuide: 200 },
  ].map(field('check', 'item')),
  ...[
    { key: 'issues', type: 'text' as const, duty: 'lead' as const, lengthGuide: 400 },
    { key: 'circumstances', type: 'text' as const, lengthGuide: 200 },
    {
      key: 'direction',
      type: 'choice' as const,
      duty: 'lead' as const,
      choices: ['expand', 'continue', 'improve', 'shrink', 'merge', 'suspend', 'abolish', 'complete'],
    },
    { key: 'commitments', type: 'commitments' as const },
    { key: 'handoverMemo', type: 'text' as const, public: false, lengthGuide: 400, carriedOver: true },
  ].map(field('act', 'item')),
  ...[
    { key: 'indicatorActual', type: 'indicatorActual' as const, duty: 'lead' as const },
    { key: 'source', type: 'text' as const, duty: 'lead' as const, lengthGuide: 100, carriedOver: true },
    { key: 'specialNote', type: 'text' as const, lengthGuide: 100 },
    { key: 'factorsOwn', type: 'text' as const, lengthGuide: 200 },
    { key: 'factorsOutside', type: 'text' as const, lengthGuide: 200 },
  ].map(field('check', 'indicator')),
  ...[
    { key: 'sectionGrade', type: 'choice' as const, duty: 'lead' as const, choices: GRADES },
    { key: 'opinion', type: 'text' as const, duty: 'lead' as const, lengthGuide: 400 },
    { key: 'gradeChange', type: 'text' as const, lengthGuide: 200 },
    { key: 'priorities', type: 'text' as const, lengthGuide: 200, carriedOver: true },
  ].map(field('review', 'section')),
];

/** Name of a field in a cycle's settings: `check.results`, with the subject where two forms share a stage. */
export const dutyKey = (f: Pick<SheetField, 'stage' | 'subject' | 'key'>): string =>
  f.subject === 'indicator' ? `${f.stage}.indicator.${f.key}` : `${f.stage}.${f.key}`;

/** The form of one sheet: its fields in order, each with what this cycle demands of this role. */
export function formOf(
  subject: SubjectKind,
  stage: Stage,
  role: AssignmentRole,
  duties: Readonly<Record<string, string>>,
): (SheetField & { readonly required: boolean })[] {
  return SHEET_FIELDS.filter(
    (f) => f.subject === subject && f.stage === stage && (role === 'lead' || f.onSupport),
  ).map((f) => {
    const duty = duties[dutyKey(f)] ?? f.duty;
    return { ...f, required: duty === 'both' || (duty === 'lead' && role === 'lead') };
  });
}
