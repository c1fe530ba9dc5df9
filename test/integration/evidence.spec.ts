import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tableSpec, writeExcel } from '#files';
import type { Api } from '../running/product.js';
import type { Answer, Session } from '../running/session.js';
import type { City } from '../story/city.js';
import { auditsOf, besideASheet, codeOf, stagesOf } from './beside-a-sheet.js';

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

describe('evidence beside a sheet', () => {
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
    const entries = await auditsOf(product, sheet);
    expect(entries.filter(({ action }) => action === 'evidence.added').length).toBeGreaterThan(5);
    expect(entries.at(-1)).toMatchObject({ action: 'evidence.removed', detail: { title: '図.png' } });
  });

  it('is read by whoever reads the sheet and changed by whoever writes it, while it is being written', async () => {
    const piece = await pieceNamed('年次報告 第2版');
    expect((await stranger.send('GET', `/api/sheets/${sheet}/evidence`)).status).toBe(404);
    expect((await add('x.pdf', pdf(64, 20), {}, stranger)).status).toBe(404);
    expect(codeOf(await add('x.pdf', pdf(64, 20), {}, auditor))).toBe('review.not_your_department');
    expect(await evidence(auditor)).toMatchObject({ mayAdd: false });
    const { state, other } = await stagesOf(product, sheet);
    const seen = await staff.get<EvidenceList>(`/api/sheets/${other}/evidence`);
    expect(seen.pieces.find(({ id }) => id === piece.id)).toMatchObject({ mayChange: false });
    await product.database.query(`update review.task_stage set state = 'submitted' where id = $1`, [sheet]);
    expect(codeOf(await add('遅い.pdf', pdf(64, 21)))).toBe('review.not_in_this_state');
    expect(codeOf(await staff.send('DELETE', `/api/sheets/${sheet}/evidence/${piece.id}`))).toBe(
      'review.not_in_this_state',
    );
    await product.database.query('update review.task_stage set state = $2 where id = $1', [sheet, state]);
  });
});
