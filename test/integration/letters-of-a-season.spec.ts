import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { type Product, startProduct, until } from '../running/product.js';
import { type ScriptedSmtp, startSmtp } from '../running/smtp.js';
import { City, type Sheet } from '../story/city.js';
import { Arrivals } from './arrivals.js';

interface Rehearsed {
  readonly day: string;
  readonly letters: readonly { kind: string; count: number; copies: number }[];
  readonly total: number;
  readonly rows: readonly { recipientName: string; kind: string; subject: string; text: string }[];
}

describe('everybody hears what they must, from April to May', () => {
  let product: Product;
  let smtp: ScriptedSmtp;
  let city: City;
  let arrivals: Arrivals;
  let waiting: string;
  let returned: string;
  let headless: string;

  beforeAll(async () => {
    smtp = await startSmtp();
    arrivals = new Arrivals(smtp);
    product = await startProduct('sample', { SMTP_URL: smtp.url });
    city = new City(product);
    await until(
      'the year has its sheets',
      async () =>
        (await count(
          `select 1 from review.annual_task t join cycle.review_cycle c on c.id = t.cycle_id where c.fiscal_year = 2022`,
        )) > 0,
    );
    waiting = await city.sheetId(2022, '1-(1)-ア', 'plan');
    returned = await city.sheetId(2022, '1-(1)-イ', 'plan');
    headless = await city.sheetId(2022, '3-(1)-ア', 'plan');
  });

  afterAll(async () => {
    await product.stop();
    await smtp.stop();
  });

  const query = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    product.database.query<T>(text, values);
  const count = async (text: string, values: unknown[] = []): Promise<number> =>
    (await query(text, values)).length;

  /** Every letter has left, or waits for its time. */
  const settled = (): Promise<boolean> =>
    until(
      'the letters of the day have left',
      async () =>
        (await count(
          `select 1 from notice.letter where state = 'sending' or (state in ('planned', 'uncertain') and not_before <= now())`,
        )) === 0,
      60_000,
    );

  /** Moves to a morning when all letters of the day before have left, and waits until its own are planned. */
  const morningOf = async (day: string): Promise<void> => {
    await settled();
    arrivals.begin(day);
    await city.moveTo(day);
    await until(
      `the morning of ${day} has run`,
      async () =>
        (await count(
          `select 1 from jobs.timetable_slot where job = 'plan-daily-letters' and (slot at time zone 'Asia/Tokyo')::date = $1`,
          [day],
        )) === 1,
      60_000,
    );
  };

  const told = (
    kind: string,
    subject: string,
  ): Promise<{ staffNumber: string; level: string; on: string }[]> =>
    query(
      `select p.staff_number as "staffNumber", n.created_on::text as on,
              (select string_agg(distinct h.level, ',') from directory.holders_on(n.created_on) h where h.person_id = p.id) as level
         from notice.notice n join directory.person p on p.id = n.recipient_id
        where n.kind = $1 and n.subject_id = $2 order by n.created_on, p.staff_number`,
      [kind, subject],
    );

  /** Waits for the mail of a letter. */
  const mailOf = async (letterId: string): Promise<ParsedMail> => {
    expect(letterId).not.toBe('');
    const mail = await until(
      `the mail of letter ${letterId} has come`,
      async () => smtp.mails.find(({ messageId }) => messageId.includes(letterId)),
      60_000,
    );
    return mail.parsed();
  };

  const letters = (
    day: string,
  ): Promise<{ id: string; recipientId: string; kind: string; copyOf: string | null; state: string }[]> =>
    query(
      `select id, recipient_id as "recipientId", kind, copy_of as "copyOf", state from notice.letter where day = $1`,
      [day],
    );

  /** Hands in a Plan that says what last year's said. */
  const handIn = async (id: string): Promise<void> => {
    const writer = await city.staffWritingFor(id);
    const { lastYear, commitments } = await writer.get<Sheet>(`/api/sheets/${id}`);
    await city.write(writer, id, {
      ...lastYear?.answers,
      goal: '前の年より広げる。',
      budget: '1200',
      funding: { national: '0', prefectural: '0', bond: '0', other: '0', general: '1200' },
      ...(commitments.length > 0 && {
        commitmentAnswers: Object.fromEntries(
          commitments.map((promise) => [promise.id, { answer: 'done', text: '行った。' }]),
        ),
      }),
    });
  };

  const submitterOf = async (id: string): Promise<string> =>
    (await query<{ id: string }>('select submitter_id as id from review.task_stage where id = $1', [id]))[0]
      ?.id ?? '';

  it('the sheets of a new year are counted when its letters are planned, or the plan would be made for none', async () => {
    const [row] = await query<{ known: number; there: number }>(
      `select c.reltuples::float as known, (select count(*)::int from review.task_stage) as there
         from pg_class c where c.oid = 'review.task_stage'::regclass`,
    );
    expect(row?.known).toBeGreaterThan((row?.there ?? 0) * 0.95);
  });

  it('an approver who is late: the level above hears of it on the third working day, and the next after five more', async () => {
    await handIn(waiting);
    // Handed in on 1 April, a Friday: five working days end on the 8th.
    await morningOf('2022-04-12');
    expect(await told('escalation', waiting)).toEqual([]);
    await morningOf('2022-04-13');
    const first = await told('escalation', waiting);
    expect(first.map(({ level, on }) => [level, on])).toEqual([['departmentManager', '2022-04-13']]);
    const [letter] = await query<{ id: string; kind: string }>(
      `select l.id, l.kind from notice.letter l join notice.notice n on n.letter_id = l.id
        where n.kind = 'escalation' and n.subject_id = $1`,
      [waiting],
    );
    expect(letter?.kind).toBe('daily');
    const mail = await mailOf(letter?.id ?? '');
    expect(mail.text).toContain('期限を過ぎたままのシート');
    expect(mail.text).toMatch(/確認 .*課長/);
  });

  it('a rehearsal says what Monday would send to the whole city, and leaves nothing behind', async () => {
    const before = await query(
      'select count(*)::int as letters, (select offset_ms from calendar.business_clock) as clock from notice.letter',
    );
    const planner = await city.planner();
    const rehearsed = await planner.post<Rehearsed>('/api/letters/rehearsal', { date: '2022-04-17' });
    expect(rehearsed.day).toBe('2022-04-18');
    expect(
      await query(
        'select count(*)::int as letters, (select offset_ms from calendar.business_clock) as clock from notice.letter',
      ),
    ).toEqual(before);
    for (const row of rehearsed.rows) expect(row.subject).toMatch(/^【総合計画】.*\d/);
    const past = await planner.send('POST', '/api/letters/rehearsal', { date: '2022-04-13' });
    expect(past.status).toBe(422);

    await morningOf('2022-04-18');
    const kinds = await query<{ kind: string; count: number; copies: number }>(
      `select kind, count(*)::int as count, (count(*) filter (where copy_of is not null))::int as copies
         from notice.letter where day = '2022-04-18' group by kind order by count desc`,
    );
    expect(rehearsed.letters).toEqual(kinds);
    expect(kinds.some(({ kind, count: many }) => kind === 'digest' && many > 5)).toBe(true);
  });

  it('on a Monday the digest takes the place of the ordinary letter, and tells the rest too', async () => {
    const monday = await letters('2022-04-18');
    expect(new Set(monday.map((l) => l.recipientId)).size).toBe(monday.length);
    await morningOf('2022-04-20');
    expect((await told('escalation', waiting)).map(({ level, on }) => [level, on])).toEqual([
      ['departmentManager', '2022-04-13'],
      ['bureauDirector', '2022-04-20'],
    ]);
  });

  it('what comes back reaches at once who asked for that, and is not told again the next morning', async () => {
    await handIn(returned);
    const submitter = await submitterOf(returned);
    await query(`insert into notice.mail_preference (person_id, decisions) values ($1, 'at_once')`, [
      submitter,
    ]);
    const chief = await city.firstApprover(returned);
    const view = await chief.get<{ version: number }>(`/api/approvals/${returned}`);
    await chief.post(`/api/approvals/${returned}/return`, {
      version: view.version,
      reason: '成果の見込みを1行加えてください。',
      places: ['goal'],
    });
    const letter = await until('the letter has left', async () =>
      (await letters('2022-04-20')).find(
        (l) => l.kind === 'at_once' && l.recipientId === submitter && l.state === 'sent',
      ),
    );
    const { text } = await mailOf(letter.id);
    // Lines of the text break anywhere.
    expect(text?.replaceAll(/\s/g, '')).toContain('直すところ今年度の目標');
    expect(text).toContain('成果の見込みを1行加えてください。');
    await morningOf('2022-04-21');
    expect(await told('returned', returned)).toHaveLength(1);
  });

  it('what comes back on a Saturday waits for Monday’s letter, also for who wants to hear at once', async () => {
    await city.moveTo('2022-04-23');
    await handIn(returned);
    const chief = await city.firstApprover(returned);
    const view = await chief.get<{ version: number }>(`/api/approvals/${returned}`);
    await chief.post(`/api/approvals/${returned}/return`, { version: view.version, reason: 'もう一度。' });
    await morningOf('2022-04-25');
    const submitter = await submitterOf(returned);
    const kinds = await query<{ kind: string; day: string }>(
      `select l.kind, l.day::text from notice.notice n join notice.letter l on l.id = n.letter_id
        where n.kind = 'returned' and n.subject_id = $1 and n.recipient_id = $2 order by l.day`,
      [returned, submitter],
    );
    expect(kinds).toEqual([
      { kind: 'at_once', day: '2022-04-20' },
      { kind: 'daily', day: '2022-04-25' },
    ]);
  });

  it('the mail of who is away also goes to the delegate, who is told for whom', async () => {
    const submitter = await submitterOf(waiting);
    const [delegate] = await query<{ id: string; name: string }>(
      `select id, name from directory.person where id <> $1 and disabled_at is null
          and id not in (select recipient_id from notice.letter) limit 1`,
      [submitter],
    );
    await query(
      `insert into directory.absence (person_id, delegate_id, from_date, to_date) values ($1, $2, '2022-04-20', '2022-05-20')`,
      [submitter, delegate?.id],
    );
    // One day before 2 May is the Thursday before the holidays.
    await morningOf('2022-04-28');
    const day = await letters('2022-04-28');
    const own = day.find((l) => l.recipientId === submitter && l.copyOf === null);
    const copy = day.find((l) => l.recipientId === delegate?.id);
    expect(copy?.copyOf).toBe(own?.id);
    const mail = await mailOf(copy?.id ?? '');
    expect(mail.text).toContain(`代理の${delegate?.name} 様：`);
    expect(mail.subject).toBe((await mailOf(own?.id ?? '')).subject);
  });

  it('who takes over a post gets the brief of it once', async () => {
    const [post] = await query<{ postId: string; newcomer: string }>(
      `select h.post_id as "postId", (select p.id from directory.person p where p.disabled_at is null
                and not exists (select 1 from directory.post_holding o where o.person_id = p.id and o.post_id = h.post_id) limit 1) as newcomer
         from directory.post_holding h join directory.post po on po.id = h.post_id
         join directory.department d on d.id = po.department_id
        where po.level = 'divisionManager' and d.name = '市民協働課' and h.to_date is null limit 1`,
    );
    await query(
      `update directory.post_holding set to_date = '2022-05-09' where post_id = $1 and to_date is null`,
      [post?.postId],
    );
    await query(
      `insert into directory.post_holding (post_id, person_id, from_date) values ($1, $2, '2022-05-10')`,
      [post?.postId, post?.newcomer],
    );
    await query(`update cycle.review_cycle set closes_on = '2022-05-09' where fiscal_year = 2021`);
    // A division without a head: what is late there goes to the next seat that somebody holds.
    await query(
      `update directory.post_holding h set to_date = '2022-05-06' from directory.post po, review.task_stage ts, review.annual_task t
        where po.id = h.post_id and po.level = 'divisionManager' and po.department_id = t.current_department_id
          and t.id = ts.task_id and ts.id = $1 and h.to_date is null`,
      [headless],
    );
    await morningOf('2022-05-10');
    const brief = (await letters('2022-05-10')).find((l) => l.kind === 'handover');
    expect(brief?.recipientId).toBe(post?.newcomer);
    const mail = await mailOf(brief?.id ?? '');
    expect(mail.text).toContain('/handover');
    expect(mail.text).toMatch(/前任 /);
    await morningOf('2022-05-11');
    expect((await letters('2022-05-11')).filter((l) => l.kind === 'handover')).toEqual([]);
  });

  it('who decides about the city hears once how a year closed', async () => {
    const summaries = (): Promise<{ day: string; state: string }[]> =>
      query(`select distinct l.day::text, l.state from notice.letter l where l.kind = 'summary'`);
    await until('the summaries have left', async () =>
      (await summaries()).every(({ state }) => state === 'sent'),
    );
    expect(await summaries()).toEqual([{ day: '2022-05-10', state: 'sent' }]);
    const [letter] = (await letters('2022-05-10')).filter((l) => l.kind === 'summary');
    expect((await mailOf(letter?.id ?? '')).subject).toMatch(/令和3年度分のまとめ（確定 \d+／\d+件）/);
  });

  it('an author who is late: the head of the division on the third working day, the one above on the eighth', async () => {
    const late = await city.sheetId(2022, '2-(1)-ア', 'plan');
    expect((await told('escalation', late)).map(({ level, on }) => [level, on])).toEqual([
      ['divisionManager', '2022-05-10'],
    ]);
    expect(await city.departmentOf(headless)).not.toBe(await city.departmentOf(late));
    expect((await told('escalation', headless)).map(({ level, on }) => [level, on])).toEqual([
      ['departmentManager', '2022-05-10'],
    ]);
    await morningOf('2022-05-17');
    expect((await told('escalation', late)).map(({ level, on }) => [level, on])).toEqual([
      ['divisionManager', '2022-05-10'],
      ['departmentManager', '2022-05-17'],
    ]);
    await morningOf('2022-05-18');
    expect(await told('escalation', late)).toHaveLength(2);
  });

  it('a rehearsal on a Monday before eight counts on the digests of that morning', async () => {
    await settled();
    await city.moveTo('2022-05-23', 7);
    const planner = await city.planner();
    const tuesday = await planner.post<Rehearsed>('/api/letters/rehearsal', { date: '2022-05-24' });
    expect(tuesday.letters.find(({ kind }) => kind === 'daily')?.count).toBeGreaterThan(0);
    expect(tuesday.letters.filter(({ kind }) => kind === 'digest')).toEqual([]);
    const monday = await planner.post<Rehearsed>('/api/letters/rehearsal', { date: '2022-05-30' });
    expect(monday.letters.find(({ kind }) => kind === 'digest')?.count).toBeGreaterThan(5);
  });

  it('after days without a mail server one letter comes, with the news of all of them', async () => {
    await morningOf('2022-05-23');
    await settled();
    smtp.onRecipient = () => ({ code: 451, words: 'not now' });
    // Plans that were due on 2 May are told every week.
    await morningOf('2022-05-24');
    await morningOf('2022-05-31');
    smtp.onRecipient = () => 'take';
    await query(`update notice.letter set not_before = now() where state = 'planned'`);
    await settled();
    const ordinary = `state = 'sent' and kind in ('daily', 'digest') and copy_of is null`;
    expect(
      await count(`select 1 from notice.letter where day = '2022-05-31' and ${ordinary}`),
    ).toBeGreaterThan(10);
  });

  it('a digest says what opens in the coming weeks, and not what opens later', async () => {
    const planner = await city.planner();
    await query(
      `update cycle.cycle_stage set drafts_from = '2022-05-30', opens_on = '2022-05-30'
        where stage = 'check' and cycle_id = (select id from cycle.review_cycle where fiscal_year = 2022)`,
    );
    const next = '5月30日（月）に令和4年度分の「点検」の記入が始まります。';
    const textOf = async (where: string): Promise<string> => {
      const [digest] = await query<{ id: string }>(
        `select id from notice.letter where kind = 'digest' and ${where} limit 1`,
      );
      return (await planner.get<{ text: string }>(`/api/letters/${digest?.id ?? ''}/preview`)).text;
    };
    expect(await textOf(`day between '2022-05-06' and '2022-05-20'`)).toContain(next);
    expect(await textOf(`day < '2022-04-20'`)).not.toContain(next);
  });

  it('nobody got two ordinary letters on one day', async () => {
    const letters = await query<{ id: string; recipientId: string }>(
      `select id, recipient_id as "recipientId" from notice.letter where kind in ('daily', 'digest') and copy_of is null`,
    );
    const arrived = arrivals.of(letters);
    expect(arrived.length).toBeGreaterThan(100);
    expect(arrived.filter((one, at) => arrived.indexOf(one) < at)).toEqual([]);
  });
});
