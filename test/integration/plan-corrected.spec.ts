import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface Preview {
  readonly questions: readonly { readonly asks: string; readonly subject: string | null }[];
  readonly sections: readonly {
    readonly indicators: readonly { readonly key: string; readonly direction: string }[];
  }[];
  readonly difference: {
    readonly otherPlan: boolean;
    readonly entries: readonly {
      readonly kind: string;
      readonly change: string;
      readonly key: string;
      readonly keyBefore: string | null;
      readonly fields: readonly { readonly field: string }[];
    }[];
  } | null;
}

const TEXT = readFileSync(path.resolve(import.meta.dirname, '../../sample/aobagawa/plan.txt'), 'utf8');

/** A corrected text is brought in while the year runs. */
describe('a corrected plan', () => {
  let product: Api;
  let city: City;
  let planner: Session;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    planner = await city.planner();
  });

  afterAll(() => product.stop());

  const preview = async (text: string): Promise<Preview> => {
    const { status, body } = await planner.upload('/api/plan/read', 'plan.txt', text);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body as Preview;
  };

  const accept = async (text: string, decisions?: object): Promise<{ status: number; body: unknown }> =>
    planner.upload(
      '/api/plan/import?accept=true',
      'plan.txt',
      text,
      decisions ? { decisions: JSON.stringify(decisions) } : {},
    );

  const itemIds = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (
        await product.database.query<{ key: string; id: string }>(
          'select key, id from plan.program_item where not withdrawn order by sort',
        )
      ).map(({ key, id }) => [key, id]),
    );

  const sheetsOf = async (id: string): Promise<number> =>
    (
      await product.database.query<{ n: number }>(
        `select count(*)::int as n from review.annual_task t join plan.assignment a on a.id = t.assignment_id where a.item_id = $1`,
        [id],
      )
    )[0]?.n ?? 0;

  /** An item before the first of 1-(1), the others moving on by one letter. */
  const inserted = (text: string): string => {
    const lines = text.split('\n');
    const first = lines.findIndex((line) => /^[\s-]*ア[\s　]/.test(line));
    const [line = ''] = lines.splice(first, 1);
    const [head = '', mark = ''] = /^([\s-]*)ア/.exec(line) ?? [];
    const rest = line.slice(head.length);
    lines.splice(first, 0, `${mark}ア　若い世代の参画を進める新しい会議を開く。`, `${mark}イ${rest}`);
    let at = first + 2;
    for (const [from, to] of [
      ['ウ', 'エ'],
      ['イ', 'ウ'],
    ] as const) {
      at = lines.findIndex(
        (one, index) => index > first + 1 && new RegExp(`^[\\s-]*${from}[\\s　]`).test(one),
      );
      lines[at] = (lines[at] ?? '').replace(from, to);
    }
    return lines.join('\n');
  };

  it('that is the same text changes nothing', async () => {
    expect((await preview(TEXT)).difference).toEqual({ otherPlan: false, entries: [] });
  });

  it('shows entry by entry what it would change, and changes nothing yet', async () => {
    const before = await itemIds();
    const { difference } = await preview(inserted(TEXT).replace('43.8', '43.9'));
    expect(difference?.otherPlan).toBe(false);
    const short = difference?.entries.map(({ kind, change, key, keyBefore }) => [
      kind,
      change,
      key,
      keyBefore,
    ]);
    expect(short).toEqual(
      expect.arrayContaining([
        ['indicator', 'changed', '1-指標1', null],
        ['item', 'added', '1-(1)-ア', null],
        ['item', 'moved', '1-(1)-イ', '1-(1)-ア'],
        ['item', 'moved', '1-(1)-ウ', '1-(1)-イ'],
        ['item', 'moved', '1-(1)-エ', '1-(1)-ウ'],
      ]),
    );
    expect(short).toHaveLength(5);
    expect(difference?.entries.find(({ kind }) => kind === 'indicator')?.fields).toMatchObject([
      { field: 'baseline' },
    ]);
    expect(await itemIds()).toEqual(before);
  });

  it('keeps assignments and sheets with their items when one is inserted before them', async () => {
    const before = await itemIds();
    const sheets = await sheetsOf(before['1-(1)-ア'] ?? '');
    expect(sheets).toBeGreaterThan(3);
    expect(await accept(inserted(TEXT))).toMatchObject({ status: 201, body: { added: 1, withdrawn: 0 } });
    const after = await itemIds();
    expect([after['1-(1)-イ'], after['1-(1)-ウ'], after['1-(1)-エ']]).toEqual([
      before['1-(1)-ア'],
      before['1-(1)-イ'],
      before['1-(1)-ウ'],
    ]);
    expect(await sheetsOf(after['1-(1)-イ'] ?? '')).toBe(sheets);
    expect(await sheetsOf(after['1-(1)-ア'] ?? '')).toBe(0);
    // Back again: what is gone makes room and stays readable under its marked number.
    expect(await accept(TEXT)).toMatchObject({ status: 201, body: { withdrawn: 1 } });
    expect(await itemIds()).toEqual(before);
    const gone = await product.database.query<{ key: string }>(
      'select key from plan.program_item where withdrawn',
    );
    expect(gone).toEqual([{ key: '1-(1)-ア〔旧〕' }]);
  });

  it('keeps what a person decided about a direction, whatever the text says later', async () => {
    const question = (await preview(TEXT)).questions.find(({ asks }) => asks === 'direction');
    const key = question?.subject ?? '';
    const direction = async (): Promise<string | undefined> =>
      (await preview(TEXT)).sections.flatMap((s) => s.indicators).find((one) => one.key === key)?.direction;
    expect(await direction()).toBe('down');
    const refused = await accept(TEXT, { directions: { '9-指標9': 'up' } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'plan.no_such_indicator' } });
    expect(await accept(TEXT, { directions: { [key]: 'sideways' } })).toMatchObject({
      status: 422,
      body: { code: 'plan.bad_decisions' },
    });
    expect(await accept(TEXT, { directions: { [key]: 'maintain' } })).toMatchObject({ status: 201 });
    expect(await direction()).toBe('maintain');
    await accept(TEXT);
    expect(await direction()).toBe('maintain');
    const plan = await planner.get<{
      sections: { indicators: { key: string; direction: string }[] }[];
    }>('/api/plan');
    expect(plan.sections.flatMap((s) => s.indicators).find((one) => one.key === key)?.direction).toBe(
      'maintain',
    );
  });

  it('that is probably another plan says so, and takes its place only when a person decides it', async () => {
    const other = TEXT.replace(
      /^([\s-]*[ア-ン][\s　]).+$/gm,
      (_, mark: string) => `${mark}まったく別のことをする${mark}。`,
    );
    const text = other.replaceAll('市民', '住民').replaceAll('職員', '社員');
    const { difference } = await preview(text);
    expect(difference?.entries.some(({ change }) => change === 'withdrawn')).toBe(true);
    expect(difference?.otherPlan).toBe(true);
    const before = await itemIds();
    expect(await accept(text)).toMatchObject({ status: 409, body: { code: 'plan.other_plan' } });
    expect(await itemIds()).toEqual(before);
    expect(await accept(text, { replacesPlan: true })).toMatchObject({ status: 201 });
    expect(await itemIds()).not.toEqual(before);
    // What the plan no longer has is still in the reports of its years, and they still add up.
    const whole = await planner.get<{
      costs: { settled: string };
      sections: { key: string; items: number }[];
    }>('/api/reports/2020');
    expect(whole.sections.reduce((sum, { items }) => sum + items, 0)).toBeGreaterThanOrEqual(70);
    const [first] = whole.sections.filter(({ items }) => items > 0);
    const section = await planner.get<{ items: { grade: string | null }[] }>(
      `/api/reports/2020/sections/${encodeURIComponent(first?.key ?? '')}`,
    );
    expect(section.items.some(({ grade }) => grade !== null)).toBe(true);
  });
});
