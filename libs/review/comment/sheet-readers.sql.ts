import { levelAmong, MANAGERS, WRITE_BELOW } from '#directory';

const among = (column: string, roles: readonly string[]): string =>
  `${column} in (${roles.map((role) => `'${role}'`).join(', ')})`;

/** `department` lies in the subtree of `above`. */
const below = (above: string, department: string): string =>
  `exists (select 1 from directory.department_closure k where k.ancestor_id = ${above} and k.descendant_id = ${department})`;

/**
 * Who may read the sheet `$1` on the day `$2`: the same as `readable` says for one person, asked for all at once. The two
 * are held together by a test.
 */
export const SHEET_READERS = `
  sheet as (
    select ts.id, t.cycle_id, t.current_department_id as department_id, a.item_id
      from review.task_stage ts join review.annual_task t on t.id = ts.task_id join plan.assignment a on a.id = t.assignment_id
     where ts.id = $1),
  together as (
    select distinct ot.current_department_id as department_id from sheet
      join review.annual_task ot on ot.cycle_id = sheet.cycle_id
      join plan.assignment oa on oa.id = ot.assignment_id and oa.item_id = sheet.item_id),
  reader as (
    select distinct h.person_id from directory.holders_on($2::date) h
      join directory.post po on po.id = h.post_id cross join sheet
     where ${among('po.role', ['planner', 'finance', 'management', 'auditor'])}
        or h.department_id = sheet.department_id
        or (${levelAmong('h.level', MANAGERS)} and ${below('h.department_id', 'sheet.department_id')})
        or exists (select 1 from directory.department b where b.coordinating_division_id = h.department_id
                     and ${below('b.id', 'sheet.department_id')})
        or (coalesce(po.role, '') not in ('auditor', 'evaluator') and exists (select 1 from together g
             where g.department_id = h.department_id
                or (${levelAmong('h.level', WRITE_BELOW)} and ${below('h.department_id', 'g.department_id')})))
        or exists (select 1 from review.approval ap where ap.task_stage_id = sheet.id and ap.post_id = h.post_id))`;
