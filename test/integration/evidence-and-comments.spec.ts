import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tableSpec, writeExcel } from '#files';
import { type Api, startApi } from '../running/product.js';
import type { Answer, Session } from '../running/session.js';
import { City } from '../story/city.js';

interface Piece {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string | null;
  readonly source: string;
  readonly datedOn: string | null;
  readonly addedBy: string;
  readonly addedByDepartment: string;
  readonly version: number;
  readonly mayChange: boolean;
}

interface EvidenceList {
  readonly mayAdd: boolean;
  readonly pieces: readonly Piece[];
}

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

const SHIFT_JIS = Uint8Array.from([0x94, 0x4e, 0x93, 0x78, 0x2c, 0x31, 0x0d, 0x0a]);
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const MEGABYTE = 1024 * 1024;

/** A PDF of a size whose content is its own. */
function pdf(size: number, seed = 0): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set(Buffer.from(`%PDF-1.7 ${seed}`));
  bytes.fill(seed % 251, 32);
  return bytes;
}

describe('evidence and comments beside a sheet', () => {
  let product: Api;
  let city: City;
  let staff: Session;
  let stranger: Session;
  let auditor: Session;
  let sheet: string;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-04-18');
    const [row] = await product.database.query<{ id: string }>(
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id join directory.department d on d.id = t.current_department_id
        where c.fiscal_year = 2021 and ts.stage = 'check' and t.role = 'lead' and t.subject_kind = 'item'
          and d.name = '市民協働課' and ts.state in ('none', 'drafting') order by ts.id limit 1`,
    );
    sheet = row?.id ?? '';
    staff = await city.staffOf('市民協働課');
    stranger = await city.as('9100002');
    const [person] = await product.database.query<{ number: string }>(
      `select p.staff_number as number from directory.holders_on('2022-04-18') h join directory.post po on po.id = h.post_id
         join directory.person p on p.id = h.person_id where po.role = 'auditor' limit 1`,
    );
    auditor = await city.as(person?.number ?? '');
  });

  afterAll(() => product.stop());

  const codeOf = ({ body }: Answer): string | undefined => (body as { code?: string }).code;
  const evidence = (who = staff) => who.get<EvidenceList>(`/api/sheets/${sheet}/evidence`);
  const add = (
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
    fields: Record<string, string> = {},
    who = staff,
  ): Promise<Answer> =>
    who.upload(`/api/sheets/${sheet}/evidence/files`, name, content, { key: randomUUID(), ...fields });
  const link = (url: string, fields: Record<string, unknown> = {}): Promise<Answer> =>
    staff.send('POST', `/api/sheets/${sheet}/evidence/links`, { key: randomUUID(), url, ...fields });
  const pieceNamed = async (title: string): Promise<Piece> => {
    const piece = (await evidence()).pieces.find((one) => one.title === title);
    if (!piece) throw new Error(`there is no ${title}`);
    return piece;
  };
  const audits = (subject = sheet) =>
    product.database.query<{ action: string; detail: Record<string, unknown> }>(
      `select action, detail from audit.audit_entry where subject_id = $1 and action ~ '^(evidence|comment)' order by id`,
      [subject],
    );

  /** The state of the sheet, and the Plan of the same task. */
  const stages = async (): Promise<{ state: string; other: string }> => {
    const [row] = await product.database.query<{ state: string; other: string }>(
      `select ts.state, (select o.id from review.task_stage o where o.task_id = ts.task_id and o.stage = 'plan') as other
         from review.task_stage ts where ts.id = $1`,
      [sheet],
    );
    return row ?? { state: '', other: '' };
  };

  it('a file is known by its content, kept under a harmless name, and comes back byte for byte as an attachment', async () => {
    const content = pdf(MEGABYTE + 7, 1);
    const fields = { source: '市民アンケート\u202e 令和3年度', datedOn: '2022-03-31' };
    expect((await add('..\\報告\u202efdp.exe', content, fields)).status).toBe(200);
    const [piece] = (await evidence()).pieces;
    expect(piece).toMatchObject({
      kind: 'pdf',
      title: '報告fdp.exe.pdf',
      source: '市民アンケート 令和3年度',
      datedOn: '2022-03-31',
      addedByDepartment: '市民協働課',
      mayChange: true,
    });
    const file = await fetch(`${product.url}/api/sheets/${sheet}/evidence/${piece?.id}/file`, {
      headers: { cookie: staff.cookieHeader },
    });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E5%A0%B1/u);
    expect(file.headers.get('content-security-policy')).toMatch(/^sandbox/u);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(sha(new Uint8Array(await file.arrayBuffer()))).toBe(sha(content));
    const [{ pieces } = { pieces: 0 }] = await product.database.query<{ pieces: number }>(
      'select count(*)::int as pieces from review.evidence_chunk where evidence_id = $1',
      [piece?.id],
    );
    expect(pieces).toBe(3);
  });

  it('takes the kinds of the office and no others, whatever they are called', async () => {
    const workbook = Uint8Array.from(
      await writeExcel(tableSpec({ name: 'x', columns: [{ key: 'year', heading: '年度' }] }), [], '集計'),
    );
    for (const [name, content] of [
      ['集計.csv', SHIFT_JIS],
      ['図', PNG],
      ['集計表.docx', workbook],
    ] as const)
      expect({ name, status: (await add(name, content)).status }).toEqual({ name, status: 200 });
    expect((await evidence()).pieces.map((p) => [p.kind, p.title]).slice(1)).toEqual([
      ['text', '集計.csv'],
      ['png', '図.png'],
      ['xlsx', '集計表.docx.xlsx'],
    ]);
    const before = (await evidence()).pieces.length;
    for (const [name, content, code] of [
      ['計画.pdf', 'MZ\u0000\u0001', 'review.evidence_wrong_kind'],
      ['計画.txt', '<!doctype html><script>alert(1)</script>', 'review.evidence_wrong_kind'],
      ['計画.xlsx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 9, 9]), 'review.evidence_wrong_kind'],
      ['空.txt', '', 'review.evidence_empty'],
      ['大.pdf', pdf(20 * MEGABYTE + 1, 3), 'review.evidence_too_large'],
    ] as const)
      expect({ name, code: codeOf(await add(name, content)) }).toEqual({ name, code });
    expect((await evidence()).pieces).toHaveLength(before);
    const largest = await add('上限.pdf', pdf(20 * MEGABYTE, 4));
    expect(largest.status).toBe(200);
    await staff.ask('DELETE', `/api/sheets/${sheet}/evidence/${(await pieceNamed('上限.pdf')).id}`);
  });

  it('is added once: a repetition adds nothing, another copy is told, also when six come at the same time', async () => {
    const key = randomUUID();
    const content = pdf(100, 7);
    const before = (await evidence()).pieces.length;
    const answers = await Promise.all(Array.from({ length: 6 }, () => add('同じ.pdf', content, { key })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    const [next] = await product.database.query<{ id: string }>(
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id
         join review.task_stage own on own.id = $1 join review.annual_task mine on mine.id = own.task_id
        where t.cycle_id = mine.cycle_id and t.current_department_id = mine.current_department_id
          and ts.stage = own.stage and ts.state in ('none', 'drafting') and ts.id <> own.id limit 1`,
      [sheet],
    );
    const elsewhere = await staff.upload(`/api/sheets/${next?.id}/evidence/files`, '同じ.pdf', content, {
      key,
    });
    expect({ status: elsewhere.status, code: codeOf(elsewhere) }).toEqual({
      status: 409,
      code: 'review.evidence_key_elsewhere',
    });
    const copies = await Promise.all(Array.from({ length: 3 }, () => add('写し.pdf', pdf(100, 8))));
    expect(copies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const copy = await add('写しの写し.pdf', content);
    expect(codeOf(copy)).toBe('review.evidence_same');
    expect((copy.body as { title: string }).title).toContain('同じ.pdf');
    expect((await evidence()).pieces).toHaveLength(before + 2);
  });

  it('of one task stays within its limit', async () => {
    await product.database.query(
      `update review.evidence set size = 100 * 1024 * 1024 - 1000 where title = '同じ.pdf'`,
    );
    expect(codeOf(await add('一杯.pdf', pdf(2 * MEGABYTE, 11)))).toBe('review.evidence_task_full');
    await product.database.query(`update review.evidence set size = 100 where title = '同じ.pdf'`);
  });

  it('a link opens a page of the web and nothing else; source and date are mended by the version one saw', async () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example', 'https://a@b.example'])
      expect({ url, code: codeOf(await link(url)) }).toEqual({ url, code: 'review.evidence_no_web_address' });
    expect((await link('https://www.city.example.jp/報告', { title: '年次報告' })).status).toBe(200);
    expect(codeOf(await link('https://www.city.example.jp/報告'))).toBe('review.evidence_same');
    const piece = await pieceNamed('年次報告');
    const change = (version: number, who = staff) =>
      who.send('PUT', `/api/sheets/${sheet}/evidence/${piece.id}`, {
        version,
        title: '年次報告 第2版',
        source: '広報課',
        datedOn: '2021-10-01',
      });
    expect((await change(0)).status).toBe(200);
    const late = await change(0);
    expect({ status: late.status, body: late.body }).toMatchObject({
      status: 409,
      body: { extra: { piece: { title: '年次報告 第2版', version: 1 } } },
    });
    expect(codeOf(await change(1, await city.staffOf('広報課')))).toMatch(
      /no_such_sheet|not_your_department/u,
    );
  });

  it('removed it is gone with its content, and the audit log keeps what it was', async () => {
    const piece = await pieceNamed('図.png');
    await staff.ask('DELETE', `/api/sheets/${sheet}/evidence/${piece.id}`);
    expect((await staff.send('GET', `/api/sheets/${sheet}/evidence/${piece.id}/file`)).status).toBe(404);
    const [{ n } = { n: 1 }] = await product.database.query<{ n: number }>(
      'select count(*)::int as n from review.evidence_chunk where evidence_id = $1',
      [piece.id],
    );
    expect(n).toBe(0);
    const entries = await audits();
    expect(entries.filter(({ action }) => action === 'evidence.added').length).toBeGreaterThan(5);
    expect(entries.at(-1)).toMatchObject({ action: 'evidence.removed', detail: { title: '図.png' } });
  });

  it('is read by whoever reads the sheet and changed by whoever writes it, while it is being written', async () => {
    const piece = await pieceNamed('年次報告 第2版');
    expect((await stranger.send('GET', `/api/sheets/${sheet}/evidence`)).status).toBe(404);
    expect((await add('x.pdf', pdf(64, 20), {}, stranger)).status).toBe(404);
    expect(codeOf(await add('x.pdf', pdf(64, 20), {}, auditor))).toBe('review.not_your_department');
    expect(await evidence(auditor)).toMatchObject({ mayAdd: false });
    const { state, other } = await stages();
    const seen = await staff.get<EvidenceList>(`/api/sheets/${other}/evidence`);
    expect(seen.pieces.find(({ id }) => id === piece.id)).toMatchObject({ mayChange: false });
    await product.database.query(`update review.task_stage set state = 'submitted' where id = $1`, [sheet]);
    expect(codeOf(await add('遅い.pdf', pdf(64, 21)))).toBe('review.not_in_this_state');
    expect(codeOf(await staff.send('DELETE', `/api/sheets/${sheet}/evidence/${piece.id}`))).toBe(
      'review.not_in_this_state',
    );
    await product.database.query('update review.task_stage set state = $2 where id = $1', [sheet, state]);
  });

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
    const { other } = await stages();
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
    const entries = (await audits()).filter(({ detail }) => at.endsWith(String(detail['commentId'])));
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
    expect((await audits()).at(-1)).toMatchObject({
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
      const listed = (today: Today): number =>
        today.mentions.total + today.groups.reduce((sum, group) => sum + group.total, 0);
      const sum = (counts: readonly { count: number }[]): number =>
        counts.reduce((all, { count }) => all + count, 0);
      expect(whole.counts.total).toBe(listed(whole));
      expect(sum(whole.counts.kinds)).toBe(whole.counts.total);
      expect(sum(whole.counts.stages)).toBe(whole.counts.total);
      for (const [query, count] of [
        ...whole.counts.kinds.map(({ kind, count: n }) => [`kind=${kind}`, n] as const),
        ...whole.counts.stages.map(({ stage, count: n }) => [`stage=${stage}`, n] as const),
      ]) {
        const part = await who.get<Today>(`/api/today?${query}`);
        expect({ query, total: part.counts.total, listed: listed(part) }).toEqual({
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
