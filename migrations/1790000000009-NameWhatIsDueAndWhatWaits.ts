import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The questions that many statements ask (when is it due, where does it wait, who sits there, what was promised) get one
 * named piece each. All are plain SQL that the planner folds into the statement that uses them.
 */
export class NameWhatIsDueAndWhatWaits1790000000009 implements MigrationInterface {
  name = 'NameWhatIsDueAndWhatWaits1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view directory.titled_post as
      select po.id, po.department_id, po.level, directory.full_title(d.name, po.title) as title
        from directory.post po join directory.department d on d.id = po.department_id`);
    await runner.query(`
      create function directory.holders_on(day date)
        returns table (person_id uuid, post_id uuid, department_id uuid, level text, kind text)
        language sql stable as $$
        select h.person_id, h.post_id, po.department_id, po.level, h.kind
          from directory.post_holding h
          join directory.post po on po.id = h.post_id
          join directory.person p on p.id = h.person_id and p.disabled_at is null
         where h.from_date <= day and (h.to_date is null or h.to_date >= day)
      $$`);
    // The date that counts for a stage of a department: set by a return, extended for it or for who stands above, or the year's.
    await runner.query(`
      create function cycle.due_date(of_cycle uuid, of_stage text, of_department uuid, returned_due_on date, usual date)
        returns table ("on" date) language sql stable as $$
        select coalesce(returned_due_on, greatest(usual,
          (select e.due_on from cycle.due_extension e
             join directory.department_closure k on k.ancestor_id = e.department_id and k.descendant_id = of_department
            where e.cycle_id = of_cycle and e.stage = of_stage order by k.depth limit 1)))
      $$`);
    await runner.query(`
      create view review.waiting_step as
      select ap.id, ap.task_stage_id, ap.round, ap.position, ap.post_id, ap.waiting_since, ap.due_on, ap.opened_at
        from review.approval ap
        join review.task_stage ts on ts.id = ap.task_stage_id and ts.round = ap.round and ts.state = 'submitted'
        join review.annual_task t on t.id = ts.task_id
        join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
       where ap.waiting_since is not null and ap.decision is null`);
    await runner.query(`
      create view review.stage_return as
      select ap.task_stage_id, po.title as by, ap.decided_on as "on", coalesce(ap.comment, '') as reason, ap.decided_at as at
        from review.approval ap join directory.titled_post po on po.id = ap.post_id
       where ap.decision = 'returned'`);
    // Do N answers the promises of Act N-1, Check N all open ones up to N-1, Plan N those still open from Act N-2 and earlier.
    await runner.query(`
      create function review.commitments_to_answer(of_item uuid, in_year int, in_stage text)
        returns setof review.commitment language sql stable as $$
        select m.* from review.commitment m
         where m.item_id = of_item and m.state in ('open', 'changed')
           and case in_stage when 'plan' then m.made_in_fiscal_year <= in_year - 2
                             when 'do' then m.made_in_fiscal_year = in_year - 1
                             when 'check' then m.made_in_fiscal_year <= in_year - 1
                             else false end
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function review.commitments_to_answer(uuid, int, text)');
    await runner.query('drop view review.stage_return');
    await runner.query('drop view review.waiting_step');
    await runner.query('drop function cycle.due_date(uuid, text, uuid, date, date)');
    await runner.query('drop function directory.holders_on(date)');
    await runner.query('drop view directory.titled_post');
  }
}
