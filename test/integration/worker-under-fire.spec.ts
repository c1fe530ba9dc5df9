import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import { type Backend, postgresBackend } from '../running/queue-backends.js';
import { Session } from '../running/session.js';

const count = async (product: Product, text: string): Promise<number> =>
  (await product.database.query<{ n: number }>(text))[0]?.n ?? -1;

/** Where the queue lives makes no difference to rows; what a Redis can do to it stands with the queue. */
describe('the year turns although', () => {
  let backend: Backend;
  let product: Product;
  let planner: Session;

  beforeAll(async () => {
    backend = await postgresBackend();
    product = await startProduct('sample', backend.env);
    const page = await new Session(product.url).get<{
      samplePeople: { staffNumber: string; part: string }[];
    }>('/api/sign-in');
    planner = await new Session(product.url).signIn(
      page.samplePeople.find((p) => p.part === 'planner')?.staffNumber ?? '',
    );
  });

  afterAll(async () => {
    await product.stop();
    await backend.stop();
  });

  const settled = (): Promise<boolean> =>
    until(
      'all letters have left',
      async () =>
        (await count(
          product,
          `select count(*)::int as n from notice.letter where state in ('planned', 'sending', 'uncertain')`,
        )) === 0,
    );

  it('the worker is killed while letters go out: nobody is missed, nobody gets a second Message-ID', async () => {
    await until(
      'letters are being sent',
      async () =>
        (await count(product, `select count(*)::int as n from notice.letter where state = 'sent'`)) > 5,
    );
    product.worker.child.kill('SIGKILL');
    await product.worker.exited;
    // The lease of what was being sent runs out at once, as it would by itself after a minute.
    await product.database.query(`update notice.letter set lease_until = now() where state = 'sending'`);
    await product.startWorker();
    await settled();
    const letters = await product.database.query<{ id: string; email: string }>(
      `select l.id, p.email from notice.letter l join directory.person p on p.id = l.recipient_id where l.state = 'sent'`,
    );
    const mails = await product.mails();
    const ids = new Set(mails.map((mail) => mail.messageId));
    expect(letters.length).toBeGreaterThan(50);
    for (const letter of letters) expect([...ids].some((id) => id.includes(letter.id))).toBe(true);
    expect(ids.size).toBe(letters.length);
  });

  it('the queue is emptied: the timetable comes back by itself and the next morning has its letters', async () => {
    const outside = backend.open(product.database.url);
    await outside.flush();
    await outside.close();
    await planner.post('/api/clock', { date: '2022-04-18', hour: 9 });
    await until(
      'the letters of 18 April are planned and sent',
      async () =>
        (await count(
          product,
          `select count(*)::int as n from notice.letter where day = '2022-04-18' and state = 'sent'`,
        )) > 0,
    );
    await settled();
  });

  it('days are skipped: three missed mornings become one letter, and the year opens dated 1 April', async () => {
    product.worker.child.kill('SIGKILL');
    await product.worker.exited;
    await planner.post('/api/clock', { date: '2023-04-05', hour: 9 });
    await product.startWorker();
    await until(
      'fiscal 2023 is open',
      async () =>
        (await count(
          product,
          `select count(*)::int as n from cycle.review_cycle where fiscal_year = 2023 and state = 'open'`,
        )) === 1,
    );
    const [cycle] = await product.database.query<{ openedOn: string }>(
      `select opened_on::text as "openedOn" from cycle.review_cycle where fiscal_year = 2023`,
    );
    expect(cycle?.openedOn).toBe('2023-04-01');
    await until(
      'letters are planned',
      async () =>
        (await count(product, `select count(*)::int as n from notice.letter where day > '2022-04-18'`)) > 0,
    );
    expect(
      await count(
        product,
        `select count(distinct day)::int as n from notice.letter where day > '2022-04-18' and kind = 'daily'`,
      ),
    ).toBe(1);
    expect(
      await count(
        product,
        `select count(*)::int as n from review.annual_task t join cycle.review_cycle c on c.id = t.cycle_id where c.fiscal_year = 2023`,
      ),
    ).toBe(await count(product, 'select count(*)::int as n from plan.assignment'));
  });

  it('two workers run: every slot has one row and no task is doubled', async () => {
    const second = await product.startSecondWorker();
    await planner.post('/api/clock', { date: '2023-04-06', hour: 9 });
    await until(
      'the slot ran',
      async () =>
        (await count(
          product,
          `select count(*)::int as n from jobs.timetable_slot where slot >= '2023-04-05T23:00:00Z' and job = 'plan-daily-letters'`,
        )) === 1,
    );
    await second.stop();
    expect(
      await count(
        product,
        'select count(*)::int as n from (select assignment_id, cycle_id from review.annual_task group by 1, 2 having count(*) > 1) x',
      ),
    ).toBe(0);
  });
});
