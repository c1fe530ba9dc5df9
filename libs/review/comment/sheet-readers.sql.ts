import { levelAmong, MANAGERS, WRITE_BELOW } from '#directory';

const among = (column: string, roles: readonly string[]): string =>
  `${column} in (${roles.map((role) => `'${role}'`).join(', ')})`;

/**
 * Who may read the sheet `$1` on the day `$2`: the same as `readable` says for one person, asked for all at once. The two
 * are held together by a test. Each seat is looked at once: a person typing a name asks this with every letter.
 */
export const SHEET_READERS = `
  sheet as materialized (
    select ts.id, t.cycle_id, t.current_department_id as department_id, a.item_id
      from review.task_stage ts join review.annual_task t on t.id = ts.task_id join plan.assignment a on a.id = t.assignment_id
     where ts.id = $1),
  seat as materialized (
    select h.person_id, h.post_id, h.department_id, h.level, h.kind, po.role
      from directory.holders_on($2::date) h join directory.post po on po.id = h.post_id),
  line as (
    select k.ancestor_id as department_id from sheet
      join directory.department_closure k on k.descendant_id = sheet.department_id),
  together as materialized (
    select distinct ot.current_department_id as department_id from sheet
      join plan.assignment oa on oa.item_id = sheet.item_id
      join review.annual_task ot on ot.assignment_id = oa.id and ot.cycle_id = sheet.cycle_id),
  reader as (
    select person_id from seat where ${among('role', ['planner', 'finance', 'management', 'auditor'])}
    union select person_id from seat where department_id in (select department_id from sheet)
    union select seat.person_id from line join seat on seat.department_id = line.department_id
           where ${levelAmong('seat.level', MANAGERS)}
    union select seat.person_id from line join directory.department b on b.id = line.department_id
            join seat on seat.department_id = b.coordinating_division_id
    union select person_id from seat
           where coalesce(role, '') not in ('auditor', 'evaluator')
             and (department_id in (select department_id from together)
               or (${levelAmong('level', WRITE_BELOW)} and department_id in (select k.ancestor_id from together g
                     join directory.department_closure k on k.descendant_id = g.department_id)))
    union select seat.person_id from sheet join review.approval ap on ap.task_stage_id = sheet.id
            join seat on seat.post_id = ap.post_id
    union select s.person_id from sheet join review.approval ap on ap.task_stage_id = sheet.id
            join directory.stand_ins_on($2::date) s on s.post_id = ap.post_id)`;
