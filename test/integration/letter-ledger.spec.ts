import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import { Session } from '../running/session.js';
import { type ScriptedSmtp, startSmtp } from '../running/smtp.js';

interface Try {
  readonly number: number;
  readonly outcome: string | null;
  readonly answer: string | null;
}
interface Row {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly email: string;
  readonly sentAt: string | null;
  readonly nothingLeft: boolean;
  readonly tries: number;
  readonly asks: boolean;
  readonly asTest: boolean;
  readonly serverAnswer: string | null;
}
interface Detail extends Row {
  readonly sentTo: string | null;
  readonly history: readonly Try[];
}

const LEASE_MS = 1_500;
const TIMEOUT_MS = 1_000;

describe('the ledger of letters', () => {
  let product: Product;
  let smtp: ScriptedSmtp;
  let planner: Session;
  let auditor: Session;
  let letters: Row[];

  beforeAll(async () => {
    smtp = await startSmtp();
    product = await startProduct('sample', {
      SMTP_URL: smtp.url,
      MAWASU_LETTER_LEASE_MS: String(LEASE_MS),
      MAWASU_SMTP_TIMEOUT_MS: String(TIMEOUT_MS),
      MAWASU_LETTER_RETRY_MS: '200',
    });
    const { samplePeople } = await new Session(product.url).get<{
      samplePeople: { staffNumber: string; part: string }[];
    }>('/api/sign-in');
    const as = (part: string): Promise<Session> =>
      new Session(product.url).signIn(samplePeople.find((p) => p.part === part)?.staffNumber ?? '');
    planner = await as('planner');
    auditor = await as('auditor');
    await settled();
    letters = (await planner.get<{ rows: Row[] }>('/api/letters?state=sent&pageSize=60')).rows;
  });

  afterAll(async () => {
    await product.stop();
    await smtp.stop();
  });

  const settled = (): Promise<boolean> =>
    until(
      'all letters are settled',
      async () => {
        const [open] = await product.database.query<{ n: number; all: number }>(
          `select count(*) filter (where state in ('planned', 'sending') or (state = 'uncertain' and not_before < 'infinity'))::int as n,
                count(*)::int as all from notice.letter`,
        );
        return (open?.all ?? 0) > 0 && open?.n === 0;
      },
      60_000,
    );
  /** Stops the worker between two transactions: one that it holds open would keep the timetable of others waiting. */
  const pauseWorker = async (): Promise<Product['worker']> => {
    const { worker } = product;
    await until('the worker is paused', async () => {
      worker.child.kill('SIGSTOP');
      const open = await product.database.query(
        `select 1 from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
      );
      if (open.length > 0) worker.child.kill('SIGCONT');
      return open.length === 0;
    });
    return worker;
  };
  const detail = (id: string): Promise<Detail> => planner.get<Detail>(`/api/letters/${id}`);
  const outcomes = async (id: string): Promise<(string | null)[]> =>
    (await detail(id)).history.map((one) => one.outcome);
  const copies = (id: string, from = 0): number =>
    smtp.mails.slice(from).filter((mail) => mail.messageId.includes(id)).length;
  const letter = (at: number): Row => {
    const found = letters[at];
    if (!found) throw new Error(`only ${letters.length} letters`);
    return found;
  };
  const resend = (...ids: string[]) => planner.post<{ letters: number }>('/api/letters/resend', { ids });

  it('keeps each try with the server’s answer and the address it went to', async () => {
    expect(letters.length).toBe(60);
    const one = await detail(letter(0).id);
    expect(one).toMatchObject({ state: 'sent', tries: 1, sentTo: letter(0).email });
    expect(one.history).toEqual([
      expect.objectContaining({ number: 1, outcome: 'sent', answer: expect.stringContaining('250') }),
    ]);
    for (const { id } of letters) expect(copies(id)).toBe(1);
  });

  it('a paused worker does not send what another has taken in the meantime', async () => {
    const before = smtp.mails.length;
    smtp.onMessage = () => new Promise((resolve) => setTimeout(() => resolve('take'), 30));
    const ids = letters.map(({ id }) => id);
    await resend(...ids);
    await until('the worker is in the middle of a batch', async () => smtp.mails.length > before + 5);
    const paused = await pauseWorker();
    try {
      const second = await product.startSecondWorker();
      await settled();
      await second.stop();
    } finally {
      paused.child.kill('SIGCONT');
    }
    // Its next work comes after all that it still had in hand.
    await new Session(product.url).ask('POST', '/api/password-links', { name: letter(0).email });
    await until('the worker is through', async () => {
      const [password] = await product.database.query(
        `select 1 from notice.letter where kind = 'password' and state = 'sent'`,
      );
      return password !== undefined;
    });
    smtp.onMessage = () => 'take';
    const twice = ids.filter((id) => copies(id, before) > 1);
    // What was on the wire when it fell asleep (5), or answered and not yet written down (10); without leases all 60.
    expect(twice.length).toBeLessThanOrEqual(15);
    for (const id of ids) expect(copies(id, before)).toBeGreaterThanOrEqual(1);
    await settled();
    const [taken] = await product.database.query<{ n: number }>(
      `select count(*)::int as n from notice.letter_try where outcome is null`,
    );
    expect(taken?.n).toBe(0);
  });

  it('a letter that the server had in full and did not answer is uncertain, and goes out again under its Message-ID', async () => {
    const { id } = letter(1);
    const before = smtp.mails.length;
    let lines = 0;
    smtp.onMessage = (mail) => (mail.messageId.includes(id) && lines++ === 0 ? 'drop' : 'take');
    await resend(id);
    await until('it arrives', async () => copies(id, before) === 2);
    await settled();
    smtp.onMessage = () => 'take';
    expect((await outcomes(id)).slice(0, 2)).toEqual(['sent', 'uncertain']);
    expect(new Set(smtp.mails.filter((m) => m.messageId.includes(id)).map((m) => m.messageId)).size).toBe(1);
  });

  it('a silent server holds up one letter, not the others', async () => {
    const { id, email } = letter(2);
    const others = letters.slice(3).map((one) => one.id);
    const before = smtp.mails.length;
    smtp.onRecipient = (address) => (address === email ? 'hang' : 'take');
    await resend(id, ...others);
    await until('the others have gone', async () => others.every((other) => copies(other, before) === 1));
    expect((await detail(id)).history[0]?.outcome ?? null).toBeNull();
    await until('it is put off', async () => (await outcomes(id)).includes('later'));
    smtp.onRecipient = () => 'take';
    await settled();
    expect((await outcomes(id)).slice(0, 2)).toEqual(['sent', 'later']);
    expect(copies(id, before)).toBe(1);
  });

  it('a refused letter fails, is told, and goes to the mended address when it is sent again', async () => {
    const { id, email } = letter(4);
    smtp.onRecipient = (address) => (address === email ? { code: 550, words: 'no such mailbox' } : 'take');
    await resend(id);
    await settled();
    const failed = await planner.get<{ total: number; rows: Row[] }>('/api/letters?state=failed');
    expect(failed.rows).toEqual([
      expect.objectContaining({
        id,
        state: 'failed',
        serverAnswer: expect.stringContaining('no such mailbox'),
      }),
    ]);
    await product.database.query('update directory.person set email = $2 where email = $1', [
      email,
      'mended@aobagawa.example.jp',
    ]);
    const before = smtp.mails.length;
    expect(await planner.post('/api/letters/resend', { filter: { state: 'failed' } })).toEqual({
      letters: 1,
    });
    await settled();
    expect(smtp.mails.slice(before).map(({ to }) => to)).toEqual([['mended@aobagawa.example.jp']]);
    expect(copies(id, before)).toBe(1);
    const after = await detail(id);
    expect(after).toMatchObject({ state: 'sent', sentTo: 'mended@aobagawa.example.jp' });
    expect(after.history.slice(0, 2).map((one) => one.outcome)).toEqual(['sent', 'never']);
    const audit = await product.database.query<{ detail: unknown }>(
      `select detail from audit.audit_entry where action = 'letters.sent_again' order by id desc limit 1`,
    );
    expect(audit[0]?.detail).toMatchObject({ filter: { state: 'failed' }, letters: 1 });
  });

  it('a server that cuts the line at one recipient puts that letter off, and counts it', async () => {
    const { id, email } = letter(11);
    let cuts = 0;
    smtp.onRecipient = (address) => (address === email && cuts++ < 6 ? 'drop' : 'take');
    await resend(id, letter(12).id, letter(13).id);
    await settled();
    smtp.onRecipient = () => 'take';
    const tries = await outcomes(id);
    expect(tries.slice(0, 3)).toEqual(['sent', 'later', 'later']);
    expect(tries).not.toContain('unreachable');
  });

  it('a sent letter with nothing left to tell stays sent, and the page says why nothing went', async () => {
    const [told, bounced, failed] = letters.slice(14).filter(({ kind }) => kind === 'daily');
    if (!told || !bounced || !failed) throw new Error('too few daily letters');
    const { sentAt } = await detail(told.id);
    await product.database.query(
      `update notice.letter set state = 'failed', bounced_at = now(), bounce_answer = '5.1.1' where id = $1`,
      [bounced.id],
    );
    smtp.onRecipient = (address) => (address === failed.email ? { code: 550, words: 'full' } : 'take');
    await resend(failed.id);
    await settled();
    smtp.onRecipient = () => 'take';
    const ids = [told.id, bounced.id, failed.id];
    await product.database.query('delete from notice.notice where letter_id = any($1::uuid[])', [ids]);
    const before = smtp.mails.length;
    await resend(...ids);
    await settled();
    expect(smtp.mails.length).toBe(before);
    const after = await detail(told.id);
    expect(after).toMatchObject({ state: 'sent', sentAt, nothingLeft: true, sentTo: told.email });
    expect(after.serverAnswer).toContain('250');
    expect(after.history[0]?.outcome).toBe('not_needed');
    // Its reader never got that one.
    expect(await detail(bounced.id)).toMatchObject({ state: 'not_needed', sentAt: null });
    expect(await detail(failed.id)).toMatchObject({
      state: 'sent',
      serverAnswer: expect.stringContaining('250'),
    });
    expect((await detail(letter(0).id)).nothingLeft).toBe(false);
  });

  it('is not sent again while it is on its way: all or nothing', async () => {
    await setting({ mode: 'hold' });
    await resend(letter(5).id);
    const ids = [letter(5).id, letter(6).id];
    const answer = await planner.send('POST', '/api/letters/resend', { ids });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'notice.letters_under_way',
      extra: { letters: [{ id: letter(5).id, state: 'planned' }] },
    });
    expect((await detail(letter(6).id)).state).toBe('sent');
    await setting({ mode: 'live' });
    await settled();
  });

  it('a summary that a dying worker may have sent waits for a person, who says that it arrived', async () => {
    const { id } = letter(7);
    await product.database.query(
      `update notice.letter set kind = 'summary', occasion = 'a closed year', state = 'sending', claim_id = gen_random_uuid(),
              lease_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    const waiting = await until('it is uncertain', async () => {
      const one = await detail(id);
      return one.state === 'uncertain' && one;
    });
    expect(waiting.asks).toBe(true);
    expect(await planner.post('/api/letters/arrived', { ids: [id] })).toEqual({ letters: 1 });
    expect((await detail(id)).state).toBe('sent');
    const again = await planner.send('POST', '/api/letters/arrived', { ids: [id] });
    expect(again.status).toBe(409);
  });

  const setting = async (change: { mode: string; testAddresses?: string[] }) => {
    const { version } = await planner.get<{ version: number }>('/api/letters/setting');
    return planner.put<{ mode: string; version: number; waiting: number }>('/api/letters/setting', {
      testAddresses: [],
      ...change,
      version,
    });
  };

  it('held mail stays planned; as a test it goes to the test addresses, named and marked, and counts for nobody', async () => {
    const { id, email } = letter(8);
    await setting({ mode: 'hold' });
    const before = smtp.mails.length;
    await resend(id);
    expect(await planner.get('/api/letters/setting')).toMatchObject({ mode: 'hold', waiting: 1 });
    await setting({ mode: 'test', testAddresses: ['trial@aobagawa.example.jp'] });
    await settled();
    const [mail, ...more] = smtp.mails.slice(before);
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['trial@aobagawa.example.jp']);
    const trial = await mail?.parsed();
    expect(trial?.subject).toContain('【試験】');
    for (const form of [trial?.text, trial?.html]) expect(form).toContain(email);
    expect(await detail(id)).toMatchObject({
      state: 'sent',
      asTest: true,
      sentTo: 'trial@aobagawa.example.jp',
    });
    await new Session(product.url).ask('POST', '/api/password-links', { name: letter(9).email });
    const password = await until('the password letter comes', async () => smtp.mails[before + 1]);
    // Whoever reads the test addresses does not get into accounts.
    const { subject, text } = await password.parsed();
    expect(subject).toContain('パスワード');
    expect(text).not.toContain('/password#');
    await setting({ mode: 'live' });
    await settled();
    expect(smtp.mails.length).toBe(before + 2);
    await resend(id);
    await settled();
    expect(await detail(id)).toMatchObject({ state: 'sent', asTest: false, sentTo: email });
  });

  it('the setting is the planning division’s; two who change it at once do not overwrite each other', async () => {
    const { version } = await auditor.get<{ version: number }>('/api/letters/setting');
    const change = { mode: 'live', testAddresses: [], version };
    expect((await auditor.send('PUT', '/api/letters/setting', change)).status).toBe(403);
    expect((await planner.send('PUT', '/api/letters/setting', change)).status).toBe(200);
    const late = await planner.send('PUT', '/api/letters/setting', change);
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'notice.setting_changed' });
    const none = await planner.send('PUT', '/api/letters/setting', {
      mode: 'test',
      testAddresses: [],
      version: version + 1,
    });
    expect(none.status).toBe(422);
  });

  it('is searched by person, address, kind, state and day', async () => {
    const { email } = letter(10);
    const by = (query: string) => auditor.get<{ total: number; rows: Row[] }>(`/api/letters?${query}`);
    const found = await by(`text=${encodeURIComponent(email.toUpperCase())}`);
    expect(found.rows.map((row) => row.email)).toEqual([email]);
    const [person] = await product.database.query<{ name: string; kana: string; number: string }>(
      'select name, kana, staff_number as number from directory.person where email = $1',
      [email],
    );
    const wide = (text = '') =>
      text.replace(/[0-9]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    for (const words of [person?.name.replace(' ', ''), person?.kana.replace(' ', ''), wide(person?.number)])
      expect((await by(`text=${encodeURIComponent(words ?? '')}`)).rows.map((row) => row.email)).toContain(
        email,
      );
    expect((await by('kind=password')).total).toBe(2);
    expect((await by('day=1999-01-01')).total).toBe(0);
    expect((await by('state=sent&kind=summary')).total).toBe(1);
    // Each state can be chosen by its count, whichever is chosen now.
    const { states } = await auditor.get<{ states: { state: string; count: number }[] }>(
      '/api/letters?state=failed&kind=daily',
    );
    expect(states.length).toBeGreaterThan(1);
    for (const { state, count } of states)
      expect({ state, count: (await by(`state=${state}&kind=daily`)).total }).toEqual({ state, count });
  });
});
