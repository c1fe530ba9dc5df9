import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In spring Plan and the Check of the year before are written side by side; only one of them may ask. */
export class AskAPromiseOnceASeason1790000000022 implements MigrationInterface {
  name = 'AskAPromiseOnceASeason1790000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function review.check_of_item(of_item uuid, in_year int) returns text language sql stable as $$
        select case when bool_or(ts.state = 'approved') then 'approved'
                    when bool_or(c.state = 'open' and t.ended_on is null and ts.state <> 'not_applicable') then 'open' end
          from plan.assignment a
          join review.annual_task t on t.assignment_id = a.id and t.role = 'lead'
          join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = in_year
          join review.task_stage ts on ts.task_id = t.id and ts.stage = 'check'
         where a.item_id = of_item
      $$`);
    // Asked by both, a promise was answered by whichever was approved first, and the answer of the other was lost: Plan asks
    // only where no Check of the year before does, because there is none or it does not apply.
    await runner.query(`
      create or replace function review.commitments_to_answer(of_item uuid, in_year int, in_stage text)
        returns setof review.commitment language sql stable as $$
        select m.* from review.commitment m
         where m.item_id = of_item and m.state in ('open', 'changed')
           and case in_stage when 'plan' then m.made_in_fiscal_year <= in_year - 2
                                              and review.check_of_item(of_item, in_year - 1) is null
                             when 'do' then m.made_in_fiscal_year = in_year - 1
                             when 'check' then m.made_in_fiscal_year <= in_year - 1
                             else false end
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function review.commitments_to_answer(of_item uuid, in_year int, in_stage text)
        returns setof review.commitment language sql stable as $$
        select m.* from review.commitment m
         where m.item_id = of_item and m.state in ('open', 'changed')
           and case in_stage when 'plan' then m.made_in_fiscal_year <= in_year - 2
                             when 'do' then m.made_in_fiscal_year = in_year - 1
                             when 'check' then m.made_in_fiscal_year <= in_year - 1
                             else false end
      $$`);
    await runner.query('drop function review.check_of_item(uuid, int)');
  }
}
