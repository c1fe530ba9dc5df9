import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../running/product.js';
import type { Session } from '../running/session.js';
import type { City } from '../story/city.js';
import { auditsOf, besideASheet, codeOf, stagesOf } from './beside-a-sheet.js';

interface Comment {
  readonly id: string;
  readonly parts: readonly { readonly kind: string; readonly text?: string; readonly name?: string }[];
  readonly version: number;
  readonly edited: boolean;
  readonly removed: boolean;
  readonly mayEdit: boolean;
  readonly unread: boolean;
}

interface CommentList {
  readonly total: number;
  readonly mayWrite: boolean;
  readonly rows: readonly Comment[];
}

interface Counted {
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly stages: readonly { readonly stage: string; readonly count: number }[];
  readonly total: number;
}

interface Today {
  readonly groups: readonly { readonly kind: string; readonly total: number; readonly rows: unknown[] }[];
  readonly mentions: {
    readonly total: number;
    readonly rows: readonly { readonly commentId: string; readonly excerpt: string }[];
  };
  readonly counts: Counted;
}

interface DepartmentToday {
  readonly counts: Counted;
  readonly rows: readonly {
    readonly taskStageId: string;
    readonly state: string;
    readonly dueOn: string;
    readonly holder: { readonly title: string };
  }[];
}

interface People {
  readonly rows: readonly { readonly personId: string; readonly name: string; readonly reads: boolean }[];
}

describe('comments beside a sheet, and Today', () => {
  let product: Api;
  let city: City;
  let staff: Session;
  let stranger: Session;
  let auditor: Session;
  let sheet: string;

  beforeAll(async () => {
    ({ product, city, staff, stranger, auditor, sheet } = await besideASheet());
  });

  afterAll(() => product.stop());

  const comments = (who = staff, page = 1) =>
    who.get<CommentList>(`/api/sheets/${sheet}/comments?page=${page}`);
  const write = (body: string, who = staff, key: string = randomUUID()) =>
    who.send('POST', `/api/sheets/${sheet}/comments`, { key, body });
  const offered = (words: string, who = staff) =>
    who.get<People>(`/api/sheets/${sheet}/people?words=${encodeURIComponent(words)}`);
  const named = async (name: string): Promise<string> =>
    (
      await product.database.query<{ id: string }>('select id from directory.person where name = $1', [name])
    )[0]?.id ?? '';

  it('a comment keeps its lines and its people, and is written once however often it is sent', async () => {
    const manager = await named('高橋 由紀子');
    const key = randomUUID();
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => write(`@[${manager}] 確認を\r\nお願いします\u202e`, staff, key)),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const { total, rows } = await comments();
    expect(total).toBe(1);
    expect(rows[0]?.parts).toMatchObject([
      { kind: 'mention', name: '高橋 由紀子', departmentName: '市民協働課' },
      { kind: 'text', text: ' 確認を\nお願いします' },
    ]);
    const at = `/api/sheets/${sheet}/comments/${rows[0]?.id}`;
    const body = `@[${manager}] 確認をお願いします。急ぎません。`;
    expect((await staff.send('PUT', at, { version: 0, body })).status).toBe(200);
    expect((await comments()).rows.map(({ parts }) => parts.at(-1)?.text)).toEqual([
      ' 確認をお願いします。急ぎません。',
    ]);
    expect(codeOf(await write(' \n\u200b'))).toBe('review.comment_empty');
    expect(codeOf(await write('長'.repeat(4001)))).toBe('review.comment_too_long');
    expect((await write('長'.repeat(4000))).status).toBe(200);
  });

  it('a key that is taken writes over nothing: neither what was mended since, nor other words, nor another sheet', async () => {
    const key = randomUUID();
    expect((await write('初めの言葉', staff, key)).status).toBe(200);
    const at = `/api/sheets/${sheet}/comments/${(await comments()).rows[0]?.id}`;
    const { other } = await stagesOf(product, sheet);
    const elsewhere = () =>
      staff.send('POST', `/api/sheets/${other}/comments`, { key, body: '別の段階の言葉' });
    const newest = async () => (await comments()).rows[0]?.parts.at(-1)?.text;
    const refused = await write('続けて打った言葉', staff, key);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'review.comment_written_before',
        extra: { comment: { version: 0, parts: [{ text: '初めの言葉' }] } },
      },
    });
    expect(await elsewhere()).toMatchObject({
      status: 409,
      body: { code: 'review.comment_key_elsewhere' },
    });
    expect(await newest()).toBe('初めの言葉');
    expect((await staff.send('PUT', at, { version: 0, body: '直した言葉' })).status).toBe(200);
    expect(codeOf(await write('初めの言葉', staff, key))).toBe('review.comment_written_before');
    expect((await write('直した言葉', staff, key)).status).toBe(200);
    expect(await newest()).toBe('直した言葉');
    const entries = (await auditsOf(product, sheet)).filter(({ detail }) =>
      at.endsWith(String(detail['commentId'])),
    );
    expect(entries.map(({ action }) => action)).toEqual(['comment.written', 'comment.changed']);
    await staff.ask('DELETE', at);
    expect(codeOf(await write('直した言葉', staff, key))).toBe('review.comment_written_before');
    await product.database.query('delete from review.comment where key = $1', [key]);
  });

  /** Somebody of the house whose department has no part in the item. */
  const whoReadsNothingOfIt = async (): Promise<{ id: string; name: string; number: string }> => {
    const [person] = await product.database.query<{ id: string; name: string; number: string }>(
      `select p.id, p.name, p.staff_number as number from directory.holders_on('2022-04-18') h join directory.person p on p.id = h.person_id
         join directory.department d on d.id = h.department_id
        where h.level = 'member' and d.name not in ('市民協働課', '企画課', '財政課') and d.kind = 'division'
          and not exists (select 1 from review.annual_task t join review.annual_task o on o.cycle_id = t.cycle_id
            join plan.assignment a on a.id = t.assignment_id join plan.assignment b on b.id = o.assignment_id and b.item_id = a.item_id
            join review.task_stage ts on ts.task_id = o.id and ts.id = $1 where t.current_department_id = d.id)
        order by p.staff_number limit 1`,
      [sheet],
    );
    if (!person) throw new Error('everybody reads the sheet');
    return person;
  };

  it('whom a comment may speak to is exactly who may open the sheet', async () => {
    const { samplePeople } = await staff.get<{ samplePeople: { staffNumber: string; name: string }[] }>(
      '/api/sign-in',
    );
    // Beside one person of each part those who work on the item too, and one who does not.
    const others = await product.database.query<{ staffNumber: string; name: string }>(
      `select distinct p.staff_number as "staffNumber", p.name from directory.holders_on('2022-04-18') h
         join directory.person p on p.id = h.person_id
         join review.annual_task o on o.current_department_id = h.department_id
         join plan.assignment b on b.id = o.assignment_id
         join review.task_stage ts on ts.id = $1 join review.annual_task t on t.id = ts.task_id and t.cycle_id = o.cycle_id
         join plan.assignment a on a.id = t.assignment_id and a.item_id = b.item_id
        where o.role = 'support' order by 1 limit 4`,
      [sheet],
    );
    const blindOne = await whoReadsNothingOfIt();
    const asked = [...samplePeople, ...others, { staffNumber: blindOne.number, name: blindOne.name }];
    expect(asked.length).toBeGreaterThan(15);
    for (const { staffNumber, name } of asked) {
      const own = (await staff.get<{ person: { name: string } }>('/api/session')).person.name === name;
      const found = (await offered(name.replace(' ', ''))).rows.find((row) => row.name === name);
      const { status } = await (await city.as(staffNumber)).send('GET', `/api/sheets/${sheet}`);
      const outside = staffNumber.startsWith('9');
      expect({ name, reads: found?.reads ?? false }).toEqual({
        name,
        reads: status === 200 && !own && !outside,
      });
    }
    for (const words of ['タカハシユキコ', 'たかはし ゆき', '高橋 由紀子', '市民協働', '%'])
      expect({
        words,
        found: (await offered(words)).rows.some(({ name }) => name === '高橋 由紀子'),
      }).toEqual({
        words,
        found: words !== '%',
      });
    const [first] = (await offered('')).rows;
    expect(first?.reads).toBe(true);
    const blind = await whoReadsNothingOfIt();
    const refused = await write(`@[${blind.id}] 見えますか`);
    expect(codeOf(refused)).toBe('review.mention_may_not_read');
    expect((refused.body as { title: string }).title).toContain(blind.name);
    expect(codeOf(await write(`@[${await named('高橋 由紀子')}] @[${randomUUID()}]`))).toBe(
      'review.mention_of_nobody',
    );
  });

  it('is mended and taken back by its author alone; what was taken back leaves a trace', async () => {
    expect((await write('書き損じ')).status).toBe(200);
    const [own] = (await comments()).rows;
    const at = `/api/sheets/${sheet}/comments/${own?.id}`;
    const manager = await city.staffOf('市民協働課');
    expect(manager).toBe(staff);
    const director = await city.planner();
    expect(codeOf(await director.send('PUT', at, { version: 0, body: 'x' }))).toBe(
      'review.comment_of_another',
    );
    expect(codeOf(await director.send('DELETE', at))).toBe('review.comment_of_another');
    expect(codeOf(await write('監査から', auditor))).toBe('review.may_not_comment');
    expect((await write('外から', stranger)).status).toBe(403);
    expect((await staff.send('PUT', at, { version: 0, body: '書き直し' })).body).toMatchObject({
      edited: true,
      version: 1,
      parts: [{ text: '書き直し' }],
    });
    expect((await staff.send('PUT', at, { version: 0, body: '古い' })).body).toMatchObject({
      code: 'review.comment_changed',
      extra: { comment: { parts: [{ text: '書き直し' }] } },
    });
    await product.database.query(
      `update review.comment set written_at = written_at - interval '25 hours' where id = $1`,
      [own?.id],
    );
    expect(codeOf(await staff.send('PUT', at, { version: 1, body: '遅い' }))).toBe('review.comment_too_old');
    await staff.ask('DELETE', at);
    const gone = (await comments()).rows.find(({ id }) => id === own?.id);
    expect(gone).toMatchObject({ removed: true, parts: [], mayEdit: false });
    expect((await auditsOf(product, sheet)).at(-1)).toMatchObject({
      action: 'comment.removed',
      detail: { before: '書き直し' },
    });
  });

  const managerOf = async (): Promise<Session> => {
    const [row] = await product.database.query<{ number: string }>(
      `select staff_number as number from directory.person where name = '高橋 由紀子'`,
    );
    return city.as(row?.number ?? '');
  };

  it('is unread for whom it speaks to, on Today and in the menu, until they open the sheet', async () => {
    const manager = await managerOf();
    const { mentions } = await manager.get<Today>('/api/today');
    expect(mentions).toMatchObject({
      total: 1,
      rows: [{ excerpt: '@市民協働課 高橋 由紀子 確認をお願いします。急ぎません。' }],
    });
    expect(await manager.get('/api/counts')).toMatchObject({ mentions: 1 });
    expect((await comments(manager)).rows.filter(({ unread }) => unread)).toHaveLength(1);
    // What is not theirs nobody can mark.
    await staff.post('/api/mentions/read', { commentIds: [mentions.rows[0]?.commentId] });
    expect(await manager.get('/api/counts')).toMatchObject({ mentions: 1 });
    await manager.post(`/api/sheets/${sheet}/comments/read`);
    expect((await comments(manager)).rows.filter(({ unread }) => unread)).toHaveLength(0);
    expect(await manager.get('/api/counts')).toMatchObject({ mentions: 0 });
    await product.database.query('update review.mention set read_at = null');
    await manager.post('/api/mentions/read', { commentIds: [mentions.rows[0]?.commentId] });
    expect((await manager.get<Today>('/api/today?kind=mentions')).mentions).toEqual({ total: 0, rows: [] });
  });

  it('says nothing on Today of a sheet that its reader may no longer read', async () => {
    const person = await whoReadsNothingOfIt();
    const other = await city.as(person.number);
    expect((await other.send('GET', `/api/sheets/${sheet}`)).status).toBe(404);
    await product.database.query(
      `insert into review.mention (comment_id, person_id)
       select id, $1 from review.comment where removed_at is null limit 1`,
      [person.id],
    );
    expect((await other.get<Today>('/api/today')).mentions.total).toBe(0);
    expect(await other.get('/api/counts')).toMatchObject({ mentions: 0 });
    await product.database.query('delete from review.mention where person_id = $1', [person.id]);
  });

  /** Sheets in every state and in two stages, so that a choice leaves something out. */
  const variety = async (): Promise<void> => {
    await product.database.query(
      `update cycle.cycle_stage cs set drafts_from = '2022-04-01' from cycle.review_cycle c
        where c.id = cs.cycle_id and c.fiscal_year = 2021 and cs.stage = 'act'`,
    );
    await product.database.query(
      `with own as (select ts.id, row_number() over (order by ts.id) as at from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = 2021
         join directory.department d on d.id = t.current_department_id and d.name = '市民協働課'
        where ts.stage = 'check' and ts.state = 'none')
       update review.task_stage ts set state = 'drafting',
              returned_due_on = case own.at when 1 then date '2022-04-11' when 2 then date '2022-04-21' end
         from own where own.id = ts.id and own.at <= 4`,
    );
  };

  it('each count on Today is as long as the list it opens, and all of them are the whole', async () => {
    await variety();
    const { counts } = await staff.get<Today>('/api/today');
    expect(counts.kinds.map(({ kind }) => kind)).toEqual(['overdue', 'returned', 'later']);
    expect(counts.stages.map(({ stage }) => stage)).toEqual(['check', 'act']);
    for (const who of [staff, await managerOf(), await city.planner()]) {
      const whole = await who.get<Today>('/api/today');
      // What lies with others is listed, too, and is no part of the whole.
      const listed = (today: Today, waiting = false): number =>
        today.mentions.total +
        today.groups.reduce(
          (sum, { kind, total }) => sum + ((kind === 'waiting') === waiting ? total : 0),
          0,
        );
      const sum = (counts: readonly { count: number }[]): number =>
        counts.reduce((all, { count }) => all + count, 0);
      expect(whole.counts.total).toBe(listed(whole));
      const menu = await who.get<{ today: number; approvals: number; mentions: number }>('/api/counts');
      expect(menu.today + menu.approvals + menu.mentions).toBe(whole.counts.total);
      expect(sum(whole.counts.kinds.filter(({ kind }) => kind !== 'waiting'))).toBe(whole.counts.total);
      expect(sum(whole.counts.stages)).toBe(whole.counts.total);
      for (const [query, count] of [
        ...whole.counts.kinds.map(({ kind, count: n }) => [`kind=${kind}`, n] as const),
        ...whole.counts.stages.map(({ stage, count: n }) => [`stage=${stage}`, n] as const),
      ]) {
        const part = await who.get<Today>(`/api/today?${query}`);
        expect({ query, total: part.counts.total, listed: listed(part, query === 'kind=waiting') }).toEqual({
          query,
          total: count,
          listed: count,
        });
      }
    }
    expect((await staff.send('GET', '/api/today?kind=nonsense')).status).toBe(422);
  });

  it('a manager sees what lies below, in pages, the next due first, and nobody else does', async () => {
    expect(codeOf(await staff.send('GET', '/api/today/department'))).toBe('review.manages_nobody');
    const manager = await managerOf();
    const below = await manager.get<DepartmentToday>('/api/today/department');
    const [{ n } = { n: -1 }] = await product.database.query<{ n: number }>(
      `select count(*)::int as n from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
         join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = ts.stage
         join directory.department d on d.id = t.current_department_id and d.name = '市民協働課'
        where t.ended_on is null and ts.state in ('none', 'drafting', 'submitted') and cs.drafts_from <= '2022-04-18'`,
    );
    expect(below.counts.total).toBe(n);
    expect(below.counts.kinds.map(({ kind }) => kind)).toEqual(['overdue', 'returned', 'none', 'drafting']);
    for (const { kind, count } of below.counts.kinds) {
      const part = await manager.get<DepartmentToday>(`/api/today/department?state=${kind}`);
      expect({ kind, total: part.counts.total }).toEqual({ kind, total: count });
      expect(new Set(part.rows.map(({ state }) => state))).toEqual(new Set([kind]));
    }
    const mayor = await city.as('1000001');
    const page = (at: number) => mayor.get<DepartmentToday>(`/api/today/department?page=${at}`);
    const [first, second] = [await page(1), await page(2)];
    expect(first.counts.total).toBeGreaterThan(100);
    const rows = [...first.rows, ...second.rows];
    expect(new Set(rows.map(({ taskStageId }) => taskStageId)).size).toBe(100);
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(rows.map(({ dueOn }) => dueOn).toSorted());
  });

  it('comes in pages, the newest first', async () => {
    await product.database.query(
      `insert into review.comment (task_id, task_stage_id, author_id, key, body, written_on, written_at)
       select task_id, task_stage_id, author_id, gen_random_uuid(), 'n' || n, written_on, written_at + make_interval(secs => n)
         from review.comment cross join generate_series(1, 25) n where body = $1`,
      ['長'.repeat(4000)],
    );
    const [first, second] = [await comments(), await comments(staff, 2)];
    expect(first.total).toBe(28);
    expect(first.rows).toHaveLength(20);
    expect(second.rows).toHaveLength(8);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(28);
  });
});
