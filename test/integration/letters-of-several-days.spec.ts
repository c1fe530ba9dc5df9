import { describe, expect, it } from '@jest/globals';
import { rows } from '#database';
import { LetterFactsStore } from '../../libs/notice/letter-facts.store.js';
import { aCityOfMornings, holderOf, idOf, lettersOf, postOf, sheetOf, waitsAt } from './mornings.js';

describe('letters of several days become', () => {
  const { undone, mornings } = aCityOfMornings();

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
    'a letter that counts a sheet once: a stage may open on the day on which its sheets are reminded of',
    undone(async (sql) => {
      await mornings(sql, '2022-05-30');
      const letters = await rows<{ id: string; reminded: number }>(
        sql,
        `select l.id, count(*)::int as reminded
           from notice.letter l join notice.notice n on n.letter_id = l.id
           join review.task_stage ts on ts.id = n.subject_id and ts.stage = 'check'
          where n.kind = 'reminder' and exists (select 1 from notice.notice o
                  where o.letter_id = l.id and o.kind = 'stage_opened' and o.period = 'check')
          group by l.id`,
      );
      expect(letters.length).toBeGreaterThan(5);
      const opened = await new LetterFactsStore().opened(
        sql,
        letters.map(({ id }) => id),
      );
      expect(opened.filter(({ stage }) => stage === 'check')).toEqual([]);
    }),
  );

  it(
    'what they were, when they leave at that moment or have left',
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
    'one digest when one of them was, for who is away and for their delegate',
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
