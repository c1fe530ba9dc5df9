import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import { asCode, asText, choiceWords, countRows, RowProblems, tableSpec } from '#files';
import type { ExchangeTable, ImportCounts, TableRow, WritableRow } from '#files';
import { DirectoryStore } from '../directory.store.js';
import { codesInLoops } from './parent-loops.rules.js';

const KINDS = choiceWords({
  city: '市',
  bureau: '局',
  department: '部',
  division: '課',
  partner: '連携団体',
});
const OFFICES = choiceWords({
  planning: '企画',
  finance: '財政',
  personnel: '人事',
  council: '議会',
  audit: '監査',
});

const SPEC = tableSpec({
  columns: [
    { key: 'code', heading: '所属コード', required: true, parse: asCode },
    { key: 'name', heading: '所属名', required: true, parse: asText(200) },
    { key: 'kind', heading: '種別', required: true, parse: KINDS.parse },
    { key: 'parent', heading: '上位所属コード', parse: asCode },
    { key: 'coordinating', heading: '局主管課コード', parse: asCode },
    { key: 'office', heading: '機能', parse: OFFICES.parse },
    { key: 'validFrom', heading: '適用開始日', required: true, kind: 'date' },
    { key: 'validTo', heading: '適用終了日', kind: 'date' },
    { key: 'successor', heading: '後継所属コード', parse: asCode },
  ],
});
type Row = TableRow<typeof SPEC>;

interface StoredDepartment {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly successor: string | null;
}

/** 所属: one row for each node of the organisation, keyed by its code. */
@Injectable()
export class DepartmentTable implements ExchangeTable<typeof SPEC> {
  readonly name = 'departments';
  readonly heading = 'exchange.departments';
  readonly spec = SPEC;
  readonly key = ['code'] as const;
  readonly naming = 'name';

  constructor(private readonly directory: DirectoryStore) {}

  async rows(sql: Sql): Promise<WritableRow<typeof SPEC>[]> {
    const found = await query<Record<keyof Row['values'], string | null>>(
      sql,
      `select d.code, d.name, d.kind, p.code as parent, c.code as coordinating, d.office,
              d.valid_from as "validFrom", d.valid_to as "validTo", n.code as successor
         from directory.department d
         left join directory.department p on p.id = d.parent_id
         left join directory.department c on c.id = d.coordinating_division_id
         left join directory.department n on n.id = d.successor_id
        order by d.sort, d.code`,
    );
    return found.map((row) => ({
      ...row,
      kind: KINDS.wordOf(row.kind),
      office: OFFICES.wordOf(row.office),
    }));
  }

  async write(sql: Sql, rows: readonly Row[]): Promise<ImportCounts> {
    const stored = await query<StoredDepartment>(
      sql,
      `select d.code, d.kind, p.code as parent, n.code as successor
         from directory.department d left join directory.department p on p.id = d.parent_id
         left join directory.department n on n.id = d.successor_id`,
    );
    check(rows, stored);
    const list = JSON.stringify(rows.map((row, at) => ({ at, ...row.values })));
    const written = await this.upsert(sql, list);
    const placed = await this.place(sql, list);
    const added = new Set(written.filter((row) => row.added).map((row) => row.code));
    const changed = new Set(
      [...written, ...placed].map((row) => row.code).filter((code) => !added.has(code)),
    );
    if (added.size + placed.length > 0) await this.directory.rebuildClosure(sql);
    return countRows(rows.length, added.size, changed.size);
  }

  /** New departments stand after those that are there, in the order of the file. */
  private upsert(sql: Sql, list: string): Promise<{ code: string; added: boolean }[]> {
    return query(
      sql,
      `insert into directory.department (code, name, kind, office, valid_from, valid_to, sort)
       select r.code, r.name, r.kind, r.office, r."validFrom", r."validTo",
              (select coalesce(max(sort), 0) from directory.department) + r.at + 1
         from jsonb_to_recordset($1::jsonb)
           as r(at int, code text, name text, kind text, office text, "validFrom" date, "validTo" date)
       on conflict (code) do update set name = excluded.name, kind = excluded.kind, office = excluded.office,
         valid_from = excluded.valid_from, valid_to = excluded.valid_to,
         successor_id = case when excluded.valid_to is not null then department.successor_id end
       where (department.name, department.kind, department.office, department.valid_from, department.valid_to)
         is distinct from (excluded.name, excluded.kind, excluded.office, excluded.valid_from, excluded.valid_to)
       returning code, xmax = 0 as added`,
      [list],
    );
  }

  private place(sql: Sql, list: string): Promise<{ code: string }[]> {
    return query(
      sql,
      `update directory.department d set parent_id = p.id, coordinating_division_id = c.id, successor_id = n.id
         from jsonb_to_recordset($1::jsonb) as r(code text, parent text, coordinating text, successor text)
         left join directory.department p on p.code = r.parent
         left join directory.department c on c.code = r.coordinating
         left join directory.department n on n.code = r.successor
        where d.code = r.code
          and (d.parent_id, d.coordinating_division_id, d.successor_id) is distinct from (p.id, c.id, n.id)
       returning d.code`,
      [list],
    );
  }
}

function check(rows: readonly Row[], stored: readonly StoredDepartment[]): void {
  const problems = new RowProblems(SPEC);
  const given = rows.map(({ values }) => values);
  const kinds = new Map([...stored, ...given].map(({ code, kind }) => [code, kind]));
  const looped = codesInLoops(new Map([...stored, ...given].map(({ code, parent }) => [code, parent])));
  const endless = codesInLoops(
    new Map([...stored, ...given].map(({ code, successor }) => [code, successor])),
  );
  for (const row of rows) {
    const { code, parent, coordinating, validFrom, validTo, successor } = row.values;
    if (parent !== null && !kinds.has(parent)) {
      problems.add(row, 'parent', 'directory.no_such_department', { code: parent });
    }
    if (looped.has(code)) problems.add(row, 'parent', 'directory.parent_loop', { code });
    if (coordinating !== null && !kinds.has(coordinating)) {
      problems.add(row, 'coordinating', 'directory.no_such_department', { code: coordinating });
    } else if (coordinating !== null && kinds.get(coordinating) !== 'division') {
      problems.add(row, 'coordinating', 'directory.not_a_division', { code: coordinating });
    }
    if (successor !== null && !kinds.has(successor)) {
      problems.add(row, 'successor', 'directory.no_such_department', { code: successor });
    } else if (successor !== null && validTo === null) {
      problems.add(row, 'validTo', 'directory.successor_without_end', { code: successor });
    }
    if (endless.has(code)) problems.add(row, 'successor', 'directory.successor_loop', { code });
    if (validTo !== null && validTo < validFrom) {
      problems.add(row, 'validTo', 'directory.ends_before_it_begins', { from: validFrom });
    }
  }
  problems.throwIfAny();
}
