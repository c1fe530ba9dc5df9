import { Inject, Injectable } from '@nestjs/common';
import { fiscalYearOf } from '#calendar';
import { CONFIG, type Config } from '#config';
import { Database, type Sql } from '#database';
import { DirectoryStore } from '#directory';
import { DigestFactsStore } from './digest-facts.store.js';
import { IndicatorsBehind } from './indicators-behind.js';
import { LetterFactsStore } from './letter-facts.store.js';
import type { ClaimedLetter } from './letter.store.js';
import {
  cycleSummary,
  type DailyLetterProps,
  dailyLetter,
  handoverLetter,
  isEmptyDailyLetter,
  isEmptyHandover,
  isEmptyManagerDigest,
  type LetterFrame,
  managerDigest,
  NOTHING_TO_TELL,
  type RenderedLetter,
} from './letters/index.js';
import { YearSummaries } from './year-summaries.js';

const SUBJECT_PREFIX = '【総合計画】';
/** Where readers change how mail comes. */
const SETTINGS_PATH = '/me/mail';

type Written = Map<string, RenderedLetter | null>;
type FrameOf = (letter: ClaimedLetter) => LetterFrame;

/**
 * Renders letters from the facts of the moment: a handful of statements for a whole batch, then pure functions.
 * A letter of which nothing is left to tell is `null`; password letters are not written here, since they carry a secret.
 */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly facts: LetterFactsStore,
    private readonly digest: DigestFactsStore,
    private readonly behind: IndicatorsBehind,
    private readonly summaries: YearSummaries,
    private readonly directory: DirectoryStore,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param sql the pool, or a transaction that sees letters nobody else does */
  async write(letters: readonly ClaimedLetter[], sql: Sql = this.database.pool): Promise<Written> {
    const shared = await this.sharedFrame(sql);
    const frame: FrameOf = ({ title, name, language, day, principal }) => ({
      ...shared,
      mailSettingsUrl: SETTINGS_PATH,
      recipient: { title: principal?.title ?? title, name: principal?.name ?? name, language },
      date: day,
      ...(principal ? { delegate: name } : {}),
    });
    const of = (...kinds: ClaimedLetter['kind'][]): ClaimedLetter[] =>
      letters.filter((l) => kinds.includes(l.kind));
    return new Map([
      ...(await this.daily(sql, of('daily', 'at_once', 'request'), frame)),
      ...(await this.digests(sql, of('digest'), frame)),
      ...(await this.handovers(sql, of('handover'), frame)),
      ...(await this.yearSummaries(sql, of('summary'), frame)),
    ]);
  }

  /** The frame of a letter that is written for one person at once. */
  async frame(recipient: LetterFrame['recipient'], date: string): Promise<LetterFrame> {
    return { ...(await this.sharedFrame(this.database.pool)), recipient, date };
  }

  private async sharedFrame(sql: Sql): Promise<Omit<LetterFrame, 'recipient' | 'date'>> {
    const [office] = await this.directory.departmentsByOffice(sql, ['planning']);
    return {
      city: this.config.cityName,
      subjectPrefix: SUBJECT_PREFIX,
      office: office?.name ?? this.config.cityName,
      baseUrl: this.config.publicUrl,
    };
  }

  private async daily(sql: Sql, letters: readonly ClaimedLetter[], frame: FrameOf): Promise<Written> {
    if (letters.length === 0) return new Map();
    const ids = factsOf(letters);
    const told = await this.facts.kindsOf(sql, ids);
    const [opened, moved, returned, requested, reminders, overdue, waiting, escalated, decided] =
      await this.gathered(sql, [
        whereTold(told, ['cycle_opened', 'stage_opened'], () => this.facts.opened(sql, ids)),
        whereTold(told, ['due_moved'], () => this.facts.moved(sql, ids)),
        whereTold(told, ['returned'], () => this.facts.returned(sql, ids)),
        whereTold(told, ['requested'], () => this.facts.due(sql, ids, 'requested')),
        whereTold(told, ['reminder'], () => this.facts.due(sql, ids, 'reminder')),
        whereTold(told, ['overdue'], () => this.facts.due(sql, ids, 'overdue')),
        whereTold(told, ['waiting'], () => this.facts.waiting(sql, ids, false)),
        whereTold(told, ['escalation'], () => this.facts.escalated(sql, ids)),
        whereTold(told, ['decided'], () => this.facts.decided(sql, ids)),
      ]);
    return rendered(letters, (letter) => {
      const props = {
        ...frame(letter),
        ...NOTHING_TO_TELL,
        form: formOf(letter.kind),
        opened: opened(letter),
        moved: moved(letter),
        returned: returned(letter),
        requested: requested(letter),
        reminders: reminders(letter),
        overdue: overdue(letter),
        waiting: waiting(letter),
        escalated: escalated(letter),
        decided: decided(letter),
      };
      return isEmptyDailyLetter(props) ? null : dailyLetter(props);
    });
  }

  private async digests(sql: Sql, letters: readonly ClaimedLetter[], frame: FrameOf): Promise<Written> {
    if (letters.length === 0) return new Map();
    const ids = factsOf(letters);
    const told = await this.facts.kindsOf(sql, ids);
    const [
      below,
      own,
      waiting,
      due,
      commitments,
      scopes,
      next,
      opened,
      moved,
      returned,
      requested,
      reminders,
      escalated,
      decided,
    ] = await this.gathered(sql, [
      () => this.digest.overdueBelow(sql, ids),
      whereTold(told, ['overdue'], () => this.facts.due(sql, ids, 'overdue')),
      () => this.facts.waiting(sql, ids, true),
      () => this.digest.dueThisWeekBelow(sql, ids),
      () => this.digest.commitmentsBelow(sql, ids),
      () => this.digest.scopes(sql, ids),
      () => this.digest.next(sql, ids),
      whereTold(told, ['cycle_opened', 'stage_opened'], () => this.facts.opened(sql, ids)),
      whereTold(told, ['due_moved'], () => this.facts.moved(sql, ids)),
      whereTold(told, ['returned'], () => this.facts.returned(sql, ids)),
      whereTold(told, ['requested'], () => this.facts.due(sql, ids, 'requested')),
      whereTold(told, ['reminder'], () => this.facts.due(sql, ids, 'reminder')),
      whereTold(told, ['escalation'], () => this.facts.escalated(sql, ids)),
      whereTold(told, ['decided'], () => this.facts.decided(sql, ids)),
    ]);
    const behind = await this.behindIn(letters);
    return rendered(letters, (letter) => {
      const [scope] = scopes(letter);
      const props = {
        ...frame(letter),
        scope: scope?.scope ?? '',
        overdue: [...below(letter), ...own(letter)],
        waiting: waiting(letter),
        dueThisWeek: due(letter),
        indicators: (behind.get(judgedYear(letter)) ?? [])
          .filter((one) => scope?.indicatorKeys.includes(one.key))
          .map((one) => one.indicator),
        commitments: commitments(letter),
        opened: opened(letter),
        moved: moved(letter),
        returned: returned(letter),
        requested: requested(letter),
        reminders: reminders(letter),
        escalated: escalated(letter),
        decided: decided(letter),
        next: next(letter)[0] ?? null,
      };
      return isEmptyManagerDigest(props) ? null : managerDigest(props);
    });
  }

  /** Indicators behind, by the year that letters look back on; a batch seldom knows more than one. */
  private async behindIn(
    letters: readonly ClaimedLetter[],
  ): Promise<Map<number, Awaited<ReturnType<IndicatorsBehind['inYear']>>>> {
    const years = [...new Set(letters.map(judgedYear))];
    return new Map(
      await Promise.all(years.map(async (year) => [year, await this.behind.inYear(year)] as const)),
    );
  }

  /** Facts by letter, asked for side by side; a transaction has one connection and asks one after the other. */
  private async gathered<Facts extends readonly { readonly letterId: string }[]>(
    sql: Sql,
    asks: { readonly [At in keyof Facts]: () => Promise<Facts[At][]> },
  ): Promise<{ [At in keyof Facts]: (letter: ClaimedLetter) => readonly Facts[At][] }> {
    const waiting: readonly (() => Promise<{ readonly letterId: string }[]>)[] = asks;
    const answers =
      sql === this.database.pool
        ? await Promise.all(waiting.map((ask) => ask()))
        : await oneAfterTheOther(waiting);
    return answers.map(grouped) as { [At in keyof Facts]: (letter: ClaimedLetter) => readonly Facts[At][] };
  }

  private async handovers(sql: Sql, letters: readonly ClaimedLetter[], frame: FrameOf): Promise<Written> {
    if (letters.length === 0) return new Map();
    const posts = grouped(await this.facts.handovers(sql, factsOf(letters)));
    return rendered(letters, (letter) => {
      const framed = frame(letter);
      const taken = posts(letter);
      // The letter speaks to the holder of the new post, whatever else they hold.
      const title = taken[0]?.title ?? framed.recipient.title;
      const props = { ...framed, recipient: { ...framed.recipient, title }, posts: taken };
      return isEmptyHandover(props) ? null : handoverLetter(props);
    });
  }

  private async yearSummaries(sql: Sql, letters: readonly ClaimedLetter[], frame: FrameOf): Promise<Written> {
    if (letters.length === 0) return new Map();
    const closed = grouped(await this.facts.closedYears(sql, factsOf(letters)));
    const years = new Set(letters.flatMap((letter) => closed(letter).map((one) => one.fiscalYear)));
    const summaries = await this.summaries.of([...years]);
    return rendered(letters, (letter) => {
      const [year] = closed(letter);
      const summary = year && summaries.get(year.fiscalYear);
      return summary ? cycleSummary({ ...frame(letter), ...summary }) : null;
    });
  }
}

/** Asks only where some letter of the batch has a notice of these kinds; most mornings know few. */
const whereTold =
  <Fact>(
    told: ReadonlySet<string>,
    kinds: readonly string[],
    ask: () => Promise<Fact[]>,
  ): (() => Promise<Fact[]>) =>
  () =>
    kinds.some((kind) => told.has(kind)) ? ask() : Promise.resolve([]);

async function oneAfterTheOther<T>(asks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const answers: T[] = [];
  for (const ask of asks) answers.push(await ask());
  return answers;
}

const formOf = (kind: ClaimedLetter['kind']): DailyLetterProps['form'] =>
  kind === 'at_once' || kind === 'request' ? kind : 'daily';

/** Digests tell how the indicators of the year before stand. */
const judgedYear = (letter: ClaimedLetter): number => fiscalYearOf(letter.day) - 1;

const factsOf = (letters: readonly ClaimedLetter[]): string[] => [
  ...new Set(letters.map((letter) => letter.factsId)),
];

function rendered(
  letters: readonly ClaimedLetter[],
  render: (letter: ClaimedLetter) => RenderedLetter | null,
): Written {
  return new Map(letters.map((letter) => [letter.id, render(letter)]));
}

/** Facts by the letter they belong to, gathered once for the whole batch. */
function grouped<Fact extends { readonly letterId: string }>(
  facts: readonly Fact[],
): (letter: ClaimedLetter) => readonly Fact[] {
  const byLetter = Map.groupBy(facts, (fact) => fact.letterId);
  return (letter) => byLetter.get(letter.factsId) ?? [];
}
