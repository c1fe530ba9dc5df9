import { Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import { notFound } from '#errors';
import { asCode, countRows, RowProblems } from '#files';
import type { ExchangeTable, ImportContext, ImportCounts, TableRow, TableSpec, WritableRow } from '#files';
import { type PlanRow, PlanStore } from '#plan';
import { HistoryCycles, yearProblem } from './history-cycles.js';
import { ImportedSheetStore } from './imported-sheet.store.js';
import { changesOf, stageKey } from './sheet-changes.js';
import type { GivenSheet, StageChange } from './sheet-changes.js';
import { answersOf, cellsOf, COLUMN_GROUPS, SHEET_SPEC } from './sheet-columns.js';
import type { Cells } from './sheet-columns.types.js';
import { SheetHistoryStore } from './sheet-history.store.js';
import type { ItemAssignment } from './sheet-history.store.js';

type Row = TableRow<TableSpec>;
type Problems = RowProblems<TableSpec>;

const NO_ANSWERS = { plan: {}, do: {}, check: {}, act: {} };

/** 評価シートの履歴: what the sheets of items said, one row for each sheet and year, approved stages alone. */
@Injectable()
export class SheetHistoryTable implements ExchangeTable {
  readonly name = 'sheet-history';
  readonly heading = 'exchange.sheet-history';
  readonly spec = SHEET_SPEC;
  readonly key = ['fiscalYear', 'item', 'department'];

  constructor(
    private readonly store: SheetHistoryStore,
    private readonly imported: ImportedSheetStore,
    private readonly plans: PlanStore,
    private readonly cycles: HistoryCycles,
  ) {}

  async rows(sql: Sql): Promise<WritableRow<TableSpec>[]> {
    const sheets = await this.store.exported(sql);
    return sheets.map(({ answers, ...row }) => ({ ...row, ...cellsOf({ ...NO_ANSWERS, ...answers }) }));
  }

  /**
   * Fills stages that have content and nobody has begun, approved on the day they were due, and corrects approved ones.
   * Who submitted and approved counts where a stage is filled. Years without a cycle get theirs: closed when it is over.
   */
  async write(sql: Sql, rows: readonly Row[], context: ImportContext): Promise<ImportCounts> {
    const plan = await this.plans.current(sql);
    if (!plan) throw notFound('plan.none_yet');
    const problems = new RowProblems(SHEET_SPEC);
    const sheets = await this.read(sql, plan, rows, context, problems);
    problems.throwIfAny();
    await this.cycles.make(
      sql,
      plan,
      sheets.map((sheet) => sheet.fiscalYear),
      context,
    );
    await this.store.makeSheets(sql, plan.id, sheets);
    const stored = await this.store.stages(sql, plan.id, sheets);
    const stages = new Map(stored.map((stage) => [stageKey(stage, stage.stage), stage]));
    const changes = sheets.map((sheet) => changesOf(sheet, stages, context, problems));
    problems.throwIfAny();
    await this.imported.write(
      sql,
      changes.flat().map(({ entry }) => entry),
      context,
    );
    await this.approve(sql, changes.flat(), problems);
    const added = changes.filter((of) => of.some(({ isFirst }) => isFirst)).length;
    const touched = changes.filter((of) => of.length > 0).length;
    return countRows(rows.length, added, touched - added);
  }

  /** The sheets that the rows name; what cannot be placed is a problem. */
  private async read(
    sql: Sql,
    plan: PlanRow,
    rows: readonly Row[],
    context: ImportContext,
    problems: Problems,
  ): Promise<GivenSheet[]> {
    const all = await this.store.assignments(sql, plan.id);
    const items = new Set(all.map(({ itemKey }) => asCode(itemKey)));
    const assignments = new Map<string, ItemAssignment[]>();
    for (const one of all) {
      const name = `${asCode(one.itemKey)} ${one.departmentCode}`;
      assignments.set(name, [...(assignments.get(name) ?? []), one]);
    }
    const departments = await this.store.departmentCodes(sql);
    const numbers = rows.flatMap(({ values }) => [values['submitter'] ?? '', values['approver'] ?? '']);
    const people = await this.store.personIds(sql, [...new Set(numbers)]);
    const personOf = (row: Row, key: string): string | null => {
      const number = row.values[key] ?? null;
      const id = number === null ? null : (people.get(number) ?? null);
      if (number !== null && id === null)
        problems.add(row, key, 'directory.no_such_person', { staffNumber: number });
      return id;
    };
    return rows.flatMap((row) => {
      const { item = null, department = null } = row.values;
      const fiscalYear = Number(row.values['fiscalYear']);
      checkLists(row, problems);
      const [submitterId, approverId] = [personOf(row, 'submitter'), personOf(row, 'approver')];
      if (!isYearOf(row, fiscalYear, plan, context, problems)) return [];
      const assigned = assignments.get(`${item} ${department}`) ?? [];
      const assignment = assigned.find(
        ({ from, to }) => from <= fiscalYear && (to ?? fiscalYear) >= fiscalYear,
      );
      if (!items.has(item ?? '')) problems.add(row, 'item', 'review.item_without_department', { key: item });
      else if (!departments.has(department ?? '')) {
        problems.add(row, 'department', 'directory.no_such_department', { code: department });
      } else if (!assignment) {
        problems.add(row, 'department', 'review.not_assigned', { key: item, department, fiscalYear });
      }
      return assignment ? [given(row, fiscalYear, assignment, submitterId, approverId)] : [];
    });
  }

  /** Stages that an import filled keep who confirmed them, at the post held on that day. */
  private async approve(sql: Sql, changes: readonly StageChange[], problems: Problems): Promise<void> {
    const filled = changes.flatMap(({ row, stage, entry, approverId }) =>
      entry.filled && approverId
        ? [
            {
              row,
              taskStageId: entry.id,
              departmentId: stage.departmentId,
              personId: approverId,
              on: entry.filled.on,
            },
          ]
        : [],
    );
    if (filled.length === 0) return;
    const wanted = filled.map(({ personId, departmentId, on }, at) => ({ at, personId, departmentId, on }));
    const posts = new Map((await this.store.approvingPosts(sql, wanted)).map((post) => [post.at, post]));
    const approvals = filled.flatMap((one, at) => {
      const { postId = null, acting = false } = posts.get(at) ?? {};
      if (postId === null) problems.add(one.row, 'approver', 'review.approver_without_post', { on: one.on });
      return postId === null ? [] : [{ ...one, postId, acting }];
    });
    problems.throwIfAny();
    await this.imported.writeApprovals(sql, approvals);
  }
}

function given(
  row: Row,
  fiscalYear: number,
  assignment: ItemAssignment,
  submitterId: string | null,
  approverId: string | null,
): GivenSheet {
  return {
    row,
    assignmentId: assignment.id,
    fiscalYear,
    answers: answersOf(cellsOfRow(row)),
    submitterId,
    approverId,
  };
}

const cellsOfRow =
  (row: Row): Cells =>
  (key) =>
    row.values[key] ?? null;

/** A year of the plan that has begun; any other is a problem. */
function isYearOf(
  row: Row,
  fiscalYear: number,
  plan: PlanRow,
  { today }: ImportContext,
  problems: Problems,
): boolean {
  const wrong = yearProblem(fiscalYear, plan, today);
  if (wrong) problems.add(row, 'fiscalYear', wrong.code, wrong.params);
  return !wrong;
}

function checkLists(row: Row, problems: Problems): void {
  for (const group of COLUMN_GROUPS) {
    for (const { key, code } of group.problems?.(cellsOfRow(row)) ?? []) problems.add(row, key, code);
  }
}
