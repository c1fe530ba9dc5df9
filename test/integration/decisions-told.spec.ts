import { describe, expect, it } from '@jest/globals';
import { rows, type Sql } from '#database';
import { LetterFactsStore } from '../../libs/notice/letter-facts.store.js';
import { aCityOfMornings, idOf, told } from './mornings.js';

const OF = '国際課';

/** A promise that management decides for an item of a division, on a Monday. */
const decide = (sql: Sql, decidedOn: string): Promise<string> =>
  idOf(
    sql,
    `insert into review.commitment (position, item_id, made_in_fiscal_year, decided_on, what, who, due_on)
     select 0, a.item_id, 2021, $1, '案内を3か国語で出す。', '国際課長', '2022-12-28'
       from plan.assignments_on($1) a join directory.department d on d.id = a.department_id
      where d.name = $2 and a.role = 'lead' and a.item_id is not null order by a.item_id limit 1
     returning id`,
    [decidedOn, OF],
  );

const heads = (sql: Sql, id: string): Promise<{ name: string; level: string }[]> =>
  rows(
    sql,
    `select distinct d.name, h.level from notice.notice n
       join directory.holders_on(n.created_on) h on h.person_id = n.recipient_id
       join directory.department d on d.id = h.department_id
      where n.kind = 'decided' and n.subject_id = $1 and h.level = 'divisionManager'`,
    [id],
  );

const lettersOf = async (sql: Sql, id: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      sql,
      `select distinct letter_id as id from notice.notice where kind = 'decided' and subject_id = $1`,
      [id],
    )
  ).map((one) => one.id);

describe('what management decided is told', () => {
  const { undone, mornings } = aCityOfMornings();

  it(
    'on the next morning to who writes for the item and to the head of the division, once',
    undone(async (sql) => {
      const id = await decide(sql, '2022-05-30');
      await mornings(sql, '2022-05-31', '2022-06-02');
      const heard = await told(sql, 'decided', id);
      expect(heard.map(({ on }) => on)).toEqual(['2022-05-31']);
      expect(heard[0]?.people).toBeGreaterThan(1);
      expect(await heads(sql, id)).toEqual([{ name: OF, level: 'divisionManager' }]);
      const facts = await new LetterFactsStore().decided(sql, await lettersOf(sql, id));
      expect(facts.length).toBe(heard[0]?.people);
      expect(facts[0]).toMatchObject({
        what: '案内を3か国語で出す。',
        who: '国際課長',
        dueOn: '2022-12-28',
        daysLeft: 211,
        madeInFiscalYear: 2021,
        url: expect.stringMatching(/^\/items\//) as unknown,
      });
    }),
  );

  it(
    'again when it is corrected on a later day, and with the words that it has then',
    undone(async (sql) => {
      const id = await decide(sql, '2022-05-30');
      await mornings(sql, '2022-05-31');
      await rows(
        sql,
        `update review.commitment set what = '案内を5か国語で出す。', decided_on = '2022-06-01' where id = $1`,
        [id],
      );
      await mornings(sql, '2022-06-01', '2022-06-03');
      expect((await told(sql, 'decided', id)).map(({ on }) => on)).toEqual(['2022-05-31', '2022-06-01']);
      const facts = await new LetterFactsStore().decided(sql, await lettersOf(sql, id));
      expect(new Set(facts.map(({ what }) => what))).toEqual(new Set(['案内を5か国語で出す。']));
    }),
  );

  it(
    'not any more when it was taken back or answered before the letter left',
    undone(async (sql) => {
      const id = await decide(sql, '2022-05-30');
      await mornings(sql, '2022-05-31');
      const letters = await lettersOf(sql, id);
      await rows(sql, `update review.commitment set state = 'done' where id = $1`, [id]);
      expect(await new LetterFactsStore().decided(sql, letters)).toEqual([]);
    }),
  );

  it.each([
    ['before the city began with the product', '2022-03-28'],
    ['longer ago than anybody calls news', '2022-05-13'],
    ['for a day that has not come', '2022-06-02'],
  ])('to nobody when it was decided %s', (_, decidedOn) =>
    undone(async (sql) => {
      const id = await decide(sql, decidedOn);
      await mornings(sql, '2022-05-31', '2022-06-01');
      expect(await told(sql, 'decided', id)).toEqual([]);
    })(),
  );
});
