import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface List {
  readonly own: readonly { readonly id: string; readonly fromDate: string }[];
}

/** 代決: who decides in the place of the absent. */
describe('who may decide in the place of the absent', () => {
  let product: Api;
  let city: City;
  let staff: Session;
  let staffId: string;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-05-11');
    staff = await city.staffOf('市民協働課');
    staffId = (await staff.get<{ person: { id: string } }>('/api/session')).person.id;
  });

  afterAll(() => product.stop());

  const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  const personOf = async (staffNumber: string) =>
    (
      await product.database.query<{ id: string }>(
        'select id from directory.person where staff_number = $1',
        [staffNumber],
      )
    )[0]?.id ?? '';

  interface Step {
    readonly personName: string | null;
    readonly insteadOf: string | null;
    readonly reviewedOn: string | null;
  }
  interface Document {
    readonly version: number;
    readonly standsInFor: { readonly personName: string; readonly until: string } | null;
    readonly chain: readonly Step[];
  }
  interface Listed {
    readonly total: number;
    readonly rows: readonly {
      readonly taskStageId: string;
      readonly insteadOf?: string | null;
      readonly approvalId?: string;
      readonly decidedBy?: string;
    }[];
  }
  interface Today {
    readonly groups: readonly {
      readonly kind: string;
      readonly total: number;
      readonly rows: readonly { readonly taskStageId: string }[];
    }[];
    readonly counts: { readonly kinds: readonly { readonly kind: string; readonly count: number }[] };
  }
  let delegate: Session;
  let decided: string;
  const personOfSession = async (who: Session) =>
    (await who.get<{ person: { id: string; name: string } }>('/api/session')).person;
  const mayBeMentioned = async (id: string, name: string): Promise<boolean> => {
    const words = encodeURIComponent(name.replace(' ', ''));
    const { rows } = await staff.get<{ rows: readonly { name: string; reads: boolean }[] }>(
      `/api/sheets/${id}/people?words=${words}`,
    );
    return rows.some((row) => row.name === name && row.reads);
  };
  const reviewed = (who: Session, approvalId: string | undefined) =>
    who.post<{ reviewed: number }>('/api/stand-in-decisions/reviewed', { approvalIds: [approvalId] });

  it('approves at their post, with both names, and gets nothing else of it', async () => {
    const today = await city.today();
    const id = await city.sheetId(2021, '1-(1)-ア', 'check');
    decided = id;
    const given = { results: '説明会を12回開いた。', settledCost: '1200', grade: 'B' };
    await city.write(staff, id, await city.checkAnswers(staff, id, given));
    const chief = await city.firstApprover(id);
    const away = await personOfSession(chief);
    const [stranger] = await product.database.query<{ name: string }>(
      `select d.name from directory.department d join directory.post po on po.department_id = d.id
          where d.kind = 'division' and po.level = 'member' and po.role is null
            and not exists (select 1 from plan.assignment a where a.department_id = d.id and a.item_id = (
              select i.id from plan.program_item i where i.key = '1-(1)-ア')) order by d.code limit 1`,
    );
    delegate = await city.staffOf(stranger?.name ?? '');
    const standIn = await personOfSession(delegate);
    await chief.post('/api/me/absences', { fromDate: today, toDate: today, delegateId: standIn.id });
    expect((await delegate.send('GET', `/api/approvals/${id}`)).status).toBe(404);
    expect(await mayBeMentioned(id, standIn.name)).toBe(false);
    const { own } = await chief.get<List>('/api/me/absences');
    await chief.ask('DELETE', `/api/me/absences/${own.find((a) => a.fromDate === today)?.id}`);

    await chief.post('/api/me/absences', {
      fromDate: today,
      toDate: today,
      delegateId: standIn.id,
      decides: true,
    });
    const queue = await delegate.get<Listed>('/api/approvals');
    expect(queue.rows.find((row) => row.taskStageId === id)?.insteadOf).toBe(away.name);
    const counts = await delegate.get<{ approvals: number }>('/api/counts');
    expect(counts.approvals).toBe(queue.total);
    const document = await delegate.get<Document>(`/api/approvals/${id}`);
    expect(document.standsInFor).toMatchObject({ personName: away.name, until: today });
    expect(await mayBeMentioned(id, standIn.name)).toBe(true);
    const body = `@[${standIn.id}] 代わりに確認をお願いします。`;
    await staff.post(`/api/sheets/${id}/comments`, { key: randomUUID(), body });
    expect(await delegate.get('/api/counts')).toMatchObject({ mentions: 1 });
    const answers = { version: document.version, answers: { results: '代わりに直した。' } };
    expect((await delegate.send('PUT', `/api/sheets/${id}/answers`, answers)).status).toBeGreaterThanOrEqual(
      400,
    );
    const [elsewhere] = await product.database.query<{ id: string }>(
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
           join directory.department d on d.id = t.current_department_id and d.name = '市民協働課'
          where t.role = 'lead' and t.subject_kind = 'item'
            and not exists (select 1 from review.approval ap where ap.task_stage_id = ts.id) limit 1`,
    );
    expect((await delegate.send('GET', `/api/sheets/${elsewhere?.id}`)).status).toBe(404);

    const many = await delegate.post<{ approved: string[]; refused: { code: string }[] }>(
      '/api/approvals/approve',
      {
        sheets: [{ taskStageId: id, version: document.version }],
      },
    );
    expect(many).toMatchObject({ approved: [], refused: [{ code: 'review.absent_one_by_one' }] });
    await delegate.post(`/api/approvals/${id}/approve`, { version: document.version });
    const step = (await chief.get<Document>(`/api/sheets/${id}`)).chain.find((one) => one.insteadOf);
    expect(step).toMatchObject({ personName: standIn.name, insteadOf: away.name, reviewedOn: null });
    const [entry] = await product.database.query<{ person: string; insteadOf: string }>(
      `select person_id as person, detail->>'insteadOf' as "insteadOf" from audit.audit_entry
          where action = 'task_stage.approved' and subject_id = $1 order by id desc limit 1`,
      [id],
    );
    expect(entry).toEqual({ person: standIn.id, insteadOf: away.id });

    const { total, rows } = await chief.get<Listed>('/api/stand-in-decisions');
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ taskStageId: id, decidedBy: standIn.name });
    const toRead = async () => (await chief.get<{ standIn: number }>('/api/counts')).standIn;
    expect(await toRead()).toBe(1);
    expect((await reviewed(delegate, rows[0]?.approvalId)).reviewed).toBe(0);
    expect((await reviewed(chief, rows[0]?.approvalId)).reviewed).toBe(1);
    expect((await reviewed(chief, rows[0]?.approvalId)).reviewed).toBe(0);
    expect((await chief.get<Listed>('/api/stand-in-decisions')).total).toBe(0);
    expect(await toRead()).toBe(0);
    const seen = (await chief.get<Document>(`/api/sheets/${id}`)).chain.find((step) => step.insteadOf);
    expect(seen?.reviewedOn).toBe(today);
  });

  it('is back to themselves on the day after', async () => {
    const before = (await delegate.get<Listed>('/api/approvals')).rows.filter((row) => row.insteadOf);
    await city.moveTo('2022-05-16');
    const after = await delegate.get<Listed>('/api/approvals');
    expect(after.rows.filter((row) => row.insteadOf)).toEqual([]);
    for (const row of before) {
      expect((await delegate.send('GET', `/api/approvals/${row.taskStageId}`)).status).toBe(404);
    }
    expect(await mayBeMentioned(decided, (await personOfSession(delegate)).name)).toBe(false);
  });

  it('counts what they handed in themselves among what waits for others', async () => {
    const today = await city.today();
    const [open] = await product.database.query<{ id: string }>(
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
           join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = 2021
           join directory.department d on d.id = t.current_department_id and d.name = '市民協働課'
          where ts.stage = 'check' and t.role = 'lead' and t.subject_kind = 'item' and ts.state in ('none', 'drafting')
          order by ts.id limit 1`,
    );
    const id = open?.id ?? '';
    const given = { results: '相談会を6回開いた。', settledCost: '300', grade: 'B' };
    await city.write(staff, id, await city.checkAnswers(staff, id, given));
    const chief = await city.firstApprover(id);
    await chief.post('/api/me/absences', {
      fromDate: today,
      toDate: today,
      delegateId: staffId,
      decides: true,
    });
    const { total, rows } = await staff.get<Listed>('/api/approvals');
    expect(rows.some((row) => row.taskStageId === id)).toBe(false);
    const whole = await staff.get<Today>('/api/today');
    const group = (kind: string) => whole.groups.find((one) => one.kind === kind);
    expect({
      menu: (await staff.get<{ approvals: number }>('/api/counts')).approvals,
      list: group('approvals')?.total ?? 0,
      chip: whole.counts.kinds.find(({ kind }) => kind === 'approvals')?.count ?? 0,
      watched: group('waiting')?.rows.some((row) => row.taskStageId === id),
    }).toEqual({ menu: total, list: total, chip: total, watched: true });
  });

  it('is nobody who has become an auditor meanwhile, whatever they were before', async () => {
    const colleague = (await personOfSession(delegate)).id;
    const become = (role: string | null) =>
      product.database.query(
        `update directory.post set role = $2 where id in (select post_id from directory.post_holding where person_id = $1)`,
        [colleague, role],
      );
    const add = () =>
      staff.send('POST', '/api/me/absences', {
        fromDate: '2022-06-06',
        toDate: '2022-06-07',
        delegateId: colleague,
        decides: true,
      });
    // Was something else until yesterday: what counts are the days of the absence.
    await product.database.query(
      `insert into directory.post_holding (person_id, post_id, kind, from_date, to_date)
         select $1, po.id, 'concurrent', '2021-04-01', '2022-03-31' from directory.post po
          where po.role is null and po.id not in (select post_id from directory.post_holding where person_id = $1) limit 1`,
      [colleague],
    );
    await product.database.query(
      `update directory.post set role = 'auditor' where id in (
           select post_id from directory.post_holding where person_id = $1 and (to_date is null or to_date > '2022-05-01'))`,
      [colleague],
    );
    expect(codeOf(await add())).toBe('absence.delegate_looks_on');
    await become(null);
    expect((await add()).status).toBe(200);
    const decides = () =>
      product.database.query(`select 1 from directory.stand_ins_on('2022-06-06') where person_id = $1`, [
        colleague,
      ]);
    expect(await decides()).not.toEqual([]);
    await become('auditor');
    expect(await decides()).toEqual([]);
    await become(null);
  });

  it('is no auditor, who changes nothing', async () => {
    const answer = await staff.send('POST', '/api/me/absences', {
      fromDate: '2022-06-13',
      toDate: '2022-06-14',
      delegateId: await personOf('1986139'),
      decides: true,
    });
    expect(codeOf(answer)).toBe('absence.delegate_looks_on');
  });
});
