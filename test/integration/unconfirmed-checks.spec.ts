import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface Concerned {
  readonly concerns: readonly { readonly code: string; readonly params: Readonly<Record<string, unknown>> }[];
}

/** The review of a section says how many Checks below it nobody has confirmed yet. */
describe('unconfirmed Checks of a section', () => {
  let product: Api;
  let planner: Session;
  let review = '';
  /** The leading tasks of the section's items, in the order of the plan. */
  let tasks: readonly string[] = [];

  beforeAll(async () => {
    product = await startApi('sample');
    const city = new City(product);
    planner = await city.planner();
    review = await city.sheetId(2021, '2', 'review');
    const rows = await product.database.query<{ id: string }>(
      `select t.id from review.annual_task t join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = 2021
         join plan.assignment a on a.id = t.assignment_id and t.role = 'lead' join plan.program_item i on i.id = a.item_id
         join plan.program p on p.id = i.program_id join plan.section s on s.id = p.section_id and s.key = '2'
        order by p.sort, i.sort`,
    );
    tasks = rows.map(({ id }) => id);
  });

  afterAll(() => product.stop());

  const unconfirmed = async (): Promise<unknown> => {
    const { concerns } = await planner.get<Concerned>(`/api/sheets/${review}`);
    return concerns.find(({ code }) => code === 'checks_open')?.params['number'] ?? 0;
  };

  const taskAt = (place: number): string => tasks.at(place) ?? '';

  const setState = (task: string, state: string): Promise<unknown> =>
    product.database.query(
      `update review.task_stage set state = $2, not_applicable_reason = case when $2 = 'not_applicable' then '休止中' end
        where task_id = $1 and stage = 'check'`,
      [task, state],
    );

  const end = (task: string): Promise<unknown> =>
    product.database.query(`update review.annual_task set ended_on = '2021-10-01' where id = $1`, [task]);

  /** Gives the item of a task to another department in the middle of the year. */
  const handOn = (task: string): Promise<unknown> =>
    product.database.query(
      `with item as (
         insert into plan.assignment (item_id, department_id, role, from_fiscal_year)
         select a.item_id, d.id, 'lead', 2021 from review.annual_task t join plan.assignment a on a.id = t.assignment_id
           join lateral (select id from directory.department where id <> a.department_id
             and not exists (select 1 from plan.assignment x where x.item_id = a.item_id and x.department_id = directory.department.id) limit 1) d on true
          where t.id = $1 returning id, department_id),
       task as (
         insert into review.annual_task (assignment_id, cycle_id, subject_kind, role, department_id, current_department_id)
         select item.id, t.cycle_id, 'item', 'lead', item.department_id, item.department_id
           from item, review.annual_task t where t.id = $1 returning id)
       insert into review.task_stage (task_id, stage) select id, 'check' from task`,
      [task],
    );

  it('counts those that are not written, written or handed in, and nothing else', async () => {
    const all = tasks.length;
    expect(all).toBeGreaterThanOrEqual(6);
    expect(await unconfirmed()).toBe(all);
    await setState(taskAt(0), 'drafting');
    await setState(taskAt(1), 'submitted');
    expect(await unconfirmed()).toBe(all);
    await setState(taskAt(2), 'approved');
    expect(await unconfirmed()).toBe(all - 1);
    await setState(taskAt(3), 'not_applicable');
    expect(await unconfirmed()).toBe(all - 2);
    await end(taskAt(4));
    expect(await unconfirmed()).toBe(all - 3);
  });

  it('counts an item that changed hands once, until one of its Checks is confirmed', async () => {
    const before = await unconfirmed();
    await handOn(taskAt(5));
    await end(taskAt(5));
    expect(await unconfirmed()).toBe(before);
    await setState(taskAt(5), 'approved');
    expect(await unconfirmed()).toBe(Number(before) - 1);
  });
});
