import { until } from '../running/product.js';
import { City, type Sheet } from '../story/city.js';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';
import { CountingSmtp } from './counting-smtp.js';
import { Installation } from './installation.js';
import { TwoTransactions } from './naive/two-transactions.js';
import { SeededRandom } from './seeded-random.js';
import { ServerOfItsOwn } from './server-of-its-own.js';
import { checkOpening, HANDED_OUT, handedOut, OPENING, yearsAndSlots } from './year-opens.js';

type Sizes = {
  /** Stops while sheets are written, handed in and confirmed. */
  readonly stopsWhileWriting: number;
  /** Stops while years are opened, shared among those. */
  readonly stopsWhileOpening: number;
};

const LANES = 4;
/** Years that the sample city's plan still has before it. */
const YEARS = [2022, 2023];
/** Long enough for a lane to be anywhere in its work when the server stops. */
const LONGEST_UNTIL_STOP_MS = 900;

interface Saved {
  readonly version: number;
  readonly state: string;
}

/** Somebody who writes sheets and those who confirm them; remembers everything the API said yes to. */
class WritingLane {
  readonly acknowledged: (Saved & { id: string; did: string })[] = [];
  /** Why a step did not come to its end, for whoever waits in vain. */
  lastFailure = '';
  private running = true;

  constructor(
    private readonly city: City,
    private readonly ids: string[],
    private readonly random: SeededRandom,
  ) {}

  async run(): Promise<void> {
    while (this.running && this.ids.length > 0) {
      const id = this.random.one(this.ids);
      // A server that is away, or an answer that never came: look again what is the case.
      await this.step(id).catch((error: unknown) => {
        this.lastFailure = String(error).slice(0, 300);
        return new Promise((resolve) => setTimeout(resolve, 40));
      });
    }
  }

  end(): void {
    this.running = false;
  }

  private async step(id: string): Promise<void> {
    const writer = await this.city.staffWritingFor(id);
    const sheet = await writer.get<Sheet>(`/api/sheets/${id}`);
    const { version } = sheet;
    if (sheet.state === 'approved') {
      this.ids.splice(this.ids.indexOf(id), 1);
    } else if (sheet.state === 'submitted') {
      const approver = await this.city.firstApprover(id);
      if (this.random.next() < 0.5)
        this.keep(
          id,
          'return',
          await approver.post(`/api/approvals/${id}/return`, { version, reason: '見直し' }),
        );
      else this.keep(id, 'approve', await approver.post(`/api/approvals/${id}/approve`, { version }));
    } else if (sheet.state === 'drafting' && this.random.next() < 0.6) {
      this.keep(id, 'submit', await writer.post(`/api/sheets/${id}/submit`, { version }));
    } else {
      const answers = await this.city.checkAnswers(writer, id, {
        results: `成果 ${version}`,
        settledCost: '100',
        grade: 'B',
      });
      this.keep(id, 'save', await writer.put(`/api/sheets/${id}/answers`, { version, answers }));
    }
  }

  private keep(id: string, did: string, { version, state }: Saved): void {
    this.acknowledged.push({ id, did, version, state });
  }
}

/** Every change has its entry, and the entries lead from state to state as the table of transitions allows. */
const HOLES = `
  select ts.id, ts.state, ts.round, ts.return_count as returns,
         (select count(*)::int from audit.audit_entry e where e.subject_id = ts.id::text and e.action = 'task_stage.submitted') as submitted,
         (select count(*)::int from audit.audit_entry e where e.subject_id = ts.id::text and e.action = 'task_stage.returned') as returned,
         (select count(*)::int from audit.audit_entry e where e.subject_id = ts.id::text and e.action = 'task_stage.approved') as approved,
         (select count(*)::int from review.approval ap where ap.task_stage_id = ts.id and ap.decision = 'approved') as approvals,
         (select count(*)::int from review.stage_version v where v.task_stage_id = ts.id and v.cause = 'submitted') as kept
    from review.task_stage ts where ts.id = any($1::uuid[])`;

async function checkWriting(
  server: ServerOfItsOwn,
  lanes: readonly WritingLane[],
  problems: Problems,
): Promise<void> {
  const acknowledged = lanes.flatMap((lane) => lane.acknowledged);
  const ids = [...new Set(acknowledged.map((one) => one.id))];
  type Row = Record<
    'round' | 'returns' | 'submitted' | 'returned' | 'approved' | 'approvals' | 'kept',
    number
  > & {
    id: string;
  };
  for (const row of await server.query<Row>(HOLES, [ids])) {
    problems.equal(
      `${row.id}: entries in the audit log and kept versions`,
      [row.submitted, row.returned, row.approved, row.kept],
      [row.round, row.returns, row.approvals, row.round],
    );
    const said = (did: string): number =>
      acknowledged.filter((one) => one.id === row.id && one.did === did).length;
    problems.expect(said('submit') <= row.submitted, `${row.id}: a submission that was acknowledged is lost`);
    problems.expect(said('return') <= row.returned, `${row.id}: a return that was acknowledged is lost`);
    problems.expect(said('approve') <= row.approved, `${row.id}: an approval that was acknowledged is lost`);
  }
  const versions = new Map(
    (
      await server.query<{ id: string; version: number }>(
        'select id, version from review.task_stage where id = any($1::uuid[])',
        [ids],
      )
    ).map((row) => [row.id, row.version]),
  );
  for (const one of acknowledged)
    problems.expect(
      (versions.get(one.id) ?? -1) >= one.version,
      `${one.id}: ${one.did} v${one.version} is lost`,
    );
}

async function stopAndStart(server: ServerOfItsOwn): Promise<void> {
  await server.end('SIGQUIT');
  server.wire.cut();
  await server.startAgain();
}

export async function databaseStopped(sizes: Sizes): Promise<BarResult> {
  const problems = new Problems();
  const smtp = await new CountingSmtp().start();
  const server = await ServerOfItsOwn.start();
  const installation = await Installation.on(server, { SMTP_URL: smtp.url, MAWASU_HEARTBEAT_MS: '200' });
  const random = new SeededRandom(6);
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const began = Date.now();
  try {
    const naive = new TwoTransactions(server);
    await naive.start();
    await installation.start('api');
    const city = new City({ url: installation.url, database: server });
    const sheets = await server.query<{ id: string }>(
      `select ts.id from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id and t.role = 'lead' and t.subject_kind = 'item'
         join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
        where ts.stage = 'check' and ts.state = 'none' order by ts.id limit 60`,
    );
    const lanes = Array.from(
      { length: LANES },
      (_, n) =>
        new WritingLane(
          city,
          sheets.filter((_sheet, at) => at % LANES === n).map(({ id }) => id),
          new SeededRandom(60 + n),
        ),
    );
    const running = Promise.all(lanes.map((lane) => lane.run()));
    const said = (): number => lanes.reduce((sum, lane) => sum + lane.acknowledged.length, 0);
    for (let stop = 0; stop < sizes.stopsWhileWriting; stop++) {
      const before = said();
      await until('something more was written', async () => said() > before + 2, 30_000, 10).catch(
        (error: unknown) => {
          throw new Error(`${String(error)} ${lanes.map((lane) => lane.lastFailure).join('; ')}`);
        },
      );
      await pause(random.between(0, LONGEST_UNTIL_STOP_MS));
      await stopAndStart(server);
    }
    for (const lane of lanes) lane.end();
    await running;
    await checkWriting(server, lanes, problems);

    const hit: { year: number; beforeHandedOut: number }[] = [];
    for (const year of YEARS) {
      await server.hold(HANDED_OUT);
      if (year === YEARS[0]) await installation.start('worker');
      if (year !== YEARS[0]) await installation.setTime(new Date(`${year}-04-01T00:06:00+09:00`));
      let inTime = 0;
      for (let stop = 0; stop < sizes.stopsWhileOpening / YEARS.length; stop++) {
        // The first in the midst of handing out, the others wherever it has come to.
        if (stop === 0) await until(`${year} is being handed out`, () => server.isWaitedFor(HANDED_OUT));
        else await pause(random.between(0, LONGEST_UNTIL_STOP_MS));
        if (!(await handedOut(server, year))) inTime++;
        await stopAndStart(server);
        await checkOpening(server, problems);
      }
      hit.push({ year, beforeHandedOut: inTime });
      problems.expect(inTime > 0, `no stop came before ${year} was handed out`);
      await until(
        `both jobs have handled 1 April ${year}`,
        async () =>
          (await installation.count(
            `select count(distinct job)::int as n from jobs.timetable_slot where job = any($1) and slot >= $2`,
            [OPENING, new Date(`${year}-04-01T00:05:00+09:00`)],
          )) === OPENING.length,
        40_000,
      ).catch(async (error: unknown) => {
        throw new Error(`${String(error)} ${await yearsAndSlots(server)}`);
      });
      await checkOpening(server, problems);
    }
    const opened = await server.query(
      `select c.fiscal_year as year, c.state, c.opened_on::text as on,
              (select count(*) from review.annual_task t where t.cycle_id = c.id)
                = (select count(*) from plan.assignments_on(c.opened_on)) as handed_out
         from cycle.review_cycle c where c.fiscal_year = any($1) order by c.fiscal_year`,
      [YEARS],
    );
    const wanted = YEARS.map((year) => ({ year, state: 'open', on: `${year}-04-01`, handed_out: true }));
    problems.equal('years opened on 1 April, all sheets handed out', opened, wanted);
    if (problems.all.length > 0) problems.expect(false, await yearsAndSlots(server));
    const holes = await naive.holes();
    return judged(
      {
        bar: 'R6',
        sizes,
        value: problems.all.length,
        limit: 0,
        unit: `things that do not hold after ${sizes.stopsWhileWriting + sizes.stopsWhileOpening} immediate stops`,
        naive: { failed: holes > 0, holes },
        baseline: `state and audit entry in two transactions: ${holes} changes that nobody wrote down`,
        seen: { acknowledged: said(), stopsBeforeHandedOut: hit, seconds: (Date.now() - began) / 1000 },
      },
      problems.all,
    );
  } finally {
    await installation.stop();
    await smtp.stop();
  }
}

export const DATABASE_STOPPED: Bar = barOf({
  name: 'R6',
  title: 'PostgreSQL is stopped at once 20 times while a year opens and sheets are handed in and confirmed',
  declared: { stopsWhileWriting: 14, stopsWhileOpening: 6 },
  small: { stopsWhileWriting: 2, stopsWhileOpening: 2 },
  run: databaseStopped,
});
