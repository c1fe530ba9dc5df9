import { describe, expect, it } from '@jest/globals';
import { rows, type Sql } from '#database';
import { DecidedCommitmentStore } from '../../libs/review/decided-commitment.store.js';
import { LetterFactsStore } from '../../libs/notice/letter-facts.store.js';
import { aCityOfMornings, idOf, told } from './mornings.js';

const OF = '国際課';
const PROMISE = { what: '案内を3か国語で出す。', who: '国際課長', dueOn: '2022-12-28', position: 1 };
const store = new DecidedCommitmentStore();
const facts = new LetterFactsStore();

const itemOf = (sql: Sql, department: string): Promise<string> =>
  idOf(
    sql,
    `select a.item_id as id from plan.assignments_on('2022-05-30') a join directory.department d on d.id = a.department_id
      where d.name = $1 and a.role = 'lead' and a.item_id is not null order by a.item_id limit 1`,
    [department],
  );

/** A promise that management decided on a day and that was entered on another. */
async function decided(sql: Sql, today: string, decidedOn = '2022-04-18'): Promise<string> {
  const itemId = await itemOf(sql, OF);
  const [id] = await store.make(sql, { fiscalYear: 2021, decidedOn, today }, [{ ...PROMISE, itemId }]);
  if (id === undefined) throw new Error('nothing was decided');
  return id;
}

const letters = async (sql: Sql, id: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      sql,
      `select distinct letter_id as id from notice.notice where kind = 'decided' and subject_id = $1`,
      [id],
    )
  ).map((one) => one.id);

const days = async (sql: Sql, id: string): Promise<string[]> =>
  (await told(sql, 'decided', id)).map(({ on }) => on);

describe('what management decided is told', () => {
  const { undone, mornings } = aCityOfMornings();

  it(
    'on the morning after it was entered to who writes for the item and to who heads them, once',
    undone(async (sql) => {
      const id = await decided(sql, '2022-05-30');
      await mornings(sql, '2022-05-31');
      const heard = await told(sql, 'decided', id);
      const expected = await rows<{ id: string }>(
        sql,
        `select w.person_id as id from directory.writers_on('2022-05-31') w join directory.department d on d.id = w.department_id
          where d.name = $1
         union select h.person_id from directory.holders_on('2022-05-31') h join directory.department d on d.id = h.department_id
          where d.name = $1 and h.level = 'divisionManager'`,
        [OF],
      );
      expect(heard[0]?.people).toBe(expected.length);
      const found = await facts.decided(sql, await letters(sql, id));
      expect(found).toHaveLength(expected.length);
      expect(found[0]).toMatchObject({
        what: PROMISE.what,
        who: PROMISE.who,
        dueOn: PROMISE.dueOn,
        daysLeft: 211,
        madeInFiscalYear: 2021,
        url: expect.stringMatching(/^\/items\//) as unknown,
        reportUrl: expect.stringMatching(/^\/reports\/2021\/sections\//) as unknown,
      });
      await mornings(sql, '2022-06-01', '2022-06-02');
      expect(await days(sql, id)).toEqual(['2022-05-31']);
    }),
  );

  it(
    'again when a correction has it say something else, on the same day too, and not when it does not',
    undone(async (sql) => {
      const id = await decided(sql, '2022-05-30');
      const itemId = await itemOf(sql, OF);
      const correct = (today: string, change: Partial<typeof PROMISE>) =>
        store.mend(sql, { decidedOn: '2022-04-19', today }, [{ ...PROMISE, ...change, itemId, id }]);
      await mornings(sql, '2022-05-31');
      await correct('2022-05-31', { position: 2 });
      await mornings(sql, '2022-06-01');
      expect(await days(sql, id)).toEqual(['2022-05-31']);
      await correct('2022-06-01', { what: '案内を5か国語で出す。' });
      await mornings(sql, '2022-06-02');
      await correct('2022-06-01', { what: '案内を7か国語で出す。' });
      await mornings(sql, '2022-06-03');
      expect(await days(sql, id)).toEqual(['2022-05-31', '2022-06-02', '2022-06-03']);
      const found = await facts.decided(sql, await letters(sql, id));
      expect(new Set(found.map(({ what }) => what))).toEqual(new Set(['案内を7か国語で出す。']));
    }),
  );

  it.each<[string, (sql: Sql, id: string) => Promise<unknown>]>([
    ['it was taken back', (sql, id) => store.takeBack(sql, [id])],
    [
      'a sheet has answered it',
      (sql, id) =>
        rows(
          sql,
          `insert into review.commitment_answer (commitment_id, task_stage_id, answer, text, answered_on)
           select $1, ts.id, 'done', '出した。', '2022-05-31' from review.task_stage ts limit 1`,
          [id],
        ),
    ],
    [
      'it was given to another department',
      async (sql, id) =>
        store.mend(sql, { decidedOn: '2022-04-18', today: '2022-05-31' }, [
          { ...PROMISE, itemId: await itemOf(sql, '人事課'), id },
        ]),
    ],
  ])('not any more when %s before the letter left', (_, happens) =>
    undone(async (sql) => {
      const id = await decided(sql, '2022-05-30');
      await mornings(sql, '2022-05-31');
      const planned = await letters(sql, id);
      expect(planned.length).toBeGreaterThan(0);
      await happens(sql, id);
      expect(await facts.decided(sql, planned)).toEqual([]);
    })(),
  );

  it(
    'to no partner: the pages of the plan are those of the house',
    undone(async (sql) => {
      await rows(sql, `update directory.department set kind = 'partner' where name = $1`, [OF]);
      const id = await decided(sql, '2022-05-30');
      await mornings(sql, '2022-05-31');
      expect(await days(sql, id)).toEqual([]);
    }),
  );

  it.each([
    ['before the city began with the product', '2022-03-28'],
    ['longer ago than anybody calls news', '2022-05-13'],
    ['on a day that has not come', '2022-06-02'],
  ])('to nobody when it was entered %s', (_, today) =>
    undone(async (sql) => {
      const id = await decided(sql, today);
      await mornings(sql, '2022-05-31', '2022-06-01');
      expect(await days(sql, id)).toEqual([]);
    })(),
  );
});
