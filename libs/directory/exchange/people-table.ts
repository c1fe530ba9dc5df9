import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import { countRows, RowProblems } from '#files';
import type { ExchangeTable, ImportCounts, WritableRow } from '#files';
import { HOLDING_WORDS, LEVEL_WORDS, PEOPLE_SPEC, ROLE_WORDS } from './people-columns.js';
import type { PeopleRow, PeopleValues } from './people-columns.js';
import { PeopleStore } from './people.store.js';

type Problems = RowProblems<typeof PEOPLE_SPEC>;

/** 職員と職: people, the posts they hold and held, and the city-wide roles of those posts. */
@Injectable()
export class PeopleTable implements ExchangeTable<typeof PEOPLE_SPEC> {
  readonly name = 'people';
  readonly heading = 'exchange.people';
  readonly spec = PEOPLE_SPEC;
  readonly key = ['staffNumber', 'department', 'level', 'title', 'from'] as const;
  readonly naming = 'name';

  constructor(private readonly store: PeopleStore) {}

  async rows(sql: Sql): Promise<WritableRow<typeof PEOPLE_SPEC>[]> {
    const found = await query<Record<keyof PeopleValues, string | null>>(
      sql,
      `select p.staff_number as "staffNumber", p.name, p.kana, p.email, d.code as department, po.level, po.title,
              h.kind as holding, h.from_date as "from", h.to_date as "to", po.role
         from directory.post_holding h
         join directory.person p on p.id = h.person_id
         join directory.post po on po.id = h.post_id
         join directory.department d on d.id = po.department_id
        order by d.sort, d.code,
                 array_position(array['executive', 'bureauDirector', 'departmentManager', 'divisionManager',
                                      'subsectionChief', 'member'], po.level),
                 po.title, p.staff_number, h.from_date`,
    );
    return found.map((row) => ({
      ...row,
      level: LEVEL_WORDS.wordOf(row.level),
      holding: HOLDING_WORDS.wordOf(row.holding),
      role: ROLE_WORDS.wordOf(row.role),
    }));
  }

  async write(sql: Sql, rows: readonly PeopleRow[]): Promise<ImportCounts> {
    const problems = new RowProblems(PEOPLE_SPEC);
    checkDates(rows, problems);
    checkPeople(rows, problems);
    checkRoles(rows, problems);
    await this.checkRegister(sql, rows, problems);
    problems.throwIfAny();
    const values = rows.map((row) => row.values);
    const people = await this.store.writePeople(sql, values);
    const posts = await this.store.writePosts(sql, values);
    const holdings = await this.store.writeHoldings(sql, values);
    await this.refuseTwoMainPosts(sql, rows);
    const changed = values.filter(
      (row) =>
        !holdings.added.has(holdingKey(row)) &&
        (holdings.changed.has(holdingKey(row)) || people.has(row.staffNumber) || posts.has(postKey(row))),
    );
    return countRows(rows.length, holdings.added.size, changed.length);
  }

  private async checkRegister(sql: Sql, rows: readonly PeopleRow[], problems: Problems): Promise<void> {
    const departments = await this.store.departmentCodes(sql);
    const owners = await this.store.ownersOfMail(sql, [...new Set(rows.map((row) => row.values.email))]);
    const inFile = new Set(rows.map((row) => row.values.staffNumber));
    for (const row of rows) {
      const { department, email } = row.values;
      if (!departments.has(department)) {
        problems.add(row, 'department', 'directory.no_such_department', { code: department });
      }
      const owner = owners.get(email.toLowerCase());
      // Somebody of this very file may get another address by it.
      if (owner !== undefined && !inFile.has(owner)) {
        problems.add(row, 'email', 'directory.mail_address_taken', { staffNumber: owner });
      }
    }
  }

  /** Looked at after writing, because the other post may be stored or stand in the file. */
  private async refuseTwoMainPosts(sql: Sql, rows: readonly PeopleRow[]): Promise<void> {
    const found = await this.store.doubleMainPosts(sql, [
      ...new Set(rows.map((row) => row.values.staffNumber)),
    ]);
    const problems = new RowProblems(PEOPLE_SPEC);
    for (const { staffNumber, from, ...other } of found) {
      const row = rows.find(({ values }) => values.staffNumber === staffNumber && values.from === from);
      const first = rows.find(({ values }) => values.staffNumber === staffNumber);
      const at = row ?? first;
      if (at) problems.add(at, 'to', 'directory.two_main_posts', other);
    }
    problems.throwIfAny();
  }
}

const postKey = (row: Pick<PeopleValues, 'department' | 'level' | 'title'>): string =>
  JSON.stringify([row.department, row.level, row.title]);
const holdingKey = (row: PeopleValues): string => JSON.stringify([row.staffNumber, postKey(row), row.from]);

function checkDates(rows: readonly PeopleRow[], problems: Problems): void {
  for (const row of rows) {
    const { from, to } = row.values;
    if (to !== null && to < from) problems.add(row, 'to', 'directory.ends_before_it_begins', { from });
  }
}

/** All rows of a person say the same about the person, and no two people share an address. */
function checkPeople(rows: readonly PeopleRow[], problems: Problems): void {
  const people = new Map<string, PeopleRow>();
  const addresses = new Map<string, PeopleRow>();
  for (const row of rows) {
    const { staffNumber, email } = row.values;
    const first = people.get(staffNumber) ?? row;
    people.set(staffNumber, first);
    for (const key of ['name', 'kana', 'email'] as const) {
      if (first.values[key] === row.values[key]) continue;
      problems.add(row, key, 'directory.person_differs', { staffNumber, first: first.row });
    }
    const owner = addresses.get(email.toLowerCase()) ?? row;
    addresses.set(email.toLowerCase(), owner);
    if (owner.values.staffNumber === staffNumber) continue;
    problems.add(row, 'email', 'directory.mail_address_taken', { staffNumber: owner.values.staffNumber });
  }
}

/** A role belongs to a post, so whoever holds the same post has it. */
function checkRoles(rows: readonly PeopleRow[], problems: Problems): void {
  const posts = new Map<string, PeopleRow>();
  for (const row of rows) {
    const first = posts.get(postKey(row.values)) ?? row;
    posts.set(postKey(row.values), first);
    if (first.values.role === row.values.role) continue;
    problems.add(row, 'role', 'directory.role_differs', { title: row.values.title, first: first.row });
  }
}
