import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface Stage {
  readonly stage: string;
  readonly state: string;
  readonly badge: string;
  readonly dueOn: string | null;
  readonly role: string;
  readonly taskStageId: string | null;
  readonly summary: string | null;
  readonly opensOn: string | null;
}

interface Years {
  readonly years: readonly { readonly fiscalYear: number; readonly stages: readonly Stage[] }[];
}

interface States {
  readonly states: readonly {
    readonly itemKey: string;
    readonly fiscalYear: number;
    readonly stage: string;
    readonly badge: string;
  }[];
}

/** An item with all its years, as its own department and another one read it. */
describe('the years of an item', () => {
  const KEY = '1-(1)-ア';
  let product: Api;
  let city: City;
  let own: Session;
  let supporting: Session;
  let other: Session;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-05-11');
    const [lead] = await product.database.query<{ name: string }>(
      `select d.name from plan.assignment a join plan.program_item i on i.id = a.item_id and i.key = $1
         join directory.department d on d.id = a.department_id where a.role = 'lead' order by a.from_fiscal_year desc limit 1`,
      [KEY],
    );
    if (!lead) throw new Error(`nobody leads ${KEY}`);
    own = await city.staffOf(lead.name);
    // Works on the same item; the other one has nothing to do with it.
    supporting = await city.staffOf('広報課');
    other = await city.staffOf('契約課');
  });

  afterAll(() => product.stop());

  async function stagesOf(session: Session, year: number): Promise<readonly Stage[]> {
    const { years } = await session.get<Years>(`/api/items/${encodeURIComponent(KEY)}/years`);
    return (
      years.find(({ fiscalYear }) => fiscalYear === year)?.stages.filter(({ role }) => role === 'lead') ?? []
    );
  }

  it('tells the whole house what was confirmed, and opens the sheet to those who work on it alone', async () => {
    const confirmed = (stages: readonly Stage[]) => stages.filter(({ state }) => state === 'approved');
    const [mine, theirs] = [confirmed(await stagesOf(own, 2020)), confirmed(await stagesOf(other, 2020))];
    expect(mine.length).toBeGreaterThan(0);
    expect(confirmed(await stagesOf(supporting, 2020))).toEqual(mine);
    expect(theirs).toEqual(mine.map((stage) => ({ ...stage, taskStageId: null })));
    expect(mine.every(({ summary, taskStageId }) => summary !== null && taskStageId !== null)).toBe(true);
  });

  it('says when a stage begins that has not begun, to everybody', async () => {
    const [row] = await product.database.query<{ on: string }>(
      `select cs.opens_on::text as on from cycle.cycle_stage cs join cycle.review_cycle c on c.id = cs.cycle_id
        where c.fiscal_year = 2021 and cs.stage = 'act'`,
    );
    expect(row).toBeDefined();
    for (const session of [own, other]) {
      const stages = await stagesOf(session, 2021);
      const [check, act] = ['check', 'act'].map((name) => stages.find(({ stage }) => stage === name));
      // Nobody has begun either; Check could be.
      expect(check).toMatchObject({ state: 'none', opensOn: null });
      expect(act).toMatchObject({ state: 'none', opensOn: row?.on });
    }
  });

  it('keeps to the department what is still written', async () => {
    const id = await city.sheetId(2021, KEY, 'check');
    await product.database.query(
      `update review.task_stage set state = 'drafting', answers = '{"results": "書きかけ"}' where id = $1`,
      [id],
    );
    const summaryOf = async (session: Session) =>
      (await stagesOf(session, 2021)).find(({ stage }) => stage === 'check')?.summary;
    expect(await summaryOf(own)).toBe('書きかけ');
    expect(await summaryOf(other)).toBeNull();
  });

  it('says what came back and what is late to those who may read the sheet, to the house what is stored', async () => {
    const checkOf = async (session: Session) =>
      (await stagesOf(session, 2021)).find(({ stage }) => stage === 'check');
    const id = await city.sheetId(2021, KEY, 'check');
    await product.database.query(
      `update review.task_stage set state = 'drafting', returned_due_on = '2022-05-20' where id = $1`,
      [id],
    );
    expect(await checkOf(own)).toMatchObject({ badge: 'returned', dueOn: '2022-05-20' });
    expect(await checkOf(other)).toMatchObject({ badge: 'drafting', dueOn: null });
    await city.moveTo('2022-05-23');
    expect(await checkOf(own)).toMatchObject({ badge: 'overdue', dueOn: '2022-05-20' });
    expect(await checkOf(other)).toMatchObject({ state: 'drafting', badge: 'drafting', dueOn: null });
  });

  it('tells of each item of a section the stage that is due first', async () => {
    const [place] = await product.database.query<{ key: string; items: number }>(
      `select s.key, (select count(*)::int from plan.program_item i join plan.program p on p.id = i.program_id where p.section_id = s.id) as items
         from plan.program_item i join plan.program p on p.id = i.program_id join plan.section s on s.id = p.section_id where i.key = $1`,
      [KEY],
    );
    const statesOf = async (session: Session) =>
      (await session.get<States>(`/api/items/states?section=${encodeURIComponent(place?.key ?? '')}`)).states;
    const [mine, theirs] = [await statesOf(own), await statesOf(other)];
    expect(mine).toHaveLength(place?.items ?? 0);
    const stateOf = (states: States['states']) => states.find(({ itemKey }) => itemKey === KEY);
    expect(stateOf(mine)).toMatchObject({ fiscalYear: 2021, stage: 'check', badge: 'overdue' });
    expect(stateOf(theirs)).toMatchObject({ fiscalYear: 2021, stage: 'check', badge: 'drafting' });
  });

  it('waits for nothing that nobody can write any more: a task that ended is not late, a closed year stays so', async () => {
    const checkOf = async (session: Session) =>
      (await stagesOf(session, 2021)).find(({ stage }) => stage === 'check');
    const change = (sql: string) =>
      product.database.query(`update review.annual_task t set ended_on = ${sql}
        from review.task_stage ts where ts.task_id = t.id and ts.id = '${id}'`);
    const id = await city.sheetId(2021, KEY, 'check');
    await change(`date '2022-05-22'`);
    expect(await checkOf(own)).toMatchObject({ badge: 'drafting', dueOn: null });
    await change('null');
    await product.database.query(`update cycle.review_cycle set state = 'closed' where fiscal_year = 2021`);
    expect(await checkOf(own)).toMatchObject({ badge: 'overdue', dueOn: null });
    await product.database.query(
      `update review.task_stage set returned_due_on = '2022-06-30' where id = '${id}'`,
    );
    expect(await checkOf(own)).toMatchObject({ badge: 'drafting', dueOn: null });
  });
});
