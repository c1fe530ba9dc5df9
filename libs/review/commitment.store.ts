import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, rows, type Sql } from '#database';
import type { commitmentSchema } from './sheet.schemas.js';
import type { SheetRow } from './sheet.store.js';

export type CommitmentRow = Omit<z.infer<typeof commitmentSchema>, 'over'>;

/** Queries on 改善策. */
@Injectable()
export class CommitmentStore {
  constructor(private readonly database: Database) {}

  /**
   * What a sheet must answer (`review.commitments_to_answer` says which stage answers what). What this very sheet has
   * answered stays listed, also after its approval and when another sheet has closed it meanwhile.
   */
  toAnswer(sheet: SheetRow, sql: Sql = this.database.pool): Promise<CommitmentRow[]> {
    if (sheet.itemId === null || sheet.role !== 'lead' || !['plan', 'do', 'check'].includes(sheet.stage)) {
      return Promise.resolve([]);
    }
    return rows(
      sql,
      `select m.id, m.made_in_fiscal_year as "madeInFiscalYear", m.what, m.who, m.due_on as "dueOn", m.state,
              m.decided_on as "decidedOn", m.id in (select o.id from review.commitments_to_answer($1, $2, $3) o) as asked,
              coalesce((select jsonb_agg(jsonb_build_object('stage', ts.stage, 'fiscalYear', c.fiscal_year, 'answer', x.answer,
                         'text', x.text, 'on', x.answered_on) order by x.answered_on)
                 from review.commitment_answer x join review.task_stage ts on ts.id = x.task_stage_id
                 join review.annual_task t on t.id = ts.task_id join cycle.review_cycle c on c.id = t.cycle_id
                where x.commitment_id = m.id), '[]') as answers
         from review.commitment m
        where m.id in (select o.id from review.commitments_to_answer($1, $2, $3) o
                       union select x.commitment_id from review.commitment_answer x where x.task_stage_id = $4)
            or (m.item_id = $1 and m.made_in_fiscal_year < $2 and m.id = any($5::uuid[]))
        order by m.due_on, m.position`,
      [
        sheet.itemId,
        sheet.fiscalYear,
        sheet.stage,
        sheet.id,
        Object.keys(sheet.answers.commitmentAnswers ?? {}),
      ],
    );
  }

  /** Approved Acts make promises: one row for each in the answers. Approving twice makes none twice. */
  async makeFromActs(sql: Sql, taskStageIds: readonly string[]): Promise<void> {
    await rows(
      sql,
      `insert into review.commitment (task_stage_id, position, item_id, made_in_fiscal_year, what, who, due_on)
       select ts.id, x.at, a.item_id, c.fiscal_year, x.promise->>'what', x.promise->>'who', (x.promise->>'dueOn')::date
         from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id
         join plan.assignment a on a.id = t.assignment_id
         cross join lateral jsonb_array_elements(coalesce(ts.answers->'commitments', '[]')) with ordinality as x(promise, at)
        where ts.id = any($1::uuid[]) and ts.stage = 'act' and a.item_id is not null
       on conflict (task_stage_id, position) do nothing`,
      [taskStageIds],
    );
  }

  /** Answers count from the approval of their sheet: kept as rows, and the promise closed, changed or left open. */
  async takeAnswers(sql: Sql, taskStageIds: readonly string[], today: string): Promise<void> {
    await rows(
      sql,
      `with given as (
         select ts.id as stage_id, m.id as commitment_id, x.value as answer
           from review.task_stage ts
           join review.annual_task t on t.id = ts.task_id and t.role = 'lead'
           join cycle.review_cycle c on c.id = t.cycle_id
           join plan.assignment a on a.id = t.assignment_id
           cross join lateral jsonb_each(coalesce(nullif(ts.answers->'commitmentAnswers', 'null'), '{}')) as x
           -- A sheet answers for its own item only, and a promise that is closed stays closed.
           join review.commitment m on m.id = x.key::uuid and m.item_id = a.item_id
            and m.made_in_fiscal_year < c.fiscal_year and m.state in ('open', 'changed')
            -- What another sheet asks for is answered there.
            and m.id in (select o.id from review.commitments_to_answer(a.item_id, c.fiscal_year, ts.stage) o)
          where ts.id = any($1::uuid[])
            -- A decision may be corrected at this moment: what it takes back is no longer answered.
            for update of m
       ), kept as (
         insert into review.commitment_answer (commitment_id, task_stage_id, answer, text, answered_on)
         select commitment_id, stage_id, answer->>'answer', answer->>'text', $2 from given
         on conflict (commitment_id, task_stage_id) do update set answer = excluded.answer, text = excluded.text, answered_on = excluded.answered_on
         returning commitment_id)
       update review.commitment m
          set state = g.answer->>'answer',
              what = case when g.answer->>'answer' = 'changed' then coalesce(nullif(g.answer->>'what', ''), m.what) else m.what end,
              due_on = case when g.answer->>'answer' = 'changed' then coalesce((g.answer->>'dueOn')::date, m.due_on) else m.due_on end,
              closed_on = case when g.answer->>'answer' in ('done', 'dropped') then $2::date end
         from given g where g.commitment_id = m.id and exists (select 1 from kept k where k.commitment_id = m.id)`,
      [taskStageIds, today],
    );
  }
}
