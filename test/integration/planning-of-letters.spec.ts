import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { addDays, compareDates, japanInstant } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { Database, dataSourceOptions, firstRow, rows, type Sql } from '#database';
import { IndicatorService, IndicatorStore } from '#indicator';
import { PlanService, PlanStore } from '#plan';
import { IndicatorsBehind } from '../../libs/notice/indicators-behind.js';
import { LetterDecisionStore } from '../../libs/notice/ledger/letter-decision.store.js';
import { PlanningService } from '../../libs/notice/planning.service.js';
import { PlanningStore } from '../../libs/notice/planning.store.js';
import { cloneDatabase, type TestDatabase } from '../running/database.js';

interface Told {
  readonly on: string;
  readonly people: number;
}

/** The sheets of Check 2021 are due on Tuesday 31 May 2022, those of Act on 15 June. Every case is undone at its end. */
describe('a morning plans', () => {
  let template: TestDatabase;
  let source: DataSource;
  let database: Database;
  let clock: BusinessClock;
  let planning: PlanningService;

  beforeAll(async () => {
    template = await cloneDatabase('sample');
    source = await new DataSource(dataSourceOptions(template.url, [])).initialize();
    database = new Database(source);
    clock = new BusinessClock(database);
    const plans = new PlanStore(database);
    const indicators = new IndicatorService(
      new IndicatorStore(database),
      new PlanService(plans, clock),
      plans,
    );
    planning = new PlanningService(
      new PlanningStore(),
      new IndicatorsBehind(indicators),
      new LetterDecisionStore(),
      clock,
      database,
    );
  });

  afterAll(async () => {
    await source.destroy();
    await template.drop();
  });

  const undone = (work: (sql: Sql) => Promise<void>) => (): Promise<void> => database.rehearse(work);

  /** What the timetable does at eight of these days, one after the other. */
  const mornings = async (sql: Sql, first: string, last = first): Promise<void> => {
    for (let day = first; compareDates(day, last) <= 0; day = addDays(day, 1)) {
      const slot = japanInstant(day, 8, 0);
      await planning.planMorning(sql, slot);
      await rows(sql, `insert into jobs.timetable_slot (job, slot) values ('plan-daily-letters', $1)`, [
        slot,
      ]);
    }
  };

  const told = (sql: Sql, kind: string, subjectId: string): Promise<Told[]> =>
    rows(
      sql,
      `select n.created_on as on, count(*)::int as people from notice.notice n
        where n.kind = $1 and n.subject_id = $2 group by n.created_on order by n.created_on`,
      [kind, subjectId],
    );

  const idOf = async (sql: Sql, text: string, values: readonly unknown[] = []): Promise<string> => {
    const row = await firstRow<{ id: string }>(sql, text, values);
    if (!row) throw new Error(`nothing is found by ${text}`);
    return row.id;
  };

  /** A sheet of Check 2021 of a division. */
  const sheetOf = (sql: Sql, department: string): Promise<string> =>
    idOf(
      sql,
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join directory.department d on d.id = t.current_department_id
         join cycle.review_cycle c on c.id = t.cycle_id
        where c.fiscal_year = 2021 and ts.stage = 'check' and d.name = $1 order by ts.id limit 1`,
      [department],
    );

  const postOf = (sql: Sql, department: string, level: string): Promise<string> =>
    idOf(
      sql,
      `select po.id from directory.post po join directory.department d on d.id = po.department_id
        where d.name = $1 and po.level = $2 limit 1`,
      [department, level],
    );

  const holderOf = (sql: Sql, postId: string): Promise<string> =>
    idOf(sql, `select person_id as id from directory.holders_on('2022-06-01') where post_id = $1`, [postId]);

  /** Everything is handed in and every promise kept. */
  const nothingLeft = async (sql: Sql): Promise<void> => {
    await rows(sql, `update review.task_stage set state = 'approved' where state in ('none', 'drafting')`);
    await rows(sql, `update review.commitment set state = 'done' where state in ('open', 'changed')`);
  };

  /** A sheet waits at a post until a date. */
  const waitsAt = async (sql: Sql, sheetId: string, postId: string, dueOn: string): Promise<void> => {
    await rows(sql, `update review.task_stage set state = 'submitted', round = 1 where id = $1`, [sheetId]);
    await rows(
      sql,
      `insert into review.approval (task_stage_id, round, position, step_kind, working_days, post_id, waiting_since, due_on, opened_at)
       values ($1, 1, 1, 'divisionManager', 5, $2, $3::date - 7, $3, now())`,
      [sheetId, postId, dueOn],
    );
  };

  const lettersOf = (sql: Sql, personId: string): Promise<{ day: string; kind: string; state: string }[]> =>
    rows(
      sql,
      `select day, kind, state from notice.letter where recipient_id = $1 and occasion = '' order by day, kind`,
      [personId],
    );

  const digestsOn = async (sql: Sql, day: string): Promise<string[]> =>
    (
      await rows<{ id: string }>(
        sql,
        `select recipient_id as id from notice.letter where kind = 'digest' and day = $1 order by recipient_id`,
        [day],
      )
    ).map(({ id }) => id);

  it(
    'reminders fourteen days, seven days and one day before the due date, for all who write',
    undone(async (sql) => {
      const sheet = await sheetOf(sql, '国際課');
      await mornings(sql, '2022-05-16', '2022-05-17');
      await mornings(sql, '2022-05-23', '2022-05-24');
      await mornings(sql, '2022-05-27', '2022-05-31');
      const writers = await rows(
        sql,
        `select 1 from directory.writers_on('2022-05-31') w join directory.department d on d.id = w.department_id
          where d.name = '国際課'`,
      );
      const people = writers.length;
      expect(people).toBeGreaterThan(0);
      expect(await told(sql, 'reminder', sheet)).toEqual([
        { on: '2022-05-17', people },
        { on: '2022-05-24', people },
        { on: '2022-05-30', people },
      ]);
      expect(await told(sql, 'overdue', sheet)).toEqual([]);
    }),
  );

  it(
    'what is overdue on the day after and then every week, until it is handed in',
    undone(async (sql) => {
      const sheet = await sheetOf(sql, '国際課');
      await mornings(sql, '2022-05-31', '2022-06-02');
      await mornings(sql, '2022-06-07', '2022-06-08');
      await mornings(sql, '2022-06-14', '2022-06-15');
      await rows(sql, `update review.task_stage set state = 'submitted' where id = $1`, [sheet]);
      await mornings(sql, '2022-06-22');
      expect((await told(sql, 'overdue', sheet)).map(({ on }) => on)).toEqual([
        '2022-06-01',
        '2022-06-08',
        '2022-06-15',
      ]);
    }),
  );

  it(
    'what waits for an approver once, and every week from the day after it was due there',
    undone(async (sql) => {
      const sheet = await sheetOf(sql, '国際課');
      await waitsAt(sql, sheet, await postOf(sql, '国際課', 'divisionManager'), '2022-05-10');
      await mornings(sql, '2022-05-06', '2022-05-11');
      await mornings(sql, '2022-05-17', '2022-05-18');
      await mornings(sql, '2022-05-24', '2022-05-25');
      expect(await told(sql, 'waiting', sheet)).toEqual([
        { on: '2022-05-06', people: 1 },
        { on: '2022-05-11', people: 1 },
        { on: '2022-05-18', people: 1 },
        { on: '2022-05-25', people: 1 },
      ]);
    }),
  );

  it(
    'no digest for who does not want it; what else they must hear comes all the same',
    undone(async (sql) => {
      const [wants, refuses] = [
        await holderOf(sql, await postOf(sql, '国際課', 'divisionManager')),
        await holderOf(sql, await postOf(sql, '市民協働課', 'divisionManager')),
      ];
      await waitsAt(
        sql,
        await sheetOf(sql, '市民協働課'),
        await postOf(sql, '市民協働課', 'divisionManager'),
        '2022-06-10',
      );
      await rows(sql, `insert into notice.mail_preference (person_id, digest) values ($1, false)`, [refuses]);
      await mornings(sql, '2022-06-06');
      const digests = await digestsOn(sql, '2022-06-06');
      expect(digests).toContain(wants);
      expect(digests).not.toContain(refuses);
      expect(await lettersOf(sql, refuses)).toEqual([{ day: '2022-06-06', kind: 'daily', state: 'planned' }]);
    }),
  );

  it(
    'digests only for those in whose subtree something is left to do',
    undone(async (sql) => {
      const above = await rows<{ id: string }>(
        sql,
        `select distinct h.person_id as id from directory.department d
           join directory.department_closure k on k.descendant_id = d.id
           join directory.holders_on('2022-06-06') h on h.department_id = k.ancestor_id
          where d.name = '国際課' and h.level in ('divisionManager', 'departmentManager', 'bureauDirector')
          order by h.person_id`,
      );
      expect(above.length).toBeGreaterThan(1);
      const sheet = await sheetOf(sql, '国際課');
      await nothingLeft(sql);
      await rows(sql, `update review.task_stage set state = 'none' where id = $1`, [sheet]);
      await mornings(sql, '2022-06-06');
      expect(await digestsOn(sql, '2022-06-06')).toEqual(above.map(({ id }) => id));
      await nothingLeft(sql);
      await mornings(sql, '2022-06-07', '2022-06-13');
      expect(await digestsOn(sql, '2022-06-13')).toEqual([]);
    }),
  );

  it(
    'the digest with the next letters when the week’s first morning was missed',
    undone(async (sql) => {
      await mornings(sql, '2022-06-03');
      await mornings(sql, '2022-06-07', '2022-06-08');
      expect((await digestsOn(sql, '2022-06-07')).length).toBeGreaterThan(5);
      expect(await digestsOn(sql, '2022-06-08')).toEqual([]);
    }),
  );

  it(
    'the summary of a closed year for who decides about the city, and wants it',
    undone(async (sql) => {
      const management = await rows<{ id: string }>(
        sql,
        `select distinct h.person_id as id from directory.holders_on('2022-06-06') h
           join directory.post po on po.id = h.post_id and po.role = 'management' order by h.person_id`,
      );
      const [refuses, ...others] = management.map(({ id }) => id);
      expect(others.length).toBeGreaterThan(0);
      await rows(sql, `insert into notice.mail_preference (person_id, summary) values ($1, false)`, [
        refuses,
      ]);
      await rows(
        sql,
        `update cycle.review_cycle set state = 'closed', closes_on = '2022-06-03' where fiscal_year = 2021`,
      );
      await mornings(sql, '2022-06-06', '2022-06-07');
      const summaries = await rows<{ id: string; day: string }>(
        sql,
        `select recipient_id as id, day from notice.letter where kind = 'summary' order by recipient_id`,
      );
      expect(summaries).toEqual(others.map((id) => ({ id, day: '2022-06-06' })));
    }),
  );

  it(
    'a brief on the day a post changes hands, also when nothing but promises is left to do',
    undone(async (sql) => {
      const promise = await firstRow<{ departmentId: string }>(
        sql,
        `select a.department_id as "departmentId" from review.commitment m
           join plan.assignments_on('2022-07-05') a on a.item_id = m.item_id and a.role = 'lead'
          where m.state = 'open' order by m.id limit 1`,
      );
      const post = await idOf(
        sql,
        `select po.id from directory.post po where po.department_id = $1 and po.level = 'divisionManager'`,
        [promise?.departmentId],
      );
      const newcomer = await idOf(
        sql,
        `select person_id as id from directory.holders_on('2022-06-01') where level = 'member' order by person_id limit 1`,
      );
      await rows(sql, `update review.task_stage set state = 'approved' where state in ('none', 'drafting')`);
      await rows(sql, `update directory.post_holding set to_date = '2022-07-04' where post_id = $1`, [post]);
      await rows(
        sql,
        `insert into directory.post_holding (post_id, person_id, from_date) values ($1, $2, '2022-07-05')`,
        [post, newcomer],
      );
      await mornings(sql, '2022-07-04', '2022-07-06');
      expect(
        await rows(sql, `select recipient_id as id, day from notice.letter where kind = 'handover'`),
      ).toEqual([{ id: newcomer, day: '2022-07-05' }]);
    }),
  );

  it(
    'one letter with the news of the days on which the mail server was away',
    undone(async (sql) => {
      const sheet = await sheetOf(sql, '国際課');
      await mornings(sql, '2022-05-30', '2022-06-01');
      const waiting = await rows<{ id: string; days: number }>(
        sql,
        `select recipient_id as id, count(*)::int as days from notice.letter
          where state = 'planned' and kind in ('daily', 'digest') and copy_of is null group by recipient_id`,
      );
      expect(waiting.length).toBeGreaterThan(5);
      expect(waiting.filter(({ days }) => days > 1)).toEqual([]);
      // Reminded on the first of these days, late on the last: one line says it.
      const overdue = await rows(
        sql,
        `select n.kind, l.day, l.kind as form, l.state from notice.notice n join notice.letter l on l.id = n.letter_id
           join directory.person p on p.id = n.recipient_id
          where n.subject_id = $1 and l.state = 'planned' group by 1, 2, 3, 4`,
        [sheet],
      );
      expect(overdue).toEqual([{ kind: 'overdue', day: '2022-06-01', form: 'daily', state: 'planned' }]);
    }),
  );

  it(
    'no second telling of what leaves at that moment, or has left',
    undone(async (sql) => {
      await mornings(sql, '2022-05-30');
      await rows(sql, `update notice.letter set state = 'sending'`);
      await rows(
        sql,
        `update notice.letter set state = 'sent' where id = (select id from notice.letter order by id limit 1)`,
      );
      await mornings(sql, '2022-05-31', '2022-06-01');
      expect(
        await rows(sql, `select distinct state from notice.letter where day = '2022-05-30' order by state`),
      ).toEqual([{ state: 'sending' }, { state: 'sent' }]);
    }),
  );

  it(
    'the digest of an earlier day in the newest letter, for who is away and for their delegate',
    undone(async (sql) => {
      const post = await postOf(sql, '国際課', 'divisionManager');
      const manager = await holderOf(sql, post);
      const delegate = await idOf(
        sql,
        `select person_id as id from directory.holders_on('2022-06-06') h join directory.department d on d.id = h.department_id
          where d.name = '広報課' and h.level = 'member' order by person_id limit 1`,
      );
      await rows(
        sql,
        `insert into directory.absence (person_id, delegate_id, from_date, to_date) values ($1, $2, '2022-06-01', '2022-06-30')`,
        [manager, delegate],
      );
      await mornings(sql, '2022-06-06');
      await waitsAt(sql, await sheetOf(sql, '国際課'), post, '2022-06-10');
      await mornings(sql, '2022-06-07');
      const wanted = [
        { day: '2022-06-06', kind: 'digest', state: 'not_needed' },
        { day: '2022-06-07', kind: 'digest', state: 'planned' },
      ];
      expect(await lettersOf(sql, manager)).toEqual(wanted);
      const copies = await rows(
        sql,
        `select day, kind, state from notice.letter where copy_of is not null and recipient_id = $1 order by day`,
        [delegate],
      );
      expect(copies).toEqual(wanted);
    }),
  );
});
