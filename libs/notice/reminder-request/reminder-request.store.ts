import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#calendar';
import { Database, firstRow, rows, type Sql } from '#database';
import { PEOPLE, STAGES } from '../planning.sql.js';

/** How far back departments are told of when they were last asked. */
const SHOWN_FOR_DAYS = 60;

interface Reach {
  readonly sheets: number;
  readonly people: number;
}

/** What a set of departments has not handed in, and who writes there. */
@Injectable()
export class ReminderRequestStore {
  constructor(private readonly database: Database) {}

  /** Departments by their codes; of an unknown code there is none. */
  departments(sql: Sql, codes: readonly string[]): Promise<{ id: string; code: string }[]> {
    return rows(sql, 'select id, code from directory.department where code = any($1::text[])', [codes]);
  }

  async reach(
    day: CalendarDate,
    departmentIds: readonly string[],
    sql: Sql = this.database.pool,
  ): Promise<Reach> {
    const row = await firstRow<Reach>(
      sql,
      `with ${STAGES}, ${PEOPLE}, asked as (select * from stage where department_id = any($2::uuid[]))
       select (select count(*)::int from asked) as sheets,
              (select count(distinct w.person_id)::int from writer w
                where w.department_id in (select department_id from asked)) as people`,
      [day, departmentIds],
    );
    return row ?? { sheets: 0, people: 0 };
  }

  /** Asks departments of which something is left and which were not asked on this day. @returns those */
  async insert(
    sql: Sql,
    personId: string,
    day: CalendarDate,
    departmentIds: readonly string[],
  ): Promise<string[]> {
    const asked = await rows<{ id: string }>(
      sql,
      `with ${STAGES}
       insert into notice.reminder_request (department_id, day, requested_by)
       select distinct s.department_id, $1::date, $3::uuid from stage s where s.department_id = any($2::uuid[])
       on conflict (department_id, day) do nothing returning department_id as id`,
      [day, departmentIds, personId],
    );
    return asked.map(({ id }) => id);
  }

  /** Takes requests that wait for their letters out of the way, in a transaction that is undone. */
  async leaveOthers(sql: Sql): Promise<void> {
    await rows(sql, 'update notice.reminder_request set planned = true where not planned');
  }

  async askedOn(sql: Sql, day: CalendarDate, departmentIds: readonly string[]): Promise<number> {
    const row = await firstRow<{ n: number }>(
      sql,
      'select count(*)::int as n from notice.reminder_request where day = $1 and department_id = any($2::uuid[])',
      [day, departmentIds],
    );
    return row?.n ?? 0;
  }

  last(day: CalendarDate): Promise<{ departmentCode: string; day: string }[]> {
    return rows(
      this.database.pool,
      `select d.code as "departmentCode", max(r.day) as day
         from notice.reminder_request r join directory.department d on d.id = r.department_id
        where r.day > $1::date - ${SHOWN_FOR_DAYS} group by d.code order by d.code`,
      [day],
    );
  }
}
