import { afterAll, beforeAll } from '@jest/globals';
import { DataSource } from 'typeorm';
import { addDays, compareDates, japanInstant } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { Database, dataSourceOptions, firstRow, rows, type Sql } from '#database';
import { IndicatorService, IndicatorStore } from '#indicator';
import { PlanService, PlanStore } from '#plan';
import { IndicatorsBehind } from '../../libs/notice/indicators-behind.js';
import { LetterDecisionStore } from '../../libs/notice/ledger/letter-decision.store.js';
import { MORNING_JOB, PlanningService } from '../../libs/notice/planning.service.js';
import { PlanningStore } from '../../libs/notice/planning.store.js';
import { cloneDatabase, type TestDatabase } from '../running/database.js';

/**
 * The planning of letters on a sample city without processes. The sheets of Check 2021 are due on Tuesday 31 May 2022,
 * those of Act on 15 June.
 */
class Mornings {
  private constructor(
    private readonly city: TestDatabase,
    private readonly source: DataSource,
    private readonly database: Database,
    private readonly planning: PlanningService,
  ) {}

  static async start(): Promise<Mornings> {
    const city = await cloneDatabase('sample');
    const source = await new DataSource(dataSourceOptions(city.url, [])).initialize();
    const database = new Database(source);
    const clock = new BusinessClock(database);
    const plans = new PlanStore(database);
    const indicators = new IndicatorService(
      new IndicatorStore(database),
      new PlanService(plans, clock),
      plans,
    );
    const planning = new PlanningService(
      new PlanningStore(),
      new IndicatorsBehind(indicators),
      new LetterDecisionStore(),
      clock,
      database,
    );
    return new Mornings(city, source, database, planning);
  }

  async stop(): Promise<void> {
    await this.source.destroy();
    await this.city.drop();
  }

  /** A case of a suite, of which nothing stays. */
  undone(work: (sql: Sql) => Promise<void>): Promise<void> {
    return this.database.rehearse(work);
  }

  /** What the timetable does at eight of these days, one after the other. */
  async pass(sql: Sql, first: string, last = first): Promise<void> {
    for (let day = first; compareDates(day, last) <= 0; day = addDays(day, 1)) {
      const slot = japanInstant(day, 8, 0);
      await this.planning.planMorning(sql, slot);
      await rows(sql, 'insert into jobs.timetable_slot (job, slot) values ($1, $2)', [MORNING_JOB, slot]);
    }
  }
}

/** The work of one case, of which nothing stays. */
type Case = (sql: Sql) => Promise<void>;

/** A city of its own for the suite that calls this; its cases begin at the same state and pass mornings. */
export function aCityOfMornings(): {
  undone: (work: Case) => () => Promise<void>;
  mornings: (...days: Parameters<Mornings['pass']>) => Promise<void>;
} {
  let city: Mornings;
  beforeAll(async () => {
    city = await Mornings.start();
  });
  afterAll(() => city.stop());
  return {
    undone: (work) => () => city.undone(work),
    mornings: (...days) => city.pass(...days),
  };
}

interface Told {
  readonly on: string;
  readonly people: number;
}

/** When how many people were told of something. */
export const told = (sql: Sql, kind: string, subjectId: string): Promise<Told[]> =>
  rows(
    sql,
    `select n.created_on as on, count(*)::int as people from notice.notice n
      where n.kind = $1 and n.subject_id = $2 group by n.created_on order by n.created_on`,
    [kind, subjectId],
  );

export const idOf = async (sql: Sql, text: string, values: readonly unknown[] = []): Promise<string> => {
  const row = await firstRow<{ id: string }>(sql, text, values);
  if (!row) throw new Error(`nothing is found by ${text}`);
  return row.id;
};

/** A sheet of Check 2021 of a division. */
export const sheetOf = (sql: Sql, department: string): Promise<string> =>
  idOf(
    sql,
    `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
       join directory.department d on d.id = t.current_department_id
       join cycle.review_cycle c on c.id = t.cycle_id
      where c.fiscal_year = 2021 and ts.stage = 'check' and d.name = $1 order by ts.id limit 1`,
    [department],
  );

export const postOf = (sql: Sql, department: string, level: string): Promise<string> =>
  idOf(
    sql,
    `select po.id from directory.post po join directory.department d on d.id = po.department_id
      where d.name = $1 and po.level = $2 limit 1`,
    [department, level],
  );

export const holderOf = (sql: Sql, postId: string): Promise<string> =>
  idOf(sql, `select person_id as id from directory.holders_on('2022-06-01') where post_id = $1`, [postId]);

/** Everything is handed in and every promise kept. */
export const nothingLeft = async (sql: Sql): Promise<void> => {
  await rows(sql, `update review.task_stage set state = 'approved' where state in ('none', 'drafting')`);
  await rows(sql, `update review.commitment set state = 'done' where state in ('open', 'changed')`);
};

/** A sheet waits at a post until a date. */
export const waitsAt = async (sql: Sql, sheetId: string, postId: string, dueOn: string): Promise<void> => {
  await rows(sql, `update review.task_stage set state = 'submitted', round = 1 where id = $1`, [sheetId]);
  await rows(
    sql,
    `insert into review.approval (task_stage_id, round, position, step_kind, working_days, post_id, waiting_since, due_on, opened_at)
     values ($1, 1, 1, 'divisionManager', 5, $2, $3::date - 7, $3, now())`,
    [sheetId, postId, dueOn],
  );
};

export const lettersOf = (
  sql: Sql,
  personId: string,
): Promise<{ day: string; kind: string; state: string }[]> =>
  rows(
    sql,
    `select day, kind, state from notice.letter where recipient_id = $1 and occasion = '' order by day, kind`,
    [personId],
  );

export const digestsOn = async (sql: Sql, day: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      sql,
      `select recipient_id as id from notice.letter where kind = 'digest' and day = $1 order by recipient_id`,
      [day],
    )
  ).map(({ id }) => id);
