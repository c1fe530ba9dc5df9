import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City } from '../story/city.js';

interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly waiting: number;
  readonly submitted: number;
  readonly commitments: number;
  readonly items: number;
}
interface Posts {
  readonly posts: readonly {
    readonly postId: string;
    readonly title: string;
    readonly subtree: boolean;
    readonly since: string | null;
    readonly counts: Counts;
  }[];
}
interface Work {
  readonly taskStageId: string;
  readonly departmentName: string;
  readonly dueOn: string;
}
interface Handover {
  readonly counts: Counts;
  readonly holders: readonly { readonly name: string; readonly fromDate: string }[];
  readonly before: readonly { readonly name: string; readonly toDate: string | null }[];
  readonly overdue: readonly Work[];
  readonly due: readonly Work[];
  readonly waiting: readonly Work[];
  readonly commitments: readonly { readonly dueOn: string; readonly itemKey: string }[];
}
interface Item {
  readonly key: string;
  readonly departmentName: string;
  readonly role: string;
  readonly fiscalYear: number | null;
  readonly check: { readonly taskStageId: string | null; readonly grade: string | null } | null;
  readonly act: { readonly issues: string | null; readonly direction: string | null } | null;
}
interface Items {
  readonly total: number;
  readonly rows: readonly Item[];
}

/** 引継ぎ: what lies on a post, for who takes it over. */
describe('the brief of a post', () => {
  let product: Product;
  let city: City;
  let staff: Session;
  let manager: Session;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    await until(
      'the sheets of fiscal 2022 are there',
      () => city.sheetId(2022, '1-(1)-ア', 'plan').catch(() => undefined),
      60_000,
    );
    staff = await city.staffOf('市民協働課');
    const [chief] = await product.database.query<{ number: string }>(
      `select p.staff_number as number from directory.holders_on('2022-04-01') h
         join directory.titled_post tp on tp.id = h.post_id and tp.title = '市民協働課長'
         join directory.person p on p.id = h.person_id where h.kind = 'main'`,
    );
    manager = await city.as(chief?.number ?? '');
  });

  afterAll(() => product.stop());

  const first = async (who: Session) => {
    const [post] = (await who.get<Posts>('/api/handover')).posts;
    if (!post) throw new Error('no post');
    return post;
  };
  const view = (who: Session, postId: string) => who.get<Handover>(`/api/handover/${postId}`);
  const allItems = async (who: Session, postId: string): Promise<Item[]> => {
    const found: Item[] = [];
    for (let page = 1; ; page += 1) {
      const { rows, total } = await who.get<Items>(`/api/handover/${postId}/items?page=${page}`);
      found.push(...rows);
      if (rows.length === 0 || found.length >= total) return found;
    }
  };

  it('counts what is open as the pages of the work itself do', async () => {
    const post = await first(staff);
    const counts = await staff.get<{ today: number; approvals: number }>('/api/counts');
    expect(post.counts.open).toBe(counts.today);
    expect(post.counts.open).toBeGreaterThan(0);
    expect(post.since).not.toBeNull();
    const { due, overdue } = await view(staff, post.postId);
    expect(due.length + overdue.length).toBe(Math.min(10, post.counts.open));
    expect(due.map((d) => d.dueOn)).toEqual(due.map((d) => d.dueOn).toSorted());
  });

  it('tells of the items, each once, with what the last year said', async () => {
    const post = await first(manager);
    expect(post.title).toBe('市民協働課長');
    const items = await allItems(manager, post.postId);
    expect(items).toHaveLength(post.counts.items);
    expect(new Set(items.map((i) => i.key)).size).toBe(items.length);
    const led = await product.database.query<{ key: string }>(
      `select distinct i.key from plan.assignments_on('2022-04-01') a join plan.program_item i on i.id = a.item_id
         join directory.department d on d.id = a.department_id where d.name = '市民協働課'`,
    );
    expect(items.map((i) => i.key).toSorted()).toEqual(led.map((l) => l.key).toSorted());
    const lead = items.filter((i) => i.role === 'lead');
    const written = await product.database.query<{ key: string; year: number }>(
      `select i.key, max(c.fiscal_year) as year from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id join plan.assignment a on a.id = t.assignment_id
         join plan.program_item i on i.id = a.item_id
        where t.role = 'lead' and ts.stage in ('check', 'act') and ts.state = 'approved' and i.key = any($1) group by i.key`,
      [lead.map((i) => i.key)],
    );
    const yearOf = new Map(written.map(({ key, year }) => [key, year]));
    expect(lead.map((i) => i.fiscalYear)).toEqual(lead.map((i) => yearOf.get(i.key) ?? null));
    const told = lead.filter((i) => i.check?.grade && i.act?.direction);
    expect(told.length).toBeGreaterThan(0);
    const [one] = told;
    expect((await manager.send('GET', `/api/sheets/${one?.check?.taskStageId}`)).status).toBe(200);
  });

  it('lists the open promises of what the departments lead, and no others', async () => {
    const post = await first(manager);
    const { commitments, counts } = await view(manager, post.postId);
    const [open] = await product.database.query<{ n: number }>(
      `select count(*)::int as n from review.commitment m join plan.assignments_on('2022-04-01') a
           on a.item_id = m.item_id and a.role = 'lead'
         join directory.department d on d.id = a.department_id and d.name = '市民協働課'
        where m.state in ('open', 'changed')`,
    );
    expect(counts.commitments).toBe(open?.n);
    expect(commitments).toHaveLength(Math.min(50, counts.commitments));
    expect(commitments.length).toBeGreaterThan(0);
  });

  it('covers the departments below for who stands above, with their names', async () => {
    const [director] = await product.database.query<{ number: string }>(
      `select p.staff_number as number from directory.holders_on('2022-04-01') h
         join directory.superiors_on('2022-04-01') s on s.post_id = h.post_id and s.level = 'bureauDirector'
         join directory.department d on d.id = s.department_id and d.name = '市民協働課'
         join directory.person p on p.id = h.person_id limit 1`,
    );
    const who = await city.as(director?.number ?? '');
    const { posts } = await who.get<Posts>('/api/handover');
    const post = posts.find((p) => p.subtree && p.counts.items > 0);
    const items = await allItems(who, post?.postId ?? '');
    expect(new Set(items.map((i) => i.departmentName)).size).toBeGreaterThan(1);
    expect(items.map((i) => i.departmentName)).toContain('市民協働課');
  });

  it('goes with the post: the new holder reads it from the first day, with who held it before; the old one no more', async () => {
    const post = await first(manager);
    await product.database.query(
      `update directory.post_holding set to_date = '2022-04-17' where post_id = $1 and to_date is null`,
      [post.postId],
    );
    await product.database.query(
      `insert into directory.post_holding (post_id, person_id, kind, from_date)
       select $1, p.id, 'concurrent', '2022-04-18' from directory.person p
        where p.id = (select h.person_id from directory.holders_on('2022-04-01') h join directory.department d on d.id = h.department_id
                       where d.name = '広報課' and h.level = 'member' limit 1)`,
      [post.postId],
    );
    const { person } = await manager.get<{ person: { name: string } }>('/api/session');
    await city.moveTo('2022-04-18');
    const [taken] = await product.database.query<{ number: string }>(
      `select p.staff_number as number from directory.holders_on('2022-04-18') h join directory.person p on p.id = h.person_id
        where h.post_id = $1`,
      [post.postId],
    );
    const holder = await city.as(taken?.number ?? '');
    const { posts } = await holder.get<Posts>('/api/handover');
    expect(posts.map((p) => p.since)).toContain('2022-04-18');
    const brief = await view(holder, post.postId);
    expect(brief.before[0]).toMatchObject({ name: person.name, toDate: '2022-04-17' });
    expect(brief.holders.map((h) => h.fromDate)).toEqual(['2022-04-18']);
    expect((await manager.send('GET', `/api/handover/${post.postId}`)).status).toBe(403);
    expect((await (await city.planner()).send('GET', `/api/handover/${post.postId}`)).status).toBe(200);
  });

  it('is refused to others, and missing for a post that never was', async () => {
    const post = await first(staff);
    const stranger = await city.staffOf('広報課');
    for (const path of ['', '/items'])
      expect((await stranger.send('GET', `/api/handover/${post.postId}${path}`)).status).toBe(403);
    const nobody = '/api/handover/00000000-0000-4000-8000-000000000000';
    expect((await stranger.send('GET', nobody)).status).toBe(403);
    expect((await (await city.planner()).send('GET', nobody)).status).toBe(404);
  });
});
