import { cloneDatabase } from '../running/database.js';
import { until } from '../running/product.js';
import { waiting } from '../running/waits.js';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';
import { CountingSmtp, type SmtpCopy } from './counting-smtp.js';
import { Installation, killed, type Process } from './installation.js';
import { leasesRunOut, planManyDigests } from './many-digests.js';
import { SeededRandom } from './seeded-random.js';

type Sizes = {
  readonly letters: number;
  readonly kills: number;
  readonly naiveLetters: number;
  readonly naiveKills: number;
};

/**
 * A kill may repeat what is on the wire, one letter for each connection, and the answers that are not written down: a
 * micro-batch of ten that is being written, and one that is being gathered.
 */
const REPEATS_OF_A_KILL = 5 + 10 + 10;

interface Outcome {
  readonly missing: number;
  readonly secondIds: number;
  /** Copies beyond one for each person. */
  readonly repeats: number;
}

function outcome(letters: number, byAddress: ReadonlyMap<string, readonly SmtpCopy[]>): Outcome {
  const all = [...byAddress.values()];
  return {
    missing: letters - all.length,
    secondIds: all.filter((copies) => new Set(copies.map((copy) => copy.messageId)).size > 1).length,
    repeats: all.reduce((sum, copies) => sum + copies.length - 1, 0),
  };
}

/** Kills what `start` starts whenever another share of the letters has arrived, then lets the last one finish. */
async function killAgainAndAgain(
  smtp: CountingSmtp,
  { letters, kills }: { letters: number; kills: number },
  random: SeededRandom,
  start: () => Promise<Process>,
): Promise<Process> {
  const share = letters / (kills + 1);
  let process = await start();
  for (let kill = 1; kill <= kills; kill++) {
    const at = Math.floor(kill * share + random.next() * share * 0.6 - share * 0.3);
    let ended = false;
    void process.exited.then(() => (ended = true));
    await until(`${at} letters have arrived`, async () => ended || smtp.copies.length >= at, 120_000, 2);
    // A way that loses letters comes to its end before all of them have arrived.
    if (ended) return process;
    await killed(process);
    process = await start();
  }
  return process;
}

async function product(
  { letters, kills }: Sizes,
  problems: Problems,
): Promise<Outcome & { seconds: number }> {
  const smtp = await new CountingSmtp().start();
  const city = await Installation.of('sample', { SMTP_URL: smtp.url });
  try {
    await planManyDigests(city.database, letters);
    const began = Date.now();
    await killAgainAndAgain(smtp, { letters, kills }, new SeededRandom(1), async () => {
      await leasesRunOut(city.database);
      return city.start('worker');
    });
    await city.lettersSettled(120_000);
    const seconds = (Date.now() - began) / 1000;
    const states = await city.database.query(
      'select state, count(*)::int as n from notice.letter group by state order by state',
    );
    problems.equal('letters in the ledger', states, [{ state: 'sent', n: letters }]);
    const addresses = await city.database.query<{ id: string; email: string }>(
      'select l.id, p.email from notice.letter l join directory.person p on p.id = l.recipient_id',
    );
    const byAddress = smtp.byAddress();
    const strange = addresses.filter(
      ({ id, email }) => !byAddress.get(email)?.every((copy) => copy.messageId.includes(id)),
    );
    problems.equal('people whose Message-ID is not that of their letter', strange.length, 0);
    return { ...outcome(letters, byAddress), seconds };
  } finally {
    await city.stop();
    await smtp.stop();
  }
}

async function naive(way: 'plain' | 'claim-first', { naiveLetters, naiveKills }: Sizes): Promise<Outcome> {
  const smtp = await new CountingSmtp().start();
  const database = await cloneDatabase('empty');
  const city = await Installation.on(database, { SMTP_URL: smtp.url });
  try {
    await database.query('create schema naive');
    await database.query(
      'create table naive.letter (id serial primary key, email text not null, sent boolean not null default false)',
    );
    await database.query(
      `insert into naive.letter (email) select 'manager' || n || '@aobagawa.example.jp' from generate_series(1, $1) n`,
      [naiveLetters],
    );
    const last = await killAgainAndAgain(
      smtp,
      { letters: naiveLetters, kills: naiveKills },
      new SeededRandom(2),
      () => city.startScript('naive/naive-mailer.ts', [way]),
    );
    await waiting('the naive worker has sent all', last.exited);
    return outcome(naiveLetters, smtp.byAddress());
  } finally {
    await city.stop();
    await smtp.stop();
  }
}

export async function workerKilled(sizes: Sizes): Promise<BarResult> {
  const problems = new Problems();
  const ours = await product(sizes, problems);
  const [plain, claimFirst] = await Promise.all([naive('plain', sizes), naive('claim-first', sizes)]);
  const perKill = (repeats: number, kills: number): number => Math.round((repeats / kills) * 100) / 100;
  const repeats = perKill(ours.repeats, sizes.kills);
  const naiveRepeats = perKill(plain.repeats, sizes.naiveKills);
  problems.expect(
    repeats <= REPEATS_OF_A_KILL,
    `${repeats} repeated copies a kill, should be at most ${REPEATS_OF_A_KILL}`,
  );
  return judged(
    {
      bar: 'R1',
      sizes,
      value: ours.missing + ours.secondIds,
      limit: 0,
      unit: `managers without a letter or with a second Message-ID, of ${sizes.letters} in ${sizes.kills} kills`,
      naive: {
        failed: plain.secondIds > 0 && claimFirst.missing > 0,
        plain,
        claimFirst,
        letters: sizes.naiveLetters,
        kills: sizes.naiveKills,
      },
      baseline: `plain worker: ${plain.secondIds} second letters; claim first: ${claimFirst.missing} never sent, of ${sizes.naiveLetters} in ${sizes.naiveKills} kills. Copies too many for each kill: ${repeats} (at most ${REPEATS_OF_A_KILL}), plain worker ${naiveRepeats}${repeats > naiveRepeats ? ': ours repeats more, under the same Message-ID' : ''}`,
      seen: {
        ...ours,
        repeatsPerKill: repeats,
        repeatsAllowed: REPEATS_OF_A_KILL,
        naiveRepeatsPerKill: naiveRepeats,
      },
    },
    problems.all,
  );
}

export const WORKER_KILLED: Bar = barOf({
  name: 'R1',
  title: 'the worker is killed 50 times while 10,000 digests go out',
  declared: { letters: 10_000, kills: 50, naiveLetters: 2_000, naiveKills: 10 },
  small: { letters: 150, kills: 1, naiveLetters: 240, naiveKills: 6 },
  run: workerKilled,
});
