import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Product, startProduct, until } from '../running/product.js';
import { type ScriptedSmtp, startSmtp } from '../running/smtp.js';
import { City } from '../story/city.js';

interface Cycle {
  readonly version: number;
  readonly closesOn: string;
  readonly labourUnitCost: string;
  readonly stages: readonly {
    readonly stage: string;
    readonly dueOn: string;
    readonly effectiveDueOn: string;
  }[];
  readonly phases: readonly object[];
  readonly chain: readonly { readonly departmentName: string | null }[];
}
interface Requested {
  readonly departments: number;
  readonly already: number;
  readonly sheets: number;
  readonly people: number;
  readonly leaves: string;
}

/** In May 2022 the sheets of Check 2021 are due on Tuesday the 31st. */
describe('who writes hears of a date that moved, and of what is asked for', () => {
  let product: Product;
  let smtp: ScriptedSmtp;
  let city: City;
  let codes: { asked: string; other: string };

  beforeAll(async () => {
    smtp = await startSmtp();
    product = await startProduct('sample', { SMTP_URL: smtp.url });
    city = new City(product);
    await morningOf('2022-05-26');
    codes = { asked: await codeOf('国際課'), other: await codeOf('市民協働課') };
  });

  afterAll(async () => {
    await product.stop();
    await smtp.stop();
  });

  const query = <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    product.database.query<T>(text, values);

  const codeOf = async (name: string): Promise<string> =>
    (await query<{ code: string }>('select code from directory.department where name = $1', [name]))[0]
      ?.code ?? '';

  /** Waits until the morning of a day is planned and all its letters have left. */
  const morningOf = async (day: string): Promise<void> => {
    await city.moveTo(day);
    await lettersLeft(day);
  };

  const lettersLeft = async (day: string): Promise<void> => {
    await until(
      `the letters of ${day} have left`,
      async () =>
        (
          await query(
            `select 1 from jobs.timetable_slot s where s.job = 'plan-daily-letters' and (s.slot at time zone 'Asia/Tokyo')::date = $1
              and not exists (select 1 from notice.letter where state in ('planned', 'sending') and not_before <= now())`,
            [day],
          )
        ).length === 1,
      60_000,
    );
  };

  const runsOn = async (day: string): Promise<number> =>
    (
      await query(
        `select 1 from jobs.timetable_slot where job = 'plan-daily-letters' and (slot at time zone 'Asia/Tokyo')::date = $1`,
        [day],
      )
    ).length;

  const writersOf = (department: string, day: string): Promise<{ id: string }[]> =>
    query(
      `select distinct w.person_id as id from directory.writers_on($2) w join directory.department d on d.id = w.department_id
        where d.name = $1 order by id`,
      [department, day],
    );

  const told = (
    kind: string,
    on: string,
  ): Promise<{ id: string; letterKind: string; state: string; letter: string }[]> =>
    query(
      `select distinct n.recipient_id as id, l.kind as "letterKind", l.state, l.id as letter
         from notice.notice n join notice.letter l on l.id = n.letter_id
        where n.kind = $1 and n.created_on = $2 order by id`,
      [kind, on],
    );

  const textOf = async (letterId: string | undefined): Promise<string> => {
    const mail = smtp.mails.find(({ messageId }) => letterId !== undefined && messageId.includes(letterId));
    return (await mail?.parsed())?.text ?? '';
  };

  const ask = async (...departmentCodes: string[]): Promise<Requested> =>
    (await city.planner()).post<Requested>('/api/reminders', { departmentCodes });

  /** Moves the due date of Check 2021. */
  const moveCheck = async (dueOn: string): Promise<void> => {
    const planner = await city.planner();
    const { version, closesOn, labourUnitCost, stages, phases, chain } =
      await planner.get<Cycle>('/api/cycles/2021');
    await planner.put('/api/cycles/2021', {
      version,
      closesOn,
      labourUnitCost,
      phases,
      fieldDuties: {},
      chain: chain.map(({ departmentName: _, ...step }) => step),
      stages: stages.map((one) => (one.stage === 'check' ? { ...one, dueOn } : one)),
    });
  };

  const setMail = async (mode: 'hold' | 'live'): Promise<void> => {
    const planner = await city.planner();
    const { version } = await planner.get<{ version: number }>('/api/letters/setting');
    await planner.put('/api/letters/setting', { mode, testAddresses: [], version });
  };

  it('what is asked for on an office day reaches all who write there within moments, in one mail each', async () => {
    const planner = await city.planner();
    const before = smtp.mails.length;
    const preview = await planner.post<{ total: number; rows: { subject: string; text: string }[] }>(
      '/api/reminders/preview',
      { departmentCodes: [codes.asked] },
    );
    const writers = await writersOf('国際課', '2022-05-26');
    expect(preview.total).toBe(writers.length);
    expect(preview.rows[0]?.text).toContain('から、提出のお願いです。');
    const asked = await ask(codes.asked);
    expect(asked).toMatchObject({ departments: 1, already: 0, people: writers.length, leaves: 'now' });
    await until('the mails have come', async () => smtp.mails.length === before + writers.length, 60_000);
    const heard = await told('requested', '2022-05-26');
    expect(heard.map(({ id, letterKind }) => ({ id, letterKind }))).toEqual(
      writers.map(({ id }) => ({ id, letterKind: 'request' })),
    );
    const text = await textOf(heard[0]?.letter);
    expect(text).toContain('提出のお願い');
    expect(text).toContain('期限 5月31日（火）・あと5日');
  });

  it('a department is asked once on a day, and nobody hears twice', async () => {
    const before = smtp.mails.length;
    await expect(ask(codes.asked)).rejects.toThrow('asked_today');
    const asked = await ask(codes.asked, codes.other);
    expect(asked).toMatchObject({ departments: 1, already: 1 });
    await until('the other department has its mails', async () => smtp.mails.length > before, 60_000);
    await morningOf('2022-05-27');
    const letters = await told('requested', '2022-05-26');
    const people = new Set(letters.map(({ id }) => id));
    const both = [
      ...(await writersOf('国際課', '2022-05-26')),
      ...(await writersOf('市民協働課', '2022-05-26')),
    ];
    expect(people).toEqual(new Set(both.map(({ id }) => id)));
    expect(await told('requested', '2022-05-27')).toEqual([]);
  });

  it('what is asked for on a Saturday waits for Monday’s letter, which tells a date that moved as well', async () => {
    await city.moveTo('2022-05-28');
    expect(await ask(codes.asked)).toMatchObject({ leaves: 'next_morning' });
    await moveCheck('2022-06-03');
    await morningOf('2022-05-30');
    const writers = await writersOf('国際課', '2022-05-30');
    const heard = await told('requested', '2022-05-30');
    expect(heard.map(({ id }) => id)).toEqual(writers.map(({ id }) => id));
    const moved = await told('due_moved', '2022-05-30');
    expect(moved.map(({ id }) => id)).toEqual(expect.arrayContaining(writers.map(({ id }) => id)));
    // One ordinary letter holds both.
    expect(heard.every(({ id, letter }) => moved.some((one) => one.id === id && one.letter === letter))).toBe(
      true,
    );
    const text = await textOf(heard[0]?.letter);
    expect(text).toContain('期限の変更');
    expect(text).toContain('期限 6月3日（金）・あと4日');
    expect(text).toContain('これまで 5月31日（火）');
  });

  it('an extension is told to its department alone, and a date is told once', async () => {
    const planner = await city.planner();
    await planner.post('/api/cycles/2021/extensions', {
      stage: 'check',
      departmentCode: codes.asked,
      dueOn: '2022-06-10',
      reason: '災害対応のため。',
    });
    await morningOf('2022-05-31');
    const heard = await told('due_moved', '2022-05-31');
    expect(heard.map(({ id }) => id)).toEqual((await writersOf('国際課', '2022-05-31')).map(({ id }) => id));
    await morningOf('2022-06-01');
    expect(await told('due_moved', '2022-06-01')).toEqual([]);
  });

  it('a date moved to and fro is told to nobody, be it on one day or on two without a morning between', async () => {
    await moveCheck('2022-06-08');
    await moveCheck('2022-06-03');
    await morningOf('2022-06-03');
    expect(await told('due_moved', '2022-06-03')).toEqual([]);
    await moveCheck('2022-06-09');
    await city.moveTo('2022-06-04');
    await moveCheck('2022-06-03');
    await morningOf('2022-06-06');
    expect(await told('due_moved', '2022-06-06')).toEqual([]);
  });

  it('a department whose own date stays hears nothing when the year’s moves below it, and its own date when it moves above', async () => {
    await moveCheck('2022-06-08');
    await morningOf('2022-06-07');
    const own = await writersOf('国際課', '2022-06-07');
    const heard = await told('due_moved', '2022-06-07');
    const only = own.filter(({ id }) => heard.some((one) => one.id === id));
    expect(heard.length).toBeGreaterThan(0);
    // Who writes for another department besides hears of that one.
    expect(only.length).toBeLessThan(own.length);
    await moveCheck('2022-06-15');
    await morningOf('2022-06-08');
    const moved = await told('due_moved', '2022-06-08');
    const [reader] = own.filter(({ id }) => !only.some((one) => one.id === id));
    expect(moved.map(({ id }) => id)).toContain(reader?.id);
    const text = await textOf(moved.find(({ id }) => id === reader?.id)?.letter);
    expect(text).toContain('期限 6月15日（水）・あと7日');
    expect(text).toContain('これまで 6月10日（金）');
  });

  it('a look at the mail of a request shows that request alone', async () => {
    const planner = await city.planner();
    await ask(codes.asked);
    const { total } = await planner.post<{ total: number }>('/api/reminders/preview', {
      departmentCodes: [codes.other],
    });
    expect(total).toBe((await writersOf('市民協働課', '2022-06-08')).length);
  });

  it('a look at the mail of a request waits for whoever plans, and holds nothing meanwhile', async () => {
    const planner = await city.planner();
    const later = '2022-12-28';
    await query(
      `insert into notice.reminder_request (department_id, day, requested_by)
       select d.id, $2, p.id from directory.department d, directory.person p where d.code = $1 and p.staff_number = '2003104'`,
      [codes.other, later],
    );
    const planning = new pg.Client({ connectionString: product.database.url });
    await planning.connect();
    try {
      await planning.query('begin');
      await planning.query(`select pg_advisory_xact_lock(hashtextextended('notice.planning', 0))`);
      const preview = planner.post<{ total: number }>('/api/reminders/preview', {
        departmentCodes: [codes.other],
      });
      await until('the look waits', async () => {
        const waits = await query(
          `select 1 from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`,
        );
        return waits.length > 0;
      });
      await planning.query(`set local lock_timeout = '1s'`);
      await planning.query('update notice.reminder_request set planned = planned where not planned');
      await planning.query('commit');
      expect((await preview).total).toBeGreaterThan(0);
    } finally {
      await planning.end();
      await query('delete from notice.reminder_request where day = $1', [later]);
    }
  });

  it('says that mail is held, and tells a writer once what was asked for on several days', async () => {
    await setMail('hold');
    await city.moveTo('2022-06-09', 9);
    await until('the morning has run', async () => (await runsOn('2022-06-09')) === 1, 60_000);
    expect(await ask(codes.asked)).toMatchObject({ leaves: 'held' });
    const planned = () =>
      query<{ recipient: string }>(
        `select recipient_id as recipient from notice.letter where kind = 'request' and state = 'planned' and copy_of is null`,
      );
    await until('the first request is planned', async () => (await planned()).length > 0, 60_000);
    const first = (await planned()).length;
    await city.moveTo('2022-06-10', 9);
    await until('the next morning has run', async () => (await runsOn('2022-06-10')) === 1, 60_000);
    await ask(codes.asked);
    await until('the second request is planned', async () => (await planned()).length > first, 60_000);
    await setMail('live');
    await morningOf('2022-06-13');
    const sent = await query<{ n: number }>(
      `select count(*)::int as n from notice.letter where kind = 'request' and day >= '2022-06-09' and state = 'sent' and copy_of is null`,
    );
    expect(sent[0]?.n).toBe(first);
  });

  it('a date moved on while its letter is held is told step by step, and once where the letters are put together', async () => {
    const [writer] = await writersOf('市民協働課', '2022-06-14');
    const lettersOf = async (day: string) =>
      (await told('due_moved', day)).filter(({ id }) => id === writer?.id).map(({ letter }) => letter);
    const planned = async (day: string) => {
      await city.moveTo(day, 9);
      await until('the morning has run', async () => (await runsOn(day)) === 1, 60_000);
    };
    const moved = (from: string, to: string) =>
      expect.stringMatching(new RegExp(`期限 ${to}（.）[\\s\\S]*これまで ${from}（`));
    await setMail('hold');
    await moveCheck('2022-06-20');
    await planned('2022-06-14');
    await moveCheck('2022-06-22');
    await setMail('live');
    await morningOf('2022-06-15');
    const [first, second] = [...(await lettersOf('2022-06-14')), ...(await lettersOf('2022-06-15'))];
    expect(await textOf(first)).toEqual(moved('6月15日', '6月20日'));
    expect(await textOf(second)).toEqual(moved('6月20日', '6月22日'));
    await setMail('hold');
    await moveCheck('2022-06-24');
    await planned('2022-06-16');
    await moveCheck('2022-06-27');
    await planned('2022-06-17');
    await setMail('live');
    await lettersLeft('2022-06-17');
    const together = await textOf((await lettersOf('2022-06-17'))[0]);
    expect(together).toEqual(moved('6月22日', '6月27日'));
    expect(together).not.toContain('6月24日');
  });

  it('tells no date that is later than the one that counts, and each department’s own to who writes for two', async () => {
    const planner = await city.planner();
    const extend = (dueOn: string) =>
      planner.post('/api/cycles/2021/extensions', {
        stage: 'check',
        departmentCode: codes.asked,
        dueOn,
        reason: '災害対応のため。',
      });
    const [both] = await writersOf('市民協働課', '2022-06-17');
    await query(
      `insert into directory.post_holding (post_id, person_id, kind, from_date)
       select h.post_id, $1, 'concurrent', '2022-06-17' from directory.holders_on('2022-06-01') h
         join directory.department d on d.id = h.department_id
        where d.name = '国際課' and h.person_id in (select person_id from directory.writers_on('2022-06-01')) limit 1`,
      [both?.id],
    );
    const letterOf = async (day: string) =>
      textOf((await told('due_moved', day)).find(({ id }) => id === both?.id)?.letter);
    await extend('2022-06-30');
    await moveCheck('2022-06-28');
    await morningOf('2022-06-20');
    const apart = await letterOf('2022-06-20');
    expect(apart).toMatch(/期限 6月28日（.）[^期]*これまで 6月27日（.）\s*市民協働課/);
    expect(apart).toMatch(/期限 6月30日（.）[^期]*これまで 6月27日（.）\s*国際課/);
    await setMail('hold');
    await moveCheck('2022-06-29');
    await city.moveTo('2022-06-21', 9);
    await until('the morning has run', async () => (await runsOn('2022-06-21')) === 1, 60_000);
    await moveCheck('2022-06-28');
    await setMail('live');
    await lettersLeft('2022-06-21');
    expect(await letterOf('2022-06-21')).not.toContain('6月29日');
  });

  it('what is asked of somebody who is away reaches their delegate as well', async () => {
    await morningOf('2022-06-22');
    const [away] = await writersOf('国際課', '2022-06-22');
    const [delegate] = await writersOf('契約課', '2022-06-22');
    await query(
      `insert into directory.absence (person_id, delegate_id, from_date, to_date) values ($1, $2, '2022-06-22', '2022-06-30')`,
      [away?.id, delegate?.id],
    );
    await ask(codes.asked);
    await until('both letters have left', async () => {
      const sent = await query<{ id: string }>(
        `select recipient_id as id from notice.letter where kind = 'request' and day = '2022-06-22' and state = 'sent'
            and recipient_id = any($1::uuid[]) order by copy_of nulls first`,
        [[away?.id, delegate?.id]],
      );
      return sent.length === 2 && sent[0]?.id === away?.id;
    });
  });

  it('refuses a department that does not exist, and departments that have handed in everything', async () => {
    await expect(ask('999999')).rejects.toThrow('no_such_department');
    await query(
      `update review.task_stage ts set state = 'approved' from review.annual_task t, directory.department d
        where t.id = ts.task_id and d.id = t.current_department_id and d.code = $1 and ts.state in ('none', 'drafting')`,
      [codes.other],
    );
    await expect(ask(codes.other)).rejects.toThrow('nothing_to_ask_for');
  });
});
