import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import { SheetStore } from '../sheet.store.js';

/** A promise as its Act, or management, made it. */
export interface PromiseRow {
  readonly id: string;
  readonly item: string;
  readonly madeIn: number;
  readonly what: string;
}

/** A stage of a lead's sheet that may answer promises. */
export interface AnsweringStage {
  readonly id: string;
  readonly item: string;
  readonly fiscalYear: number;
  readonly stage: string;
  readonly state: string;
  readonly cycleState: string;
}

export interface StoredAnswer {
  readonly commitmentId: string;
  readonly taskStageId: string;
  readonly item: string;
  readonly fiscalYear: number;
  readonly stage: string;
  readonly madeIn: number;
  /** The words of the promise as its Act made it. */
  readonly what: string;
  readonly answer: string;
  readonly text: string;
  readonly newWhat: string | null;
  readonly newDueOn: string | null;
}

export type AnswerToWrite = Pick<
  StoredAnswer,
  'commitmentId' | 'taskStageId' | 'answer' | 'text' | 'newWhat' | 'newDueOn'
>;

/**
 * The words in the Act; an answer may have changed those of the promise since. What management decided stands in no Act:
 * there the promise itself has the words.
 */
const FIRST_WORDS = `coalesce(act.answers->'commitments'->(m.position - 1)->>'what', m.what)`;
const FIRST_DATE = `coalesce((act.answers->'commitments'->(m.position - 1)->>'dueOn')::date, m.due_on)`;

/** What importing answers to promises asks and writes. */
@Injectable()
export class CommitmentAnswerStore {
  constructor(private readonly sheets: SheetStore) {}

  answers(sql: Sql): Promise<StoredAnswer[]> {
    return query(
      sql,
      `select x.commitment_id as "commitmentId", x.task_stage_id as "taskStageId", i.key as item,
              c.fiscal_year as "fiscalYear", ts.stage, m.made_in_fiscal_year as "madeIn", ${FIRST_WORDS} as what,
              x.answer, x.text, ts.answers->'commitmentAnswers'->x.commitment_id::text->>'what' as "newWhat",
              ts.answers->'commitmentAnswers'->x.commitment_id::text->>'dueOn' as "newDueOn"
         from review.commitment_answer x
         join review.commitment m on m.id = x.commitment_id
         left join review.task_stage act on act.id = m.task_stage_id
         join review.task_stage ts on ts.id = x.task_stage_id
         join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id
         join plan.program_item i on i.id = m.item_id
         join plan.program p on p.id = i.program_id
         join plan.section s on s.id = p.section_id
        order by c.fiscal_year, s.sort, p.sort, i.sort, array_position(array['plan', 'do', 'check'], ts.stage),
                 m.made_in_fiscal_year, m.position`,
    );
  }

  promises(sql: Sql): Promise<PromiseRow[]> {
    return query(
      sql,
      `select m.id, i.key as item, m.made_in_fiscal_year as "madeIn", ${FIRST_WORDS} as what
         from review.commitment m
         left join review.task_stage act on act.id = m.task_stage_id
         join plan.program_item i on i.id = m.item_id
        order by m.position`,
    );
  }

  /** Stages of lead sheets of these years, locked until the transaction ends. */
  stages(sql: Sql, years: readonly number[]): Promise<AnsweringStage[]> {
    return query(
      sql,
      `select ts.id, i.key as item, c.fiscal_year as "fiscalYear", ts.stage, ts.state, c.state as "cycleState"
         from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id and t.role = 'lead' and t.subject_kind = 'item'
         join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = any($1::int[])
         join plan.assignment a on a.id = t.assignment_id
         join plan.program_item i on i.id = a.item_id
        where ts.stage in ('plan', 'do', 'check')
          for update of ts`,
      [years],
    );
  }

  /** Writes answers, shows them in their sheets, and brings the promises to where their answers leave them. */
  async write(
    sql: Sql,
    answers: readonly AnswerToWrite[],
    by: { readonly personId: string | null; readonly today: string },
  ): Promise<void> {
    if (answers.length === 0) return;
    const list = JSON.stringify(answers);
    await query(
      sql,
      `insert into review.commitment_answer (commitment_id, task_stage_id, answer, text, answered_on)
       select r."commitmentId", r."taskStageId", r.answer, r.text, coalesce(ts.approved_on, $2)
         from jsonb_to_recordset($1::jsonb) as r("commitmentId" uuid, "taskStageId" uuid, answer text, text text)
         join review.task_stage ts on ts.id = r."taskStageId"
       on conflict (commitment_id, task_stage_id) do update set answer = excluded.answer, text = excluded.text`,
      [list, by.today],
    );
    await query(
      sql,
      `update review.task_stage ts
          set version = ts.version + 1, edited_at = clock_timestamp(), editor_id = coalesce($2, ts.editor_id),
              answers = jsonb_set(ts.answers, '{commitmentAnswers}', coalesce(ts.answers->'commitmentAnswers', '{}') || g.given),
              field_versions = ts.field_versions || jsonb_build_object('commitmentAnswers', ts.version + 1)
         from (select r."taskStageId" as id, jsonb_object_agg(r."commitmentId", jsonb_strip_nulls(jsonb_build_object(
                        'answer', r.answer, 'text', r.text, 'what', r."newWhat", 'dueOn', r."newDueOn"))) as given
                 from jsonb_to_recordset($1::jsonb) as r("commitmentId" uuid, "taskStageId" uuid, answer text, text text,
                      "newWhat" text, "newDueOn" date)
                group by r."taskStageId") g
        where ts.id = g.id`,
      [list, by.personId],
    );
    const stageIds = [...new Set(answers.map(({ taskStageId }) => taskStageId))];
    await this.sheets.cutVersions(sql, stageIds, 'imported', by.personId, by.today);
    await this.settle(sql, [...new Set(answers.map(({ commitmentId }) => commitmentId))]);
  }

  /** The newest answer says where a promise stands; the newest change says in which words. */
  private async settle(sql: Sql, commitmentIds: readonly string[]): Promise<void> {
    await query(
      sql,
      `with said as (
         select x.commitment_id, x.answer, x.answered_on,
                row_number() over (partition by x.commitment_id order by x.answered_on desc, c.fiscal_year desc,
                  array_position(array['plan', 'do', 'check'], ts.stage) desc) as newest,
                case when x.answer = 'changed' then ts.answers->'commitmentAnswers'->x.commitment_id::text end as change
           from review.commitment_answer x
           join review.task_stage ts on ts.id = x.task_stage_id
           join review.annual_task t on t.id = ts.task_id
           join cycle.review_cycle c on c.id = t.cycle_id
          where x.commitment_id = any($1::uuid[])
       ), words as (
         select commitment_id,
                (array_agg(nullif(change->>'what', '') order by newest) filter (where nullif(change->>'what', '') is not null))[1] as what,
                (array_agg((change->>'dueOn')::date order by newest) filter (where change->>'dueOn' is not null))[1] as due_on
           from said group by commitment_id)
       update review.commitment m
          set state = s.answer, closed_on = case when s.answer in ('done', 'dropped') then s.answered_on end,
              what = coalesce(w.what, ${FIRST_WORDS}), due_on = coalesce(w.due_on, ${FIRST_DATE})
         from said s
         join words w on w.commitment_id = s.commitment_id
         join review.commitment made on made.id = s.commitment_id
         left join review.task_stage act on act.id = made.task_stage_id
        where m.id = s.commitment_id and s.newest = 1`,
      [commitmentIds],
    );
  }
}
