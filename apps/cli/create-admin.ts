import type { Database } from '#database';
import { firstRow, rows } from '#database';
import { type DirectoryStore, hashPassword, SHORTEST_PASSWORD } from '#directory';
import { conflict, invalid, notFound } from '#errors';
import { writeAudit } from '#audit';
import type { BusinessClock } from '#calendar/clock';

export interface NewAdministrator {
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Until the city's own departments are imported, the administrator sits here. */
const FIRST_DEPARTMENT = { code: 'MAWASU', name: '総合計画担当' };

/**
 * Creates the first planner of an installation, who imports everything else from the screen.
 * Throws `session.short_password`, or `cli.person_exists` when the staff number or the mail address is taken.
 */
export async function createAdmin(
  database: Database,
  clock: BusinessClock,
  admin: NewAdministrator,
): Promise<void> {
  const passwordHash = await hashOf(admin.password);
  await database.transaction(async (sql) => {
    const today = await clock.today(sql);
    const person = await firstRow<{ id: string }>(
      sql,
      `insert into directory.person (staff_number, name, kana, email, password_hash) values ($1, $2, '', $3, $4)
       on conflict do nothing returning id`,
      [admin.staffNumber, admin.name, admin.email, passwordHash],
    );
    if (!person) throw conflict('cli.person_exists', { staffNumber: admin.staffNumber, email: admin.email });
    await rows(
      sql,
      `with department as (
         insert into directory.department (code, name, kind, valid_from, sort) values ($1, $2, 'division', $3, 0)
         on conflict (code) do update set name = excluded.name returning id
       ), closure as (
         insert into directory.department_closure (ancestor_id, descendant_id, depth) select id, id, 0 from department
         on conflict do nothing
       ), post as (
         insert into directory.post (department_id, level, title, role) select id, 'member', '計画管理者', 'planner' from department
         on conflict (department_id, level, title) do update set role = excluded.role returning id
       ) insert into directory.post_holding (post_id, person_id, from_date) select id, $4, $3 from post`,
      [FIRST_DEPARTMENT.code, FIRST_DEPARTMENT.name, today, person.id],
    );
    await writeAudit(sql, {
      businessDate: today,
      personId: null,
      action: 'person.administrator_created',
      subjectKind: 'person',
      subjectId: person.id,
    });
  });
}

/** Gives a person a password and ends their sessions. Throws `session.short_password`, `cli.no_such_person`. */
export async function setPassword(
  { database, clock, directory }: { database: Database; clock: BusinessClock; directory: DirectoryStore },
  staffNumber: string,
  password: string,
): Promise<void> {
  const passwordHash = await hashOf(password);
  await database.transaction(async (sql) => {
    const person = await firstRow<{ id: string }>(
      sql,
      'select id from directory.person where staff_number = $1',
      [staffNumber],
    );
    if (!person) throw notFound('cli.no_such_person', { staffNumber });
    await directory.replacePassword(sql, person.id, passwordHash);
    await writeAudit(sql, {
      businessDate: await clock.today(sql),
      personId: null,
      action: 'person.password_set',
      subjectKind: 'person',
      subjectId: person.id,
    });
  });
}

function hashOf(password: string): Promise<string> {
  if (password.length < SHORTEST_PASSWORD)
    throw invalid('session.short_password', { minimum: SHORTEST_PASSWORD });
  return hashPassword(password);
}
