import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import type { Session } from '../running/session.js';
import pg from 'pg';
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
        where po.id = h.post_id and d.name = $1 and po.title = $2 and (h.to_date is null or h.to_date >= '2022-03-01')`,
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

  /**
   * Waits until the worker has compared everything once more: a supporter that is added now has its sheets, twice, because
   * the sheets come before the rest of a beat.
   */
  async function aBeat(): Promise<void> {
    for (let beats = 0; beats < 2; beats += 1) {
      const [free] = await product.database.query<{ code: string; name: string }>(
        `select d.code, d.name from directory.department d
          where d.kind = 'division' and d.valid_to is null and not exists (
            select 1 from plan.assignment a join plan.program_item i on i.id = a.item_id
             where i.key = '2-(1)-ア' and a.department_id = d.id) order by d.code desc limit 1`,
      );
      await assign(`事業項目,2-(1)-ア,${free?.code ?? ''},関係,2022,,`);
      await until(
        'the new supporter has its sheets',
        async () => (await stagesOf(2022, '2-(1)-ア', free?.name ?? '')).length === 3,
      );
    }
  }

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
    await aBeat();
    // A seat is given some days to be filled.
    expect((await chainOf(id))[0]).toBe('市民協働課長 waiting');
    await leaves('市民協働課', '課長', '2022-03-25');
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

  it('what was taken back by mistake and is given back goes on where it stood', async () => {
    const id = await city.sheetId(2022, '1-(1)-イ', 'plan');
    const sheet = await staff.get<Sheet>(`/api/sheets/${id}`);
    await staff.put(`/api/sheets/${id}/answers`, {
      version: sheet.version,
      answers: { goal: '半月かけた目標' },
    });
    await assign('事業項目,1-(1)-イ,040102,主担当,2019,,○');
    await until(
      'it is 対象外',
      async () => (await staff.get<Sheet>(`/api/sheets/${id}`)).state === 'not_applicable',
    );
    await assign('事業項目,1-(1)-イ,040102,主担当,2019,,');
    const back = await until('it is back', async () => {
      const now = await staff.get<Sheet>(`/api/sheets/${id}`);
      return now.state === 'drafting' && now;
    });
    expect(back).toMatchObject({ editable: true, answers: { goal: '半月かけた目標' } });
    expect(await stagesOf(2022, '1-(1)-イ', '市民協働課')).toHaveLength(4);
  });

  it('somebody who saves while the sheet is being taken away loses nothing', async () => {
    const id = await city.sheetId(2022, '2-(1)-ア', 'plan');
    const [own] = await product.database.query<{ code: string; name: string }>(
      `select d.code, d.name from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join directory.department d on d.id = t.current_department_id where ts.id = $1`,
      [id],
    );
    const saving = new pg.Client({ connectionString: product.database.url });
    await saving.connect();
    await saving.query('begin');
    await saving.query(
      `update review.task_stage set state = 'drafting', version = 1, answers = '{"goal": "ちょうど今の目標"}' where id = $1`,
      [id],
    );
    await assign(`事業項目,2-(1)-ア,${own?.code ?? ''},主担当,2019,,○`);
    await until('the beat waits for the one who saves', async () => {
      const [waiting] = await product.database.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%review.task_stage%'`,
      );
      return (waiting?.n ?? 0) > 0;
    });
    await saving.query('commit');
    await saving.end();
    await until('it has ended', async () =>
      (await stagesOf(2022, '2-(1)-ア', own?.name ?? '')).some(({ ended }) => ended !== null),
    );
    const [kept] = await product.database.query<{ state: string; goal: string }>(
      `select state, answers->>'goal' as goal from review.task_stage where id = $1`,
      [id],
    );
    expect(kept).toEqual({ state: 'not_applicable', goal: 'ちょうど今の目標' });
    await assign(`事業項目,2-(1)-ア,${own?.code ?? ''},主担当,2019,,`);
    await until(
      'it is given back',
      async () => (await stagesOf(2022, '2-(1)-ア', own?.name ?? '')).length === 4,
    );
  });

  it('a sheet that is returned after its task has ended goes to nobody, and what was confirmed counts once', async () => {
    const id = await city.sheetId(2021, '2-(2)-ア', 'check');
    const [own] = await product.database.query<{ code: string; name: string }>(
      `select d.code, d.name from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join directory.department d on d.id = t.current_department_id where ts.id = $1`,
      [id],
    );
    const author = await city.staffOf(own?.name ?? '');
    await city.write(
      author,
      id,
      await city.checkAnswers(author, id, { results: '出した。', settledCost: '100', grade: 'B' }),
    );
    const before = await (
      await city.planner()
    ).get<{ costs: { budget: string } }>('/api/reports/2021/sections/2');
    await assign(`事業項目,2-(2)-ア,${own?.code ?? ''},主担当,2019,2020,`);
    await assign('事業項目,2-(2)-ア,010101,主担当,2021,,');
    await until(
      'the new lead has its sheets',
      async () => (await stagesOf(2021, '2-(2)-ア', '企画課')).length === 4,
    );
    // The former lead's Plan stands until the new lead's is confirmed.
    const after = await (
      await city.planner()
    ).get<{ costs: { budget: string } }>('/api/reports/2021/sections/2');
    expect(after.costs.budget).toBe(before.costs.budget);
    const manager = await city.firstApprover(id);
    const { version } = await manager.get<{ version: number }>(`/api/approvals/${id}`);
    await manager.post(`/api/approvals/${id}/return`, { version, reason: '所管が変わりました。' });
    const sheet = await author.get<Sheet & { mayWithdraw: boolean }>(`/api/sheets/${id}`);
    expect(sheet).toMatchObject({ state: 'not_applicable', editable: false, mayWithdraw: false });
    const today = await author.get<Today>('/api/today');
    expect(today.groups.flatMap((g) => g.rows).map((r) => r.taskStageId)).not.toContain(id);
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
    const undone = await planner.upload(
      '/api/exchange/departments',
      'd.csv',
      `${heading}\n${line('', '')}\n`,
    );
    expect(undone.status).toBe(200);
    await until('they are back', async () => {
      const back = await stagesOf(2022, '1-(1)-ウ', '企画課');
      return back.filter(({ ended }) => ended === null).length === before;
    });
  });

  it('two workers that beat at once find each change once', async () => {
    const changes = async (): Promise<number> => {
      const [row] = await product.database.query<{ n: number }>(
        `select count(*)::int as n from audit.audit_entry e join review.annual_task t on t.id::text = e.subject_id
           join plan.assignment a on a.id = t.assignment_id join plan.program_item i on i.id = a.item_id
           join directory.department d on d.id = a.department_id join cycle.review_cycle c on c.id = t.cycle_id
          where i.key = '1-(1)-ウ' and d.code = '010101' and c.fiscal_year = 2022
            and e.action in ('annual_task.ended', 'annual_task.follows_assignment')`,
      );
      return row?.n ?? 0;
    };
    const second = await product.startSecondWorker();
    const before = await changes();
    for (const mark of ['○', '', '○', '']) {
      await assign(`事業項目,1-(1)-ウ,010101,主担当,2022,,${mark}`);
      await aBeat();
    }
    await second.stop();
    expect((await changes()) - before).toBe(4);
  });
});
