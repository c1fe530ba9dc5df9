import fc from 'fast-check';
import type { Answer, Session } from '../running/session.js';
import { City, type Sheet } from '../story/city.js';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';
import { Installation } from './installation.js';
import { readThenWrite } from './naive/read-then-write.js';

type Sizes = {
  /** Tasks on which all hands act in one moment. */
  readonly tasks: number;
  readonly hands: number;
  /** Tasks that live through a random life of several such moments, with few hands each. */
  readonly lives: number;
};

type Hand = 'approve' | 'return' | 'edit' | 'submit' | 'withdraw';
const HANDS: readonly Hand[] = ['approve', 'return', 'edit', 'submit', 'withdraw'];

interface Stage {
  readonly state: string;
  readonly version: number;
  readonly round: number;
  readonly returns: number;
  /** Handed in, and no approver has looked at it or decided. */
  readonly untouched: boolean;
}

/** What may happen to a sheet in a state, and the state and step of the version that must follow. */
const FOLLOWS: Readonly<
  Record<string, Partial<Record<Hand, { states: readonly string[]; version: number }>>>
> = {
  drafting: { edit: { states: ['drafting'], version: 1 }, submit: { states: ['submitted'], version: 1 } },
  submitted: {
    approve: { states: ['submitted', 'approved'], version: 0 },
    return: { states: ['drafting'], version: 1 },
    withdraw: { states: ['drafting'], version: 1 },
  },
  approved: {},
};

/** What somebody who came second is told: that it has changed, and what is the case now. */
interface Refusal {
  readonly code?: string;
  readonly extra?: { readonly state?: string; readonly version?: number; readonly changed?: unknown };
}

/** Hands of somebody at whose seat a sheet waits. */
const OF_THE_SEAT: ReadonlySet<Hand> = new Set(['approve', 'return']);

/** The state and version in it are those from before the winner or from after him, and what changed in between is named. */
function tellsWhatIs({ code, extra }: Refusal, moments: readonly Stage[]): boolean {
  const known = moments.some(({ state, version }) => state === extra?.state && version === extra.version);
  return typeof code === 'string' && known && Array.isArray(extra?.changed);
}

class Desk {
  constructor(
    private readonly city: City,
    private readonly problems: Problems,
    readonly id: string,
    private readonly writer: Session,
  ) {}

  async stage(): Promise<Stage> {
    const [row] = await this.city.product.database.query<Stage>(
      `select ts.state, ts.version, ts.round, ts.return_count as returns,
              not exists (select 1 from review.approval ap where ap.task_stage_id = ts.id and ap.round = ts.round
                             and (ap.decision is not null or ap.opened_at is not null)) as untouched
         from review.task_stage ts where ts.id = $1`,
      [this.id],
    );
    if (!row) throw new Error(`there is no sheet ${this.id}`);
    return row;
  }

  async fillIn(): Promise<void> {
    const answers = await this.city.checkAnswers(this.writer, this.id, {
      results: '手順書を改訂した。',
      settledCost: '100',
      grade: 'B',
    });
    const sheet = await this.writer.get<Sheet>(`/api/sheets/${this.id}`);
    await this.writer.put(`/api/sheets/${this.id}/answers`, { version: sheet.version, answers });
  }

  async submit(): Promise<void> {
    await this.writer.post(`/api/sheets/${this.id}/submit`, { version: (await this.stage()).version });
  }

  private send(hand: Hand, n: number, version: number, approver: Session): Promise<Answer> {
    const sheet = `/api/sheets/${this.id}`;
    const approval = `/api/approvals/${this.id}`;
    switch (hand) {
      case 'approve':
        return approver.send('POST', `${approval}/approve`, { version });
      case 'return':
        return approver.send('POST', `${approval}/return`, { version, reason: `見直し ${n}` });
      case 'edit':
        return this.writer.send('PUT', `${sheet}/answers`, {
          version,
          answers: { results: `成果 ${version} ${n}` },
        });
      case 'submit':
        return this.writer.send('POST', `${sheet}/submit`, { version });
      case 'withdraw':
        return this.writer.send('POST', `${sheet}/withdraw`, { version });
    }
  }

  /** All hands at once, all of them having seen the same version: one wins, and the sheet is what the winner made it. */
  async moment(hands: readonly Hand[]): Promise<void> {
    const before = await this.stage();
    const approver = before.state === 'submitted' ? await this.city.firstApprover(this.id) : this.writer;
    const answers = await Promise.all(
      hands.map(async (hand, n) => ({ hand, answer: await this.send(hand, n, before.version, approver) })),
    );
    const after = await this.stage();
    const legal = { ...FOLLOWS[before.state] };
    if (!before.untouched) delete legal.withdraw;
    const winners = answers.filter(({ answer }) => answer.status < 300);
    const where = `${this.id} ${before.state} v${before.version}`;
    const wanted = hands.some((hand) => legal[hand]) ? 1 : 0;
    this.problems.expect(
      winners.length === wanted,
      `${where}: ${winners.length} winners (${winners.map(({ hand }) => hand).join(', ')}) of ${hands.length}`,
    );
    const follows = winners[0] ? legal[winners[0].hand] : { states: [before.state], version: 0 };
    this.problems.expect(
      follows !== undefined &&
        follows.states.includes(after.state) &&
        after.version === before.version + follows.version,
      `${where}: became ${after.state} v${after.version} by ${winners[0]?.hand ?? 'nobody'}`,
    );
    for (const { hand, answer } of answers) {
      if (answer.status < 300) continue;
      // The sheet waits at the next seat: it is not this one's turn any more.
      const turnHasPassed = winners[0]?.hand === 'approve' && after.state === 'submitted';
      const told =
        answer.status === 403
          ? turnHasPassed && OF_THE_SEAT.has(hand)
          : answer.status === 409 && tellsWhatIs(answer.body as Refusal, [before, after]);
      this.problems.expect(
        told,
        `${where}: ${hand} was answered ${answer.status} ${JSON.stringify(answer.body).slice(0, 260)}`,
      );
    }
  }

  /** The kept history tells one story without forks: rounds, returns and decisions agree with the audit log. */
  async historyIsLinear(): Promise<void> {
    const { database } = this.city.product;
    const now = await this.stage();
    const audits = await database.query<{ action: string }>(
      `select action from audit.audit_entry where subject_kind = 'task_stage' and subject_id = $1 order by id`,
      [this.id],
    );
    let state = 'drafting';
    const counted = { submitted: 0, returned: 0 };
    for (const { action } of audits) {
      const event = action.replace('task_stage.', '');
      const from = event === 'submitted' ? 'drafting' : 'submitted';
      this.problems.expect(
        state === from || event === 'begun',
        `${this.id}: ${event} in the log while ${state}`,
      );
      if (event === 'submitted') state = 'submitted';
      if (event === 'returned' || event === 'withdrawn') state = 'drafting';
      if (event === 'submitted' || event === 'returned') counted[event]++;
    }
    this.problems.equal(`${this.id}: rounds and returns in the log`, counted, {
      submitted: now.round,
      returned: now.returns,
    });
    this.problems.expect(
      state === now.state || (state === 'submitted' && now.state === 'approved'),
      `${this.id}: ${now.state}, in the log ${state}`,
    );
    const versions = await database.query<{ number: number }>(
      'select number from review.stage_version where task_stage_id = $1 order by number',
      [this.id],
    );
    this.problems.equal(
      `${this.id}: numbers of kept versions`,
      versions.map((version) => version.number),
      versions.map((_, at) => at + 1),
    );
    const decided = await database.query(
      `select round, position from review.approval where task_stage_id = $1 and decision is not null
        group by round, position having count(*) > 1`,
      [this.id],
    );
    this.problems.equal(`${this.id}: steps decided twice`, decided.length, 0);
  }
}

async function desks(city: City, count: number, problems: Problems): Promise<Desk[]> {
  const ids = await city.product.database.query<{ id: string }>(
    `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id and t.role = 'lead' and t.subject_kind = 'item'
       join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
      where ts.stage = 'check' and ts.state = 'none' order by ts.id limit $1`,
    [count],
  );
  const found: Desk[] = [];
  for (const { id } of ids) {
    const desk = new Desk(city, problems, id, await city.staffWritingFor(id));
    await desk.fillIn();
    found.push(desk);
  }
  return found;
}

export async function manyHands({ tasks, hands, lives }: Sizes): Promise<BarResult> {
  const problems = new Problems();
  const installation = await Installation.of('sample', { SMTP_URL: 'smtp://127.0.0.1:9' });
  const began = Date.now();
  try {
    await installation.start('api');
    const city = new City({ url: installation.url, database: installation.database });
    const all = await desks(city, tasks + lives, problems);
    problems.expect(all.length === tasks + lives, `only ${all.length} tasks to act on`);
    const three: readonly Hand[] = ['approve', 'return', 'edit'];
    for (const desk of all.slice(0, tasks)) {
      await desk.submit();
      await desk.moment(Array.from({ length: hands }, (_, n) => three[n % 3] ?? 'edit'));
    }
    const rest = all.slice(tasks);
    const life = fc.array(fc.array(fc.constantFrom(...HANDS), { minLength: 2, maxLength: 12 }), {
      minLength: 4,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(life, async (moments) => {
        const desk = rest.pop();
        for (const moment of moments) await desk?.moment(moment);
      }),
      { numRuns: lives, seed: 7, endOnFailure: true },
    );
    for (const desk of all) await desk.historyIsLinear();
    const naive = await readThenWrite(installation.database.url, hands);
    return judged(
      {
        bar: 'R7',
        sizes: { tasks, hands, lives },
        value: problems.all.length,
        limit: 0,
        unit: `things that do not hold, ${hands} parallel hands on each of ${tasks} tasks and ${lives} random lives`,
        naive: { failed: naive.winners > 1, ...naive },
        baseline: `read, then write: ${naive.winners} winners of ${hands} on one task`,
        seen: { seconds: (Date.now() - began) / 1000, requests: tasks * hands },
      },
      problems.all,
    );
  } finally {
    await installation.stop();
  }
}

export const MANY_HANDS: Bar = barOf({
  name: 'R7',
  title: '200 people approve, return and edit the same sheet in the same moment',
  declared: { tasks: 1_000, hands: 200, lives: 20 },
  full: { tasks: 20, hands: 200, lives: 20 },
  small: { tasks: 1, hands: 30, lives: 2 },
  run: manyHands,
});
