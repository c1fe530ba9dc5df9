import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import { Session } from '../running/session.js';
import { type ScriptedSmtp, startSmtp } from '../running/smtp.js';

interface Row {
  readonly id: string;
  readonly state: string;
}

const LANES = 5;

/** Sending that is stopped, held, spoiled or in vain, and what is left of the letters then. */
describe('letters stop and go', () => {
  let product: Product;
  let smtp: ScriptedSmtp;
  let planner: Session;
  let ids: string[];

  beforeAll(async () => {
    smtp = await startSmtp();
    product = await startProduct('sample', {
      SMTP_URL: smtp.url,
      MAWASU_LETTER_LEASE_MS: '1500',
      MAWASU_SMTP_TIMEOUT_MS: '5000',
      MAWASU_LETTER_RETRY_MS: '200',
      // Late after 1.5 s; in vain after three times as long.
      MAWASU_LATE_MINUTES: '0.025',
    });
    const { samplePeople } = await new Session(product.url).get<{
      samplePeople: { staffNumber: string; part: string }[];
    }>('/api/sign-in');
    planner = await new Session(product.url).signIn(
      samplePeople.find((p) => p.part === 'planner')?.staffNumber ?? '',
    );
    await settled();
    const found = await query<Row>(
      `select id from notice.letter where state = 'sent' and kind = 'daily' order by id limit 60`,
    );
    ids = found.map(({ id }) => id);
    expect(ids.length).toBe(60);
  });

  afterAll(async () => {
    await product.stop();
    await smtp.stop();
  });

  beforeEach(() => {
    smtp.onMessage = () => 'take';
    smtp.onRecipient = () => 'take';
  });

  const query = <T extends object>(text: string, values: unknown[] = []) =>
    product.database.query<T>(text, values);
  const settled = () =>
    until(
      'all letters are settled',
      async () => {
        const [row] = await query<{ open: number; all: number }>(
          `select count(*) filter (where state in ('planned', 'sending') or (state = 'uncertain' and not_before < 'infinity'))::int as open,
                  count(*)::int as all from notice.letter`,
        );
        return (row?.all ?? 0) > 0 && row?.open === 0;
      },
      40_000,
    );
  const statesOf = async (some: readonly string[]): Promise<Record<string, number>> => {
    const found = await query<{ state: string; n: number }>(
      'select state, count(*)::int as n from notice.letter where id = any($1::uuid[]) group by state',
      [some],
    );
    return Object.fromEntries(found.map(({ state, n }) => [state, n]));
  };
  const peopleOf = async (some: readonly string[]): Promise<string[]> =>
    (
      await query<{ email: string }>(
        'select p.email from notice.letter l join directory.person p on p.id = l.recipient_id where l.id = any($1::uuid[])',
        [some],
      )
    ).map(({ email }) => email);
  const copies = (id: string, from: number) =>
    smtp.mails.slice(from).filter((mail) => mail.messageId.includes(id)).length;
  const resend = (some: readonly string[]) => planner.post('/api/letters/resend', { ids: some });
  const setting = async (mode: 'live' | 'hold'): Promise<void> => {
    const { version } = await planner.get<{ version: number }>('/api/letters/setting');
    await planner.put('/api/letters/setting', { mode, testAddresses: [], version });
  };
  const slowly = (ms: number): void => {
    smtp.onMessage = () => new Promise((resolve) => setTimeout(() => resolve('take'), ms));
  };

  it('an answer that PostgreSQL cannot keep stops nothing', async () => {
    const before = smtp.mails.length;
    const refused = new Set(await peopleOf(ids.slice(0, 40)));
    let refusals = 0;
    // Of long words the end is cut off; every second time in the middle of a character.
    smtp.onRecipient = (address) =>
      refused.has(address)
        ? { code: 550, words: `no\0${'x'.repeat(refusals++ % 2)}${'😀'.repeat(300)}` }
        : 'take';
    await resend(ids);
    await settled();
    expect(await statesOf(ids)).toMatchObject({ failed: 40, sent: 20 });
    expect(smtp.mails.length - before).toBe(20);
    smtp.onRecipient = () => 'take';
    await resend(ids.slice(0, 40));
    await settled();
  });

  it('a letter with a link that cannot be made does not keep the others of its batch', async () => {
    // Among links that live, the database stumbles over what is none.
    await planner.post('/api/password-links', { name: (await peopleOf(ids.slice(0, 1)))[0] });
    await settled();
    const before = smtp.mails.length;
    await setting('hold');
    const [bad] = await query<Row>(
      `insert into notice.letter (recipient_id, kind, day, occasion)
       select recipient_id, 'password', day, 'no link' from notice.letter where id = $1 returning id, state`,
      [ids[0]],
    );
    await resend(ids);
    await setting('live');
    await until('the others have left', async () => ids.every((id) => copies(id, before) === 1));
    const [row] = await query<{ answer: string }>(
      'select server_answer as answer from notice.letter where id = $1',
      [bad?.id],
    );
    expect(row?.answer).toContain('uuid');
    await query('delete from notice.letter where id = $1', [bad?.id]);
    await settled();
  });

  it('a planner who holds mail in the middle of it stops it, and nothing is lost or repeated', async () => {
    const before = smtp.mails.length;
    slowly(150);
    await resend(ids);
    await until('letters leave', async () => smtp.mails.length > before + 5);
    await setting('hold');
    const held = smtp.mails.length;
    await until('all others wait', async () => {
      const { planned = 0, sent = 0 } = await statesOf(ids);
      return planned > 0 && planned + sent === ids.length;
    });
    // What is on the wire, and what leaves in the moment in which an earlier look is believed.
    expect(smtp.mails.length - held).toBeLessThanOrEqual(3 * LANES);
    smtp.onMessage = () => 'take';
    await setting('live');
    await settled();
    for (const id of ids) expect(copies(id, before)).toBe(1);
  });

  it('a worker that is told to end gives back what it has not begun, and ends well', async () => {
    const before = smtp.mails.length;
    slowly(200);
    await resend(ids);
    await until('letters are under way', async () => smtp.mails.length > before + 5);
    const told = smtp.mails.length;
    product.worker.child.kill('SIGTERM');
    expect(await product.worker.exited).toEqual({ code: 0, signal: null });
    expect(smtp.mails.length - told).toBeLessThanOrEqual(2 * LANES);
    const left = await statesOf(ids);
    expect(Object.keys(left).sort()).toEqual(['planned', 'sent']);
    smtp.onMessage = () => 'take';
    await product.startWorker();
    await settled();
    for (const id of ids) expect(copies(id, before)).toBe(1);
  });

  it('who has left gets no letter', async () => {
    const before = smtp.mails.length;
    const [id] = ids;
    await query(
      `update directory.person set disabled_at = now() where id = (select recipient_id from notice.letter where id = $1)`,
      [id],
    );
    await resend(ids.slice(0, 2));
    await settled();
    await query('update directory.person set disabled_at = null where disabled_at is not null');
    const found = await query<{ state: string; answer: string }>(
      'select state, server_answer as answer from notice.letter where id = $1',
      [id],
    );
    expect(found).toEqual([{ state: 'not_needed', answer: expect.stringContaining('disabled') }]);
    expect(smtp.mails.length - before).toBe(1);
  });

  it('after days of held mail one letter tells the news of all of them, each thing once', async () => {
    await setting('hold');
    const [older] = await query<{ id: string; recipientId: string; subjectId: string; kind: string }>(
      `select l.id, l.recipient_id as "recipientId", n.subject_id as "subjectId", n.kind
         from notice.letter l join notice.notice n on n.letter_id = l.id
        where l.id = any($1::uuid[]) and n.kind in ('reminder', 'overdue', 'cycle_opened', 'stage_opened') limit 1`,
      [ids.slice(2)],
    );
    if (!older) throw new Error('no letter with news');
    const [newer] = await query<Row>(
      `insert into notice.letter (recipient_id, kind, day) select recipient_id, 'daily', day + 1 from notice.letter where id = $1
       returning id, state`,
      [older.id],
    );
    await query(
      `insert into notice.notice (recipient_id, kind, subject_id, period, letter_id, created_on)
       select recipient_id, 'overdue', gen_random_uuid(), 'of ' || one, id, day from notice.letter, generate_series(1, 2) one
        where id = any($1::uuid[])`,
      [[older.id]],
    );
    // The same thing on both days: the newer line stays.
    await query(
      `insert into notice.notice (recipient_id, kind, subject_id, period, letter_id, created_on)
       select n.recipient_id, 'reminder', n.subject_id, 'again', $2, n.created_on from notice.notice n
        where n.letter_id = $1 and n.period = 'of 1'`,
      [older.id, newer?.id],
    );
    const noticesOf = async (id?: string): Promise<number> =>
      (await query('select 1 from notice.notice where letter_id = $1', [id])).length;
    const all = await noticesOf(older.id);
    const before = smtp.mails.length;
    await resend([older.id]);
    await setting('live');
    await settled();
    expect(await statesOf([older.id])).toEqual({ not_needed: 1 });
    expect(await noticesOf(older.id)).toBe(1);
    expect(await noticesOf(newer?.id)).toBe(all);
    expect(await statesOf([newer?.id ?? ''])).toEqual({ sent: 1 });
    expect(smtp.mails.slice(before).map(({ messageId }) => messageId)).toEqual([
      expect.stringContaining(newer?.id ?? '?'),
    ]);
    const [audit] = await query<{ detail: unknown }>(
      `select detail from audit.audit_entry where action = 'mail_setting.changed' order by id desc limit 1`,
    );
    expect(audit?.detail).toMatchObject({ merged: 1 });
  });

  it('of letters that a person decides about no more are uncertain after a crash than were on the wire', async () => {
    await setting('hold');
    const summaries = ids.slice(20, 45);
    await query(
      `with ended as (select id from cycle.review_cycle where state in ('closed', 'published') limit 1), made as (
         update notice.letter set kind = 'summary', occasion = id::text where id = any($1::uuid[]) returning id, recipient_id, day
       ) insert into notice.notice (recipient_id, kind, subject_id, period, letter_id, created_on)
         select m.recipient_id, 'cycle_closed', ended.id, m.id::text, m.id, m.day from made m cross join ended`,
      [summaries],
    );
    await resend(summaries);
    const before = smtp.mails.length;
    slowly(1_000);
    await setting('live');
    await until('the first are on the wire', async () => smtp.mails.length > before);
    product.worker.child.kill('SIGKILL');
    await product.worker.exited;
    smtp.onMessage = () => 'take';
    await product.startWorker();
    await settled();
    const { uncertain = 0, sent = 0 } = await statesOf(summaries);
    expect(uncertain).toBeGreaterThan(0);
    expect(uncertain).toBeLessThanOrEqual(LANES);
    expect(sent).toBe(summaries.length - uncertain);
    expect(await planner.post('/api/letters/arrived', { ids: await uncertainOf(summaries) })).toEqual({
      letters: uncertain,
    });
  });

  const uncertainOf = async (some: readonly string[]): Promise<string[]> =>
    (
      await query<Row>(`select id from notice.letter where id = any($1::uuid[]) and state = 'uncertain'`, [
        some,
      ])
    ).map(({ id }) => id);

  it('health is red while letters are tried and none leaves, and green when one has left', async () => {
    const health = async (): Promise<{ status: number; text: string }> => {
      const answer = await fetch(`${product.url}/health/work`);
      return { status: answer.status, text: await answer.text() };
    };
    await until('the work is healthy', async () => (await health()).status === 200 || undefined);
    smtp.onRecipient = () => ({ code: 451, words: 'not now' });
    await resend(ids.slice(50, 52));
    await until(
      'letters go in vain',
      async () => (await health()).text.includes('none has left') || undefined,
    );
    await setting('hold');
    expect((await health()).text).not.toContain('none has left');
    smtp.onRecipient = () => 'take';
    await setting('live');
    await settled();
    expect((await health()).text).not.toContain('letters');
  });

  it('health is red while a worker has a letter and does nothing with it', async () => {
    const [id] = ids.slice(55);
    await query(
      `with stuck as (
         update notice.letter set state = 'sending', claim_id = gen_random_uuid(), tries = tries + 1,
                lease_until = now() + interval '1 hour' where id = $1 returning id, tries, claim_id
       ) insert into notice.letter_try (letter_id, number, claim_id, began_at)
         select id, tries, claim_id, now() - interval '11 minutes' from stuck`,
      [id],
    );
    const answer = await fetch(`${product.url}/health/work`);
    expect(await answer.text()).toContain('under way for 11 min');
    await query(`update notice.letter set lease_until = now() where id = $1`, [id]);
    await settled();
  });
});
