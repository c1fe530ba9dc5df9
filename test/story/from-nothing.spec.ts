import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';

const root = path.resolve(import.meta.dirname, '../..');
const PASSWORD = 'a-long-enough-password';

/** A city begins: an administrator, the plan's text, departments, people and assignments as spreadsheets, an open year. */
describe('from nothing to an open year', () => {
  let product: Product;
  let cookie: string;

  beforeAll(async () => {
    product = await startProduct('empty', { MAWASU_SAMPLE_CITY: '0' });
    const made = spawnSync(
      process.execPath,
      [
        path.join(root, 'dist/apps/cli/main.js'),
        'user',
        'create-admin',
        '--staff-number',
        '1',
        '--name',
        '管理者',
        '--email',
        'admin@city.example.jp',
      ],
      {
        env: { ...process.env, DATABASE_URL: product.database.url, MAWASU_PASSWORD: PASSWORD },
        encoding: 'utf8',
      },
    );
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const response = await fetch(`${product.url}/api/session`, {
      method: 'POST',
      headers: { 'x-mawasu': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ name: '1', password: PASSWORD }),
    });
    expect(response.status).toBe(200);
    cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  });

  afterAll(() => product.stop());

  async function send<T>(
    method: string,
    address: string,
    body?: string | FormData,
    type?: string,
  ): Promise<T> {
    const response = await fetch(product.url + address, {
      method,
      headers: { cookie, 'x-mawasu': '1', ...(type ? { 'content-type': type } : {}) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (response.status >= 300)
      throw new Error(`${method} ${address}: ${response.status} ${text.slice(0, 1500)}`);
    return JSON.parse(text) as T;
  }

  function upload<T>(address: string, file: string): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([readFileSync(path.join(root, 'sample/aobagawa', file))]), file);
    return send<T>('POST', address, form);
  }

  it('the plan’s text is read, looked over and accepted; twice changes nothing', async () => {
    const read = await upload<{ totals: { items: number } }>('/api/plan/read', 'plan.txt');
    expect(read.totals).toEqual({ sections: 8, policies: 17, indicators: 10, programs: 29, items: 70 });
    const first = await upload<{ added: number }>('/api/plan/import?accept=true', 'plan.txt');
    expect(first.added).toBeGreaterThan(130);
    const again = await upload<object>('/api/plan/import?accept=true', 'plan.txt');
    expect(again).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
  });

  it('departments, people and assignments come in from spreadsheets', async () => {
    for (const table of ['departments', 'people', 'assignments']) {
      const dry = await upload<{ added: number }>(`/api/exchange/${table}?dryRun=true`, `${table}.csv`);
      const real = await upload<{ added: number }>(`/api/exchange/${table}?dryRun=false`, `${table}.csv`);
      expect(real.added).toBe(dry.added);
      expect(await upload<object>(`/api/exchange/${table}?dryRun=false`, `${table}.csv`)).toMatchObject({
        added: 0,
        changed: 0,
      });
    }
  });

  it('the year is made and opened at once, every assignment gets its sheet, and opening again is refused', async () => {
    const json = 'application/json';
    await send('POST', '/api/cycles', JSON.stringify({ fiscalYear: 2023 }), json);
    const view = await send<{ state: string; preview: { sheets: number; itemsWithoutLead: unknown[] } }>(
      'POST',
      '/api/cycles/2023/open',
      '{}',
      json,
    );
    expect(view).toMatchObject({ state: 'open', preview: { sheets: 214, itemsWithoutLead: [] } });
    const [row] = await product.database.query<{ n: number }>(
      'select count(*)::int as n from review.annual_task',
    );
    expect(row?.n).toBe(232);
    await expect(send('POST', '/api/cycles/2023/open', '{}', json)).rejects.toThrow('cycle.already_open');
  });

  it('an item assigned later gets its sheet at the next beat', async () => {
    const form = new FormData();
    form.append(
      'file',
      new Blob([
        '対象区分,体系番号,所属コード,分担,開始年度,終了年度\n事業項目,1-(1)-ア,010101,関係,2023,\n',
      ]),
      '所管.csv',
    );
    await send('POST', '/api/exchange/assignments?dryRun=false', form);
    await until('the sheet is there', async () => {
      const [row] = await product.database.query<{ n: number }>(
        'select count(*)::int as n from review.annual_task',
      );
      return row?.n === 233;
    });
  });
});
