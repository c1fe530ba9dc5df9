import type { Problems } from './bar.js';
import type { ServerOfItsOwn } from './server-of-its-own.js';

/** Where a year's sheets are handed out. */
export const HANDED_OUT = 'review.annual_task';

/** Both have handled a 1 April: whichever comes last, the year is open and its sheets are handed out. */
export const OPENING = ['open-review-cycles', 'distribute-annual-tasks'];

/** What is known of the years, for whoever finds them otherwise than they should be. */
export async function yearsAndSlots(server: ServerOfItsOwn): Promise<string> {
  const cycles = await server.query(
    `select c.fiscal_year as year, c.state, c.opened_on::text as opened,
            (select count(*)::int from review.annual_task t where t.cycle_id = c.id) as tasks
       from cycle.review_cycle c order by c.fiscal_year desc limit 4`,
  );
  const slots = await server.query(
    `select job, slot, merged, recorded from (
       select s.job, s.slot, s.merged, to_jsonb(s) as recorded from jobs.timetable_slot s order by s.slot desc limit 12) s`,
  );
  return JSON.stringify({ cycles, slots });
}

/** A year is open with all its tasks and an entry, or nothing of it is there: slot, cycle and tasks stand or fall. */
export async function checkOpening(server: ServerOfItsOwn, problems: Problems): Promise<void> {
  const torn = await server.query<{ year: number; state: string }>(
    `select c.fiscal_year as year, c.state from cycle.review_cycle c
      where (c.state in ('open', 'closed'))
         <> exists (select 1 from audit.audit_entry e where e.subject_id = c.id::text and e.action like '%opened')
        and c.fiscal_year >= 2022`,
  );
  problems.equal('years that are open without an entry, or have one without being open', torn, []);
  const partial = await server.query<{ year: number }>(
    `select c.fiscal_year as year from cycle.review_cycle c
      where c.fiscal_year >= 2022
        and (select count(*) from review.annual_task t where t.cycle_id = c.id)
            not in (0, (select count(*) from plan.assignments_on((c.fiscal_year || '-04-01')::date)))`,
  );
  problems.equal('years with some of their tasks', partial, []);
  const bare = await server.query(
    `select t.id from review.annual_task t join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year >= 2022
      where not exists (select 1 from review.task_stage ts where ts.task_id = t.id)`,
  );
  problems.equal('tasks without stages', bare.length, 0);
}

/** Whether the sheets of a year are with their departments. */
export async function handedOut(server: ServerOfItsOwn, year: number): Promise<boolean> {
  const tasks = await server.query(
    `select 1 from review.annual_task t join cycle.review_cycle c on c.id = t.cycle_id
      where c.fiscal_year = $1 limit 1`,
    [year],
  );
  return tasks.length > 0;
}
