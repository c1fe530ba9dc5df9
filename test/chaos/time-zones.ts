import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';

const ZONES = ['UTC', 'Asia/Tokyo', 'America/New_York'] as const;

interface Answers {
  readonly zone: string;
  /** When a schedule without a zone opens the year that Japan opens at 15:00 UTC on 31 March. */
  readonly opening: string;
  readonly againstIntl: number;
  readonly digests: Readonly<Record<string, { readonly digest: string; readonly first: string }>>;
}

async function answersIn(zone: string, instants: number): Promise<Answers> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', path.join(import.meta.dirname, 'dates-of-a-zone.ts'), String(instants)],
    { env: { ...process.env, NODE_OPTIONS: '', TZ: zone }, cwd: path.resolve(import.meta.dirname, '../..') },
  );
  return JSON.parse(stdout) as Answers;
}

export async function timeZones({ instants }: { readonly instants: number }): Promise<BarResult> {
  const problems = new Problems();
  const answers = await Promise.all(ZONES.map((zone) => answersIn(zone, instants)));
  problems.equal('zones of the processes', answers.map((one) => one.zone).toSorted(), [...ZONES].toSorted());
  const differing: string[] = [];
  const naive: string[] = [];
  for (const question of Object.keys(answers[0]?.digests ?? {})) {
    const seen = new Set(answers.map((one) => one.digests[question]?.digest));
    if (seen.size > 1) (question.startsWith('naive') ? naive : differing).push(question);
  }
  for (const one of answers)
    problems.equal(`days in ${one.zone} that Intl tells otherwise`, one.againstIntl, 0);
  for (const question of differing) problems.expect(false, `${question} differ between zones`);
  const late = (zone: string): number =>
    (Date.parse(answers.find((one) => one.zone === zone)?.opening ?? '') -
      Date.parse('2022-03-31T15:00:00Z')) /
    3_600_000;
  return judged(
    {
      bar: 'R5',
      sizes: { instants },
      value: differing.length,
      limit: 0,
      unit: `kinds of answers that differ between zones, over ${instants} instants`,
      naive: {
        failed: naive.length === 3,
        differing: naive,
        hoursLate: { UTC: late('UTC'), 'America/New_York': late('America/New_York') },
      },
      baseline: `local arithmetic: ${naive.length} of 3 kinds of answers differ, 1 April fires ${late('UTC')} hours late in UTC`,
    },
    problems.all,
  );
}

export const TIME_ZONES: Bar = barOf({
  name: 'R5',
  title: 'the same schedule, fiscal years and due dates in UTC, Asia/Tokyo and America/New_York',
  declared: { instants: 10_000 },
  small: { instants: 400 },
  run: timeZones,
});
