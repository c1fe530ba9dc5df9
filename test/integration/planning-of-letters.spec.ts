import { describe, expect, it } from '@jest/globals';
import { firstRow, rows } from '#database';
import {
  aCityOfMornings,
  digestsOn,
  holderOf,
  idOf,
  lettersOf,
  nothingLeft,
  postOf,
  sheetOf,
  told,
  waitsAt,
} from './mornings.js';

describe('a morning plans', () => {
  const { undone, mornings } = aCityOfMornings();

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
    'nothing that waits for who handed it in themselves: whoever shares the post hears of it',
    undone(async (sql) => {
      const sheet = await sheetOf(sql, '国際課');
      const post = await postOf(sql, '国際課', 'divisionManager');
      const [author, other] = [
        await holderOf(sql, post),
        await holderOf(sql, await postOf(sql, '市民協働課', 'divisionManager')),
      ];
      await rows(
        sql,
        `insert into directory.post_holding (post_id, person_id, kind, from_date) values ($1, $2, 'concurrent', '2022-04-01')`,
        [post, other],
      );
      await waitsAt(sql, sheet, post, '2022-05-10');
      await rows(sql, 'update review.task_stage set submitter_id = $2 where id = $1', [sheet, author]);
      await mornings(sql, '2022-05-06', '2022-05-11');
      const heard = await rows<{ id: string }>(
        sql,
        `select distinct recipient_id as id from notice.notice where kind = 'waiting' and subject_id = $1`,
        [sheet],
      );
      expect(heard).toEqual([{ id: other }]);
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
});
