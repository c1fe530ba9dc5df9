import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import { asCode, asFiscalYear, choiceWords, countRows, RowProblems, tableSpec } from '#files';
import type { ExchangeTable, ImportCounts, TableRow, WritableRow } from '#files';
import { overlapsOf } from './assignment-overlaps.rules.js';
import type { YearsOfAssignment } from './assignment-overlaps.rules.js';

const SUBJECTS = choiceWords({
  section: '節',
  indicator: ['検証指標', '指標'],
  item: ['取組', '事業項目', '項目'],
});
const ROLES = choiceWords({
  lead: '主担当',
  support: ['関係', '関係課'],
});
/** A row that was a mistake; what ends in its time has a 終了年度 instead. */
const WITHDRAWN = choiceWords({ yes: ['○', '〇', '取消', 'はい'], no: ['×', 'いいえ'] });

const SPEC = tableSpec({
  columns: [
    { key: 'kind', heading: '対象区分', required: true, parse: SUBJECTS.parse },
    { key: 'subject', heading: '体系番号', required: true, parse: asCode },
    { key: 'department', heading: '所属コード', required: true, parse: asCode },
    { key: 'role', heading: '分担', required: true, parse: ROLES.parse },
    { key: 'from', heading: '開始年度', required: true, parse: asFiscalYear },
    { key: 'to', heading: '終了年度', parse: asFiscalYear },
    { key: 'withdrawn', heading: '取消', parse: WITHDRAWN.parse },
  ],
});
type Row = TableRow<typeof SPEC>;
type Kind = Row['values']['kind'];

interface Stored extends YearsOfAssignment {
  readonly id: string;
}
/** A row with the identities it names. */
interface Placed extends YearsOfAssignment {
  readonly row: Row;
  readonly departmentId: string;
}

/** Every subject of the plan with a sort that follows the document: sections, their indicators, their items. */
const SUBJECT_ROWS = `
  select s.id, 'section' as kind, s.key, s.sort, 0 as inner_sort from plan.section s
  union all
  select n.id, 'indicator', n.key, s.sort, n.sort from plan.indicator n join plan.section s on s.id = n.section_id
  union all
  select i.id, 'item', i.key, s.sort, i.sort from plan.program_item i
    join plan.program p on p.id = i.program_id join plan.section s on s.id = p.section_id`;

/** 所管: which department has which item, indicator or section, in which years. */
@Injectable()
export class AssignmentTable implements ExchangeTable<typeof SPEC> {
  readonly name = 'assignments';
  readonly heading = 'exchange.assignments';
  readonly spec = SPEC;
  readonly key = ['kind', 'subject', 'department', 'from'] as const;

  async rows(sql: Sql): Promise<WritableRow<typeof SPEC>[]> {
    const found = await query<{
      kind: Kind;
      subject: string;
      department: string;
      role: string;
      from: number;
      to: number | null;
      withdrawn: boolean;
    }>(
      sql,
      `select x.kind, x.key as subject, d.code as department, a.role, a.from_fiscal_year as "from", a.to_fiscal_year as "to", a.withdrawn
         from plan.assignment a
         join (${SUBJECT_ROWS}) x on x.id = coalesce(a.item_id, a.indicator_id, a.section_id)
         join directory.department d on d.id = a.department_id
        order by array_position(array['section', 'indicator', 'item'], x.kind), x.sort, x.inner_sort,
                 a.from_fiscal_year, a.role, d.sort, d.code`,
    );
    return found.map((row) => ({
      ...row,
      kind: SUBJECTS.wordOf(row.kind),
      role: ROLES.wordOf(row.role),
      withdrawn: row.withdrawn ? WITHDRAWN.wordOf('yes') : null,
    }));
  }

  async write(sql: Sql, rows: readonly Row[]): Promise<ImportCounts> {
    const problems = new RowProblems(SPEC);
    const placed = await this.place(sql, rows, problems);
    problems.throwIfAny();
    const living = placed.filter(({ row }) => row.values.withdrawn !== 'yes');
    refuseOverlaps(living, await this.stored(sql), new Set(placed.map(identity)));
    // What is taken back, and a lead that becomes a supporter, make room for the lead that follows.
    const isLead = (one: Placed): boolean => one.role === 'lead' && living.includes(one);
    const first = await this.upsert(
      sql,
      placed.filter((one) => !isLead(one)),
    );
    const leads = await this.upsert(sql, placed.filter(isLead));
    const added = [...first, ...leads].filter((row) => row.added).length;
    return countRows(rows.length, added, first.length + leads.length - added);
  }

  private async place(sql: Sql, rows: readonly Row[], problems: RowProblems<typeof SPEC>): Promise<Placed[]> {
    const subjects = await query<{ id: string; kind: Kind; key: string }>(sql, SUBJECT_ROWS);
    const subjectIds = new Map(subjects.map(({ id, kind, key }) => [`${kind} ${asCode(key)}`, id]));
    const departments = await query<{ id: string; code: string }>(
      sql,
      'select id, code from directory.department',
    );
    const departmentIds = new Map(departments.map(({ id, code }) => [code, id]));
    return rows.flatMap((row) => {
      const { kind, subject, department, role, from, to } = row.values;
      const subjectId = subjectIds.get(`${kind} ${subject}`);
      const departmentId = departmentIds.get(department);
      if (subjectId === undefined) {
        problems.add(row, 'subject', 'plan.no_such_subject', { key: subject, kind: SUBJECTS.wordOf(kind) });
      }
      if (departmentId === undefined) {
        problems.add(row, 'department', 'directory.no_such_department', { code: department });
      }
      if (to !== null && to < from) problems.add(row, 'to', 'plan.years_reversed', { from });
      if (subjectId === undefined || departmentId === undefined) return [];
      return [{ row, subject: `${kind} ${subjectId}`, department, departmentId, role, from, to }];
    });
  }

  private stored(sql: Sql): Promise<Stored[]> {
    return query(
      sql,
      `select a.id, case when a.item_id is not null then 'item ' || a.item_id
                         when a.indicator_id is not null then 'indicator ' || a.indicator_id
                         else 'section ' || a.section_id end as subject,
              d.code as department, a.role, a.from_fiscal_year as "from", a.to_fiscal_year as "to"
         from plan.assignment a join directory.department d on d.id = a.department_id where not a.withdrawn`,
    );
  }

  private upsert(sql: Sql, placed: readonly Placed[]): Promise<{ added: boolean }[]> {
    const list = placed.map(({ row, subject, departmentId, role, from, to }) => {
      const [kind, id] = subject.split(' ');
      return { kind, id, departmentId, role, from, to, withdrawn: row.values.withdrawn === 'yes' };
    });
    return query(
      sql,
      `insert into plan.assignment (item_id, indicator_id, section_id, department_id, role, from_fiscal_year, to_fiscal_year, withdrawn)
       select case when r.kind = 'item' then r.id end, case when r.kind = 'indicator' then r.id end,
              case when r.kind = 'section' then r.id end, r."departmentId", r.role, r."from", r."to", r.withdrawn
         from jsonb_to_recordset($1::jsonb)
           as r(kind text, id uuid, "departmentId" uuid, role text, "from" int, "to" int, withdrawn boolean)
       on conflict (item_id, indicator_id, section_id, department_id, from_fiscal_year)
       do update set role = excluded.role, to_fiscal_year = excluded.to_fiscal_year, withdrawn = excluded.withdrawn
       where (assignment.role, assignment.to_fiscal_year, assignment.withdrawn)
         is distinct from (excluded.role, excluded.to_fiscal_year, excluded.withdrawn)
       returning xmax = 0 as added`,
      [JSON.stringify(list)],
    );
  }
}

const identity = (one: YearsOfAssignment): string => `${one.subject} ${one.department} ${one.from}`;

/** The file beside what is stored and not in it: nothing may overlap. */
function refuseOverlaps(
  placed: readonly Placed[],
  stored: readonly Stored[],
  inFile: ReadonlySet<string>,
): void {
  const problems = new RowProblems(SPEC);
  const all: (YearsOfAssignment & { readonly row?: Row })[] = [
    ...placed,
    ...stored.filter((one) => !inFile.has(identity(one))),
  ];
  for (const { code, earlier, later } of overlapsOf(all)) {
    const [mine, other] = later.row ? [later, earlier] : [earlier, later];
    // What was stored before is nobody's mistake in this file.
    if (!mine.row) continue;
    problems.add(mine.row, code === 'plan.two_leads' ? 'role' : 'from', code, {
      department: other.department,
      from: other.from,
    });
  }
  problems.throwIfAny();
}
