import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface Problem {
  readonly title: string;
  readonly code: string;
  readonly places?: readonly { readonly field?: string; readonly text: string }[];
}

/** What goes wrong has one clear sentence in the reader's language and changes nothing. */
describe('bad input', () => {
  let product: Product;
  let city: City;
  let planner: Session;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    planner = await city.planner();
    // The morning's opening is over: from here on only what the tests do could change anything.
    await until('the sheets of fiscal 2022 are there', () =>
      city.sheetId(2022, '1-(1)-ア', 'plan').catch(() => undefined),
    );
  });

  afterAll(() => product.stop());

  /** A fingerprint of everything the product knows, letters aside. */
  async function everything(): Promise<string> {
    const [row] = await product.database.query<{ sum: string }>(
      `select md5(string_agg(x, '|')) as sum from (
         select count(*)::text || md5(string_agg(s::text, '' order by s.id)) as x from plan.section s
         union all select count(*)::text || md5(string_agg(i::text, '' order by i.id)) from plan.program_item i
         union all select count(*)::text || md5(string_agg(d::text, '' order by d.id)) from directory.department d
         union all select count(*)::text || md5(string_agg(c::text, '' order by c.cycle_id, c.stage)) from cycle.cycle_stage c
         union all select offset_ms::text from calendar.business_clock) y`,
    );
    return row?.sum ?? '';
  }

  const upload = async (
    path: string,
    name: string,
    content: string,
  ): Promise<{ status: number; body: Problem }> => {
    const { status, body } = await planner.upload(path, name, content);
    return { status, body: body as Problem };
  };

  it('a plan that is not a plan', async () => {
    const before = await everything();
    const { status, body } = await upload(
      '/api/plan/import?accept=true',
      'menu.txt',
      'きょうの給食\nカレーライス\n',
    );
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'plan.not_a_plan' });
    expect(body.title).toMatch(/総合計画/);
    expect(await everything()).toBe(before);
  });

  it('a spreadsheet with wrong columns, and a row with a department that does not exist', async () => {
    const before = await everything();
    const columns = await upload(
      '/api/exchange/assignments?dryRun=false',
      '所管.csv',
      '体系番号,課\n1-(1)-ア,市民協働課\n',
    );
    expect(columns.body.code).toBe('table.wrong_columns');
    const row = await upload(
      '/api/exchange/assignments?dryRun=false',
      '所管.csv',
      '対象区分,体系番号,所属コード,分担,開始年度,終了年度\n事業項目,1-(1)-ア,999999,関係,2022,\n',
    );
    expect({ status: row.status, code: row.body.code }).toEqual({ status: 422, code: 'table.rows_invalid' });
    expect(row.body.places).toEqual([expect.objectContaining({ row: 2, column: '所属コード' })]);
    expect(row.body.places?.[0]?.text).toContain('999999');
    expect(await everything()).toBe(before);
  });

  it('a date that is no date, one that lies in the past, and one that is a slip of years', async () => {
    const before = await everything();
    const wrong = await planner.send('POST', '/api/clock', { date: '2022-02-30', hour: 9 });
    expect(wrong.status).toBe(422);
    const past = await planner.send('POST', '/api/clock', { date: '2020-01-01', hour: 9 });
    expect(past.body).toMatchObject({
      code: 'clock.backwards',
      title: expect.stringContaining('令和4年4月1日'),
    });
    const far = await planner.send('POST', '/api/clock', { date: '2024-04-01', hour: 9 });
    expect(far.body).toMatchObject({
      code: 'clock.too_far',
      title: expect.stringContaining('令和6年3月31日'),
    });
    expect(await everything()).toBe(before);
  });

  it('a cycle whose dates run backwards names each field', async () => {
    const before = await everything();
    const cycle = await planner.get<{
      version: number;
      closesOn: string;
      labourUnitCost: string;
      stages: { stage: string; draftsFrom: string; opensOn: string; dueOn: string }[];
      phases: { phase: string; opensOn: string; dueOn: string }[];
      chain: object[];
    }>('/api/cycles/2021');
    const stages = cycle.stages.map(({ stage, draftsFrom, opensOn, dueOn }) => ({
      stage,
      draftsFrom,
      opensOn,
      dueOn: stage === 'check' ? '2021-01-01' : dueOn,
    }));
    const answer = await planner.send('PUT', '/api/cycles/2021', {
      version: cycle.version,
      closesOn: cycle.closesOn,
      labourUnitCost: cycle.labourUnitCost,
      stages,
      phases: cycle.phases.map(({ phase, opensOn, dueOn }) => ({ phase, opensOn, dueOn })),
      chain: cycle.chain,
      fieldDuties: {},
    });
    expect(answer.body).toMatchObject({
      code: 'cycle.bad_settings',
      places: [{ field: 'stages.check.dueOn' }],
    });
    expect(await everything()).toBe(before);
  });

  it('an address that names nothing is not a field to mend', async () => {
    const answer = await planner.send('GET', '/api/sheets/abc');
    expect({ status: answer.status, code: (answer.body as Problem).code }).toEqual({
      status: 404,
      code: 'request.no_such_address',
    });
  });

  it('an expired session', async () => {
    const staff = await new Session(product.url).signIn('2009119');
    await product.database.query(`update directory.session set expires_at = now() - interval '1 second'`);
    const answer = await staff.send('GET', '/api/today');
    expect({ status: answer.status, code: (answer.body as Problem).code }).toEqual({
      status: 401,
      code: 'session.expired',
    });
    expect((answer.body as Problem).title).toMatch(/もう一度サインイン/);
  });

  it('guessing a password is stopped, and a wrong one is not told from a wrong name', async () => {
    const nobody = new Session(product.url);
    const wrongName = await nobody.send('POST', '/api/session', { name: 'nobody', password: 'x' });
    const wrongPassword = await nobody.send('POST', '/api/session', { name: '2009119', password: 'x' });
    expect((wrongName.body as Problem).title).toBe((wrongPassword.body as Problem).title);
    for (let tries = 0; tries < 10; tries += 1)
      await nobody.send('POST', '/api/session', { name: '2009119', password: 'x' });
    const stopped = await nobody.send('POST', '/api/session', { name: '2009119', password: 'mawasu-sample' });
    expect(stopped.status).toBe(429);
  });

  it('somebody else’s sheet is not there for me', async () => {
    const id = await city.sheetId(2021, '7-(1)-ア', 'check');
    const answer = await (await new Session(product.url).signIn('2009119')).send('GET', `/api/sheets/${id}`);
    expect(answer.status).toBe(404);
  });

  it('answers in English for those who read English', async () => {
    const response = await fetch(`${product.url}/api/today`, { headers: { 'accept-language': 'en' } });
    expect(((await response.json()) as Problem).title).toBe('Please sign in.');
  });
});
