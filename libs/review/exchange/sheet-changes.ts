import { formOf, SHEET_FIELDS } from '#cycle';
import type { ImportContext, RowProblems, TableRow, TableSpec } from '#files';
import { patched } from '../answers-difference.rules.js';
import type { Answers } from '../review.types.js';
import type { ImportedStage } from './imported-sheet.store.js';
import { saysTheSame } from './same-answers.rules.js';
import { COLUMN_GROUPS, columnOf } from './sheet-columns.js';
import type { SheetStage } from './sheet-columns.types.js';
import type { SheetName, StoredStage } from './sheet-history.store.js';

type Row = TableRow<TableSpec>;
type Problems = RowProblems<TableSpec>;
type Stages = ReadonlyMap<string, StoredStage>;

/** A row of the file with the sheet it is about. */
export interface GivenSheet extends SheetName {
  readonly row: Row;
  /** By stage; null where the cells are blank. */
  readonly answers: Readonly<Record<SheetStage, Readonly<Record<string, unknown>>>>;
  readonly submitterId: string | null;
  readonly approverId: string | null;
}

/** What an import does to one stage. */
export interface StageChange {
  readonly row: Row;
  readonly stage: StoredStage;
  readonly entry: ImportedStage;
  readonly approverId: string | null;
  /** Nothing of this sheet was there before. */
  readonly isFirst: boolean;
}

const SHEET_STAGES: readonly SheetStage[] = ['plan', 'do', 'check', 'act'];
const ITEM_FIELDS = SHEET_FIELDS.filter(({ subject }) => subject === 'item');
const typeOf = new Map(ITEM_FIELDS.map(({ stage, key, type }) => [`${stage}.${key}`, type]));

export const stageKey = ({ assignmentId, fiscalYear }: SheetName, stage: SheetStage): string =>
  `${assignmentId} ${fiscalYear} ${stage}`;

/** What a row changes, stage by stage; stages without content stay as they are, and so do those that say the same. */
export function changesOf(
  sheet: GivenSheet,
  stages: Stages,
  context: ImportContext,
  problems: Problems,
): StageChange[] {
  const stored = (name: SheetStage): StoredStage | undefined => stages.get(stageKey(sheet, name));
  const isFirst = SHEET_STAGES.every((name) => stored(name)?.state !== 'approved');
  const kept = { plan: {}, do: {}, check: {}, act: {} } as Record<SheetStage, Answers>;
  for (const name of SHEET_STAGES) kept[name] = stored(name)?.answers ?? {};
  return SHEET_STAGES.flatMap((name) => {
    const fields = sheet.answers[name];
    const content = Object.keys(fields).filter((field) => fields[field] !== null);
    if (content.length === 0) return [];
    const stage = stored(name);
    const given = withRest(name, fields, kept);
    const changed = Object.keys(given).filter((field) => !isSame(name, field, stage?.answers, given[field]));
    if (stage?.state === 'approved' && changed.length === 0) return [];
    const refusal = stage ? refusalOf(stage) : 'review.no_act_on_support';
    if (refusal) problems.add(sheet.row, columnOf(changed[0] ?? content[0] ?? ''), refusal);
    if (!stage || refusal) return [];
    if (stage.state !== 'approved') checkFilling(sheet.row, stage, given, context, problems);
    if (changed.includes('commitments') && stage.answered) {
      problems.add(sheet.row, columnOf('commitments'), 'review.commitment_answered');
    }
    const patch = Object.fromEntries(changed.map((field) => [field, given[field]]));
    const entry = entryOf(stage, patch, sheet.submitterId, context);
    return [{ row: sheet.row, stage, entry, approverId: sheet.approverId, isFirst }];
  });
}

function isSame(stage: SheetStage, field: string, stored: Answers | undefined, given: unknown): boolean {
  const answer = (stored as Record<string, unknown> | undefined)?.[field] ?? null;
  return saysTheSame(typeOf.get(`${stage}.${field}`) ?? 'text', answer, given);
}

/** Why no import may touch a stage. */
function refusalOf(stage: StoredStage): string | undefined {
  if (stage.cycleState === 'draft' || stage.cycleState === 'scheduled') return 'review.year_not_open';
  if (stage.cycleState === 'published') return 'review.year_published';
  if (stage.state === 'not_applicable') return 'review.stage_not_applicable';
  return stage.state === 'none' || stage.state === 'approved' ? undefined : 'review.stage_in_work';
}

/** While a year runs, an import fills only what is due, and only completely: it must not stand in for the people. */
function checkFilling(
  row: Row,
  stage: StoredStage,
  given: Readonly<Record<string, unknown>>,
  { today }: ImportContext,
  problems: Problems,
): void {
  if (stage.cycleState !== 'open') return;
  const required = formOf('item', stage.stage, stage.role, stage.fieldDuties).filter(
    (field) => field.required,
  );
  const blank = required.filter(({ key }) => (given[key] ?? null) === null);
  for (const { key } of blank) problems.add(row, columnOf(key), 'table.cell_required');
  if (blank.length === 0 && stage.dueOn >= today) {
    problems.add(row, columnOf(Object.keys(given)[0] ?? ''), 'review.stage_not_due', { dueOn: stage.dueOn });
  }
}

/** Lists keep the entries that have no columns. */
function withRest(
  name: SheetStage,
  fields: Readonly<Record<string, unknown>>,
  kept: Readonly<Record<SheetStage, Answers>>,
): Record<string, unknown> {
  const completed: Record<string, unknown> = { ...fields };
  for (const group of COLUMN_GROUPS) {
    for (const [stage, field] of group.fields) {
      const rest = stage === name ? (group.beyond?.(field, kept) ?? []) : [];
      if (rest.length > 0) completed[field] = [...((fields[field] ?? []) as unknown[]), ...rest];
    }
  }
  return completed;
}

function entryOf(
  stage: StoredStage,
  patch: Readonly<Record<string, unknown>>,
  submitterId: string | null,
  { today, personId }: ImportContext,
): ImportedStage {
  const version = stage.version + 1;
  const isFilled = stage.state !== 'approved';
  return {
    id: stage.id,
    version,
    answers: patched(stage.answers, patch),
    fieldVersions: {
      ...stage.fieldVersions,
      ...Object.fromEntries(Object.keys(patch).map((field) => [field, version])),
    },
    editorId: isFilled ? submitterId : personId,
    filled: isFilled ? { submitterId, on: stage.dueOn < today ? stage.dueOn : today } : null,
  };
}
