import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City, type Sheet, type Today } from '../story/city.js';

interface StageRow {
  readonly stage: string;
  readonly state: string;
  readonly role: string;
  readonly ended: string | null;
}

/** 1 April is behind us: seats fall vacant, items change hands, divisions are merged, while sheets are on their way. */
describe('people and work move', () => {
  let product: Product;
  let city: City;
  let staff: Session;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    await until('the sheets of fiscal 2022 are there', () =>
      city.sheetId(2022, '1-(1)-ア', 'plan').catch(() => undefined),
    );
    staff = await city.staffOf('市民協働課');
  });

  afterAll(() => product.stop());

  const chainOf = async (id: string): Promise<string[]> =>
    (await staff.get<Sheet>(`/api/sheets/${id}`)).chain.map((step) => `${step.title} ${step.state}`);

  /** The holder of a post leaves on a day, as a personnel file would say. */
  async function leaves(department: string, title: string, lastDay: string | null): Promise<void> {
    await product.database.query(
      `update directory.post_holding h set to_date = $3 from directory.post po join directory.department d on d.id = po.department_id
        where po.id = h.post_id and d.name = $1 and po.title = $2 and (h.to_date is null or h.to_date >= '2022-04-01')`,
      [department, title, lastDay],
    );
  }

  const stagesOf = (fiscalYear: number, key: string, department: string): Promise<StageRow[]> =>
    product.database.query<StageRow>(
      `select ts.stage, ts.state, t.role, t.ended_on::text as ended from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id join cycle.review_cycle c on c.id = t.cycle_id
         join plan.assignment a on a.id = t.assignment_id join plan.program_item i on i.id = a.item_id
         join directory.department d on d.id = t.current_department_id
        where c.fiscal_year = $1 and i.key = $2 and d.name = $3
        order by array_position(array['plan', 'do', 'check', 'act'], ts.stage)`,
      [fiscalYear, key, department],
    );

  const assign = async (row: string): Promise<unknown> => {
    const heading = '対象区分,体系番号,所属コード,分担,開始年度,終了年度,取消';
    const { status, body } = await (
      await city.planner()
    ).upload('/api/exchange/assignments', 'assignments.csv', `${heading}\n${row}\n`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };

  it('a sheet that waits at a seat which falls vacant passes to the next seat above, and is asked there once', async () => {
    const id = await city.sheetId(2021, '1-(1)-ア', 'check');
    const answers = await city.checkAnswers(staff, id, {
      results: '38事業',
      settledCost: '7960',
      grade: 'B',
    });
    await city.write(staff, id, answers);
    const [manager, department, coordinating] = await chainOf(id);
    expect([manager, department, coordinating]).toEqual([
      '市民協働課長 waiting',
      '市民生活部長 ahead',
      '市民総務課長 ahead',
    ]);
    await leaves('市民協働課', '課長', '2022-03-31');
    await until('it waits one seat above', async () => (await chainOf(id))[0] === '市民生活部長 waiting');
    const above = await city.firstApprover(id);
    const view = await above.get<{ version: number }>(`/api/approvals/${id}`);
    await above.post(`/api/approvals/${id}/approve`, { version: view.version });
    expect(await chainOf(id)).toEqual([
      '市民生活部長 approved',
      '市民生活部長 approved',
      '市民総務課長 waiting',
    ]);
    const [audit] = await product.database.query<{ n: number }>(
      `select count(*)::int as n from audit.audit_entry where action = 'approval.passed_to_next_seat' and subject_id = $1`,
      [id],
    );
    expect(audit?.n).toBe(1);
    await leaves('市民協働課', '課長', null);
  });

  it('taking back a sheet that had come back keeps the date which the return had set', async () => {
    const id = await city.sheetId(2021, '1-(1)-イ', 'check');
    await city.write(
      staff,
      id,
      await city.checkAnswers(staff, id, { results: '12団体', settledCost: '4870', grade: 'B' }),
    );
    const manager = await city.firstApprover(id);
    const { version } = await manager.get<{ version: number }>(`/api/approvals/${id}`);
    await manager.post(`/api/approvals/${id}/return`, { version, reason: '内訳を。', dueOn: '2022-04-21' });
    await city.write(staff, id, { results: '12団体（うち新規3）' });
    const sheet = await staff.get<Sheet>(`/api/sheets/${id}`);
    await staff.post(`/api/sheets/${id}/withdraw`, { version: sheet.version });
    const back = await staff.get<Sheet>(`/api/sheets/${id}`);
    expect(back).toMatchObject({ state: 'drafting', dueOn: '2022-04-21' });
    const today = await staff.get<Today>('/api/today');
    expect(today.groups.find((g) => g.kind === 'returned')?.rows.map((r) => r.taskStageId)).toContain(id);
  });

  it('an assignment that was a mistake takes its untouched sheets with it', async () => {
    expect(await stagesOf(2022, '1-(1)-ア', '契約課')).toEqual([]);
    await assign('事業項目,1-(1)-ア,040102,主担当,2019,,');
    const [support] = await product.database.query<{ code: string; name: string }>(
      `select d.code, d.name from plan.assignment a join plan.program_item i on i.id = a.item_id
         join directory.department d on d.id = a.department_id where i.key = '1-(1)-ア' and a.role = 'support' and d.kind <> 'partner' limit 1`,
    );
    const [code, name] = [support?.code ?? '', support?.name ?? ''];
    expect(await stagesOf(2022, '1-(1)-ア', name)).toHaveLength(3);
    expect(await assign(`事業項目,1-(1)-ア,${code},関係,2019,,○`)).toMatchObject({ changed: 1 });
    await until(
      'its sheets of 2022 are gone',
      async () => (await stagesOf(2022, '1-(1)-ア', name)).length === 0,
    );
    // What was written in the year before stays.
    expect((await stagesOf(2021, '1-(1)-ア', name)).map(({ stage, state }) => `${stage} ${state}`)).toEqual([
      'plan approved',
      'do approved',
    ]);
    await assign(`事業項目,1-(1)-ア,${code},関係,2019,,`);
    await until('they are back', async () => (await stagesOf(2022, '1-(1)-ア', name)).length === 3);
    expect((await stagesOf(2021, '1-(1)-ア', name)).map(({ stage }) => stage)).toEqual([
      'plan',
      'do',
      'check',
    ]);
  });

  it('an item that changes hands ends the begun sheet with its text kept, and gives the new lead all four', async () => {
    const id = await city.sheetId(2022, '1-(1)-ウ', 'plan');
    const [own] = await product.database.query<{ code: string; name: string }>(
      `select d.code, d.name from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join directory.department d on d.id = t.current_department_id where ts.id = $1`,
      [id],
    );
    const author = await city.staffOf(own?.name ?? '');
    const sheet = await author.get<Sheet>(`/api/sheets/${id}`);
    await author.put(`/api/sheets/${id}/answers`, {
      version: sheet.version,
      answers: { goal: '書きかけの目標' },
    });
    await assign(`事業項目,1-(1)-ウ,${own?.code ?? ''},主担当,2019,2021,`);
    await assign('事業項目,1-(1)-ウ,010101,主担当,2022,,');
    await until(
      'the new lead has its sheets',
      async () => (await stagesOf(2022, '1-(1)-ウ', '企画課')).length === 4,
    );
    const kept = await stagesOf(2022, '1-(1)-ウ', own?.name ?? '');
    expect(kept).toEqual([{ stage: 'plan', state: 'not_applicable', role: 'lead', ended: '2022-04-01' }]);
    const ended = await author.get<Sheet>(`/api/sheets/${id}`);
    expect(ended).toMatchObject({ editable: false, answers: { goal: '書きかけの目標' } });
    const refused = await author.send('PUT', `/api/sheets/${id}/answers`, {
      version: ended.version,
      answers: { goal: 'もう一度' },
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'review.assignment_ended' } });
    const history = await author.get<{ versions: { cause: string; changes: { after: unknown }[] }[] }>(
      `/api/sheets/${id}/history`,
    );
    expect(history.versions[0]).toMatchObject({ cause: 'assignment_ended' });
    // The year before still belongs to who did its work.
    expect((await stagesOf(2021, '1-(1)-ウ', own?.name ?? '')).every(({ ended: on }) => on === null)).toBe(
      true,
    );
  });

  it('a lead that becomes a supporter keeps its sheets but Act', async () => {
    await assign('事業項目,1-(1)-ウ,010101,関係,2022,,');
    await until('Act is gone', async () => {
      const stages = await stagesOf(2022, '1-(1)-ウ', '企画課');
      return stages.length === 3 && stages.every(({ role }) => role === 'support');
    });
    await assign('事業項目,1-(1)-ウ,010101,主担当,2022,,');
    await until('Act is back', async () => (await stagesOf(2022, '1-(1)-ウ', '企画課')).length === 4);
  });

  it('a division that is dissolved hands its open sheets to its successor', async () => {
    const before = (await stagesOf(2022, '1-(1)-ウ', '企画課')).length;
    const heading = '所属コード,所属名,種別,上位所属コード,適用開始日,適用終了日,後継所属コード';
    const planner = await city.planner();
    const [row] = await product.database.query<{ name: string; parent: string; from: string }>(
      `select d.name, p.code as parent, d.valid_from::text as "from" from directory.department d
         join directory.department p on p.id = d.parent_id where d.code = '010101'`,
    );
    const line = (to: string, successor: string): string =>
      `010101,${row?.name ?? ''},課,${row?.parent ?? ''},${row?.from ?? ''},${to},${successor}`;
    const endless = await planner.upload(
      '/api/exchange/departments',
      'd.csv',
      `${heading}\n${line('2022-03-31', '010101')}\n`,
    );
    expect(endless).toMatchObject({ status: 422, body: { places: [{ row: 2, column: '後継所属コード' }] } });
    const without = await planner.upload(
      '/api/exchange/departments',
      'd.csv',
      `${heading}\n${line('', '040102')}\n`,
    );
    expect(without).toMatchObject({ status: 422, body: { places: [{ row: 2, column: '適用終了日' }] } });
    const done = await planner.upload(
      '/api/exchange/departments',
      'd.csv',
      `${heading}\n${line('2022-03-31', '040102')}\n`,
    );
    expect(done.status).toBe(200);
    await until('its sheets are there', async () => {
      const moved = await stagesOf(2022, '1-(1)-ウ', '市民協働課');
      return moved.filter(({ ended }) => ended === null).length === before;
    });
    const [task] = await product.database.query<{ then: string; now: string }>(
      `select o.name as then, n.name as now from review.annual_task t
         join directory.department o on o.id = t.department_id join directory.department n on n.id = t.current_department_id
         join plan.assignment a on a.id = t.assignment_id join plan.program_item i on i.id = a.item_id
         join cycle.review_cycle c on c.id = t.cycle_id
        where c.fiscal_year = 2022 and i.key = '1-(1)-ウ' and t.role = 'lead' and t.ended_on is null`,
    );
    expect(task).toEqual({ then: '企画課', now: '市民協働課' });
  });

  it('guessing a password is stopped for the person, whichever of their names is tried', async () => {
    const [person] = await product.database.query<{ staffNumber: string; email: string }>(
      'select staff_number as "staffNumber", email from directory.person order by staff_number limit 1',
    );
    const names = [person?.staffNumber ?? '', person?.email ?? '', (person?.email ?? '').toUpperCase()];
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1) {
      const answer = await staff.send('POST', '/api/session', {
        name: names[at % names.length],
        password: `wrong ${at}`,
      });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses[10]).toBe(429);
  });
});
