import { levelAmong, MANAGERS } from '#directory';

/**
 * `seat`: the posts `$2` with their printed titles. `place`: the departments each looks after on day `$1`: its own, for a
 * manager also those below.
 */
export const SEATS = `
  seat as (
    select po.id as post_id, po.department_id, tp.title, d.name as department_name,
           ${levelAmong('po.level', MANAGERS)} as subtree
      from directory.post po join directory.titled_post tp on tp.id = po.id
      join directory.department d on d.id = po.department_id
     where po.id = any($2::uuid[])),
  place as (
    select seat.post_id, k.descendant_id as department_id
      from seat join directory.department_closure k on k.ancestor_id = seat.department_id and (k.depth = 0 or seat.subtree))`;

/** A stage that somebody can write on day `$1`. */
export const SHEET_TO_WRITE = `(ts.state in ('none', 'drafting') and cs.drafts_from <= $1 and c.closes_on >= $1)`;

/** The stage of the year `last` of the item `cut`; `$3` the departments whose sheets the reader may open. */
export const lastStage = (stage: 'check' | 'act'): string => `left join lateral (
  select ts.id, ts.state, ts.grade, ts.direction, ts.answers,
         $3::uuid[] is null or t.current_department_id = any($3::uuid[]) as readable
    from review.annual_task t
    join plan.assignment la on la.id = t.assignment_id and la.item_id = cut.item_id
    join review.task_stage ts on ts.task_id = t.id and ts.stage = '${stage}' and ts.state in ('submitted', 'approved')
   where t.cycle_id = last.cycle_id and t.role = cut.role and (cut.role = 'lead' or t.current_department_id = cut.department_id)
   order by (ts.state = 'approved') desc, t.ended_on nulls first, ts.submitted_on desc nulls last limit 1)`;
