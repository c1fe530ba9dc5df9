import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import { csvOf, sampleFile } from './exchange-city.js';

const PLANNER = '2003104';
const AUDITOR = '1990164';
const STAFF = '2009119';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  json(): Record<string, unknown>;
}

describe('the exchange of tables over HTTP', () => {
  let product: Api;
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    product = await startApi('sample');
    for (const staffNumber of [PLANNER, AUDITOR, STAFF]) {
      const answer = await fetch(`${product.url}/api/session/sample`, {
        method: 'POST',
        headers: { 'x-mawasu': '1', 'content-type': 'application/json' },
        body: JSON.stringify({ staffNumber }),
      });
      cookies.set(staffNumber, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
    }
  }, 60_000);
  afterAll(() => product.stop());

  async function send(
    person: string,
    path: string,
    file?: { name: string; bytes: Uint8Array },
  ): Promise<Answer> {
    const form = new FormData();
    if (file) form.set('file', new Blob([Buffer.from(file.bytes)]), file.name);
    const answer = await fetch(product.url + path, {
      headers: { cookie: cookies.get(person) ?? '', ...(file ? { 'x-mawasu': '1' } : {}) },
      ...(file ? { method: 'POST', body: form } : {}),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const json = () => JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>;
    return { status: answer.status, headers: answer.headers, bytes, json };
  }

  it('lists the tables with their columns and who may write', async () => {
    const { tables } = (await send(PLANNER, '/api/exchange')).json() as { tables: Record<string, unknown>[] };
    expect(tables.map(({ name, heading, mayWrite }) => [name, heading, mayWrite])).toEqual([
      ['departments', '所属', true],
      ['people', '職員と職', true],
      ['assignments', '所管', true],
      ['indicator-settings', '検証指標の設定', true],
      ['indicator-history', '検証指標の実績値', true],
      ['sheet-history', '評価シートの履歴', true],
      ['commitment-answers', '改善策への回答', true],
      ['section-history', '施策評価の履歴', true],
    ]);
    expect(tables[0]?.['columns']).toContainEqual({ heading: '適用開始日', kind: 'date', required: true });
    const forAuditor = (await send(AUDITOR, '/api/exchange')).json() as { tables: Record<string, unknown>[] };
    expect(forAuditor.tables.every(({ mayWrite }) => mayWrite === false)).toBe(true);
  });

  it('gives a file with a name people can read', async () => {
    const csv = await send(AUDITOR, '/api/exchange/departments');
    expect(csv.status).toBe(200);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toBe(
      `attachment; filename="departments_2022-04-01.csv"; filename*=UTF-8''${encodeURIComponent('所属_2022-04-01.csv')}`,
    );
    expect(Buffer.from(csv.bytes).toString('utf8').split('\r\n')[1]).toBe(
      '000000,青葉川市,市,,,,2012-04-01,,',
    );
    const sjis = await send(PLANNER, '/api/exchange/people?format=csv&encoding=shift_jis');
    expect(new TextDecoder('shift_jis').decode(sjis.bytes)).toContain('上田 大輔');
    const excel = await send(PLANNER, '/api/exchange/sheet-history?format=xlsx');
    expect(excel.headers.get('content-type')).toContain('spreadsheetml');
    expect([...excel.bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(await tried('sheet-history', { name: 'all.xlsx', bytes: excel.bytes })).toMatchObject({
      added: 0,
      changed: 0,
      differences: { total: 0, rows: [] },
    });
  });

  const tried = async (
    name: string,
    file: { name: string; bytes: Uint8Array },
  ): Promise<Record<string, unknown>> =>
    (await send(PLANNER, `/api/exchange/${name}?dryRun=true`, file)).json();

  it('tries a file without changing anything, then takes it', async () => {
    const file = csvOf([
      {
        所属コード: '019901',
        所属名: '新しい課',
        種別: '課',
        上位所属コード: '010100',
        適用開始日: '令和4年4月1日',
      },
    ]);
    const departments = async () =>
      (await product.database.query(`select code from directory.department`)).length;
    const before = await departments();
    const trial = await tried('departments', file);
    expect(trial).toMatchObject({ added: 1, changed: 0, unchanged: 0, dryRun: true });
    expect(trial['differences']).toMatchObject({
      total: 1,
      rows: [
        {
          change: 'added',
          row: ['019901'],
          name: '新しい課',
          cells: expect.arrayContaining([{ heading: '種別', before: null, after: '課' }]) as unknown,
        },
      ],
    });
    expect(await departments()).toBe(before);
    const taken = await send(PLANNER, '/api/exchange/departments', file);
    expect([taken.status, taken.json()]).toEqual([
      200,
      { added: 1, changed: 0, unchanged: 0, dryRun: false, differences: null },
    ]);
    expect(await departments()).toBe(before + 1);
    const [entry] = await product.database.query<Record<string, unknown>>(
      `select p.staff_number, e.subject_id from audit.audit_entry e join directory.person p on p.id = e.person_id
        where e.action = 'table.imported' order by e.id desc limit 1`,
    );
    expect(entry).toEqual({ staff_number: PLANNER, subject_id: 'departments' });
  });

  it('says in words what is wrong with each row', async () => {
    const answer = await send(
      PLANNER,
      '/api/exchange/departments',
      csvOf([
        {
          所属コード: '019902',
          所属名: '課',
          種別: '室',
          上位所属コード: '999999',
          適用開始日: '2022-04-01',
        },
      ]),
    );
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'table.rows_invalid',
      places: [
        {
          row: 2,
          column: '種別',
          text: '「室」は使えません。市、局、部、課、連携団体のどれかを入力してください。',
        },
      ],
    });
  });

  it('refuses a missing file, an unknown table and whoever may not', async () => {
    const nothing = await fetch(`${product.url}/api/exchange/departments`, {
      method: 'POST',
      headers: { cookie: cookies.get(PLANNER) ?? '', 'x-mawasu': '1' },
    });
    expect([nothing.status, ((await nothing.json()) as { code: string }).code]).toEqual([
      422,
      'files.no_file',
    ]);
    expect((await send(PLANNER, '/api/exchange/nothing')).status).toBe(404);
    expect((await send(AUDITOR, '/api/exchange/departments', sampleFile('departments'))).status).toBe(403);
    expect((await send(STAFF, '/api/exchange')).status).toBe(403);
    expect((await send(STAFF, '/api/exchange/people')).status).toBe(403);
  });

  it('takes one import after the other: of files that contradict each other the first wins', async () => {
    const before = { 対象区分: '事業項目', 体系番号: '1-(1)-ア', 分担: '主担当' };
    const ended = { ...before, 所属コード: '040102', 開始年度: '2019', 終了年度: '2029' };
    // Each alone is right; together the item would have several leads from 2035 on.
    const files = ['010103', '010104', '020101', '020301', '030101'].map((department, at) =>
      csvOf([ended, { ...before, 所属コード: department, 開始年度: String(2031 + at), 終了年度: '' }]),
    );
    // Open connections, so that nobody waits for one and all look at the same moment.
    await Promise.all(files.map(() => send(PLANNER, '/api/exchange/sheet-history')));
    const answers = await Promise.all(files.map((file) => send(PLANNER, '/api/exchange/assignments', file)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422, 422]);
    const leads = await product.database.query(
      `select a.from_fiscal_year from plan.assignment a join plan.program_item i on i.id = a.item_id
        where i.key = '1-(1)-ア' and a.role = 'lead' and a.from_fiscal_year > 2029`,
    );
    expect(leads).toHaveLength(1);
  });
});
