import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, rows } from '#database';
import type { signInPageSchema } from './session.schemas.js';

type SamplePerson = z.infer<typeof signInPageSchema>['samplePeople'][number];

/** The people the sample city's sign-in page offers, one per part they play in the year. */
@Injectable()
export class SamplePeopleStore {
  constructor(private readonly database: Database) {}

  /** One person for each part, chosen around the division that has the most to do. */
  onePerPart(date: string, installedOn: string): Promise<SamplePerson[]> {
    return rows(
      this.database.pool,
      `with held as (
         select p.staff_number, p.name, po.title, d.id as department_id,
                (select min(x.from_date) from directory.post_holding x where x.person_id = p.id) >= $2::date as added, d.name as department_name, po.level, po.role, d.kind
           from directory.post_holding h
           join directory.post po on po.id = h.post_id
           join directory.department d on d.id = po.department_id
           join directory.person p on p.id = h.person_id and p.disabled_at is null
          where h.kind = 'main' and h.from_date <= $1 and (h.to_date is null or h.to_date >= $1)
       ), home as (
         select d.id from directory.department d where d.name = '市民協働課'
         union all select department_id from held where kind = 'division' limit 1
       ), line as (
         select c.ancestor_id as id, c.depth from directory.department_closure c where c.descendant_id = (select id from home limit 1)
       ), parts as (
         select 1 as at, 'staff' as part, h.* from held h where h.level = 'member' and h.department_id = (select id from home limit 1) and h.role is null
         union all select 2, 'divisionManager', h.* from held h where h.level = 'divisionManager' and h.department_id = (select id from home limit 1)
         union all select 3, 'departmentManager', h.* from held h join line l on l.id = h.department_id where h.level = 'departmentManager'
         union all select 4, 'coordinator', h.* from held h where h.level = 'divisionManager' and h.department_id in
           (select b.coordinating_division_id from directory.department b join line l on l.id = b.id)
         union all select 5, 'bureauDirector', h.* from held h join line l on l.id = h.department_id where h.level = 'bureauDirector'
         union all select 6, 'planner', h.* from held h where h.role = 'planner'
         union all select 10, 'planningManager', h.* from held h join directory.department o on o.id = h.department_id and o.office = 'planning'
          where h.level = 'divisionManager'
         union all select 7, 'finance', h.* from held h where h.role = 'finance'
         union all select 8, 'management', h.* from held h where h.role = 'management'
         union all select 9, 'auditor', h.* from held h where h.role = 'auditor'
         union all select 11, 'evaluator', h.* from held h where h.role = 'evaluator'
         union all select 12, 'partner', h.* from held h where h.kind = 'partner' and h.level = 'member'
       )
       select distinct on (at) staff_number as "staffNumber", name, title, department_name as "departmentName", part
         -- Somebody who is added to the city takes nobody's button.
         from parts order by at, added, staff_number`,
      [date, installedOn],
    );
  }
}
