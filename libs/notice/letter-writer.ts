import { Inject, Injectable } from '@nestjs/common';
import { addDays, fiscalYearOf } from '#calendar';
import { CONFIG, type Config } from '#config';
import { Database } from '#database';
import { DirectoryStore } from '#directory';
import { IndicatorService } from '#indicator';
import { LetterFactsStore } from './letter-facts.store.js';
import type { ClaimedLetter } from './letter.store.js';
import {
  dailyLetter,
  isEmptyDailyLetter,
  isEmptyManagerDigest,
  type LetterFrame,
  type LetterIndicator,
  managerDigest,
  type RenderedLetter,
} from './letters/index.js';
import { mondayOf } from './reminder-days.rules.js';

const SUBJECT_PREFIX = '【総合計画】';
const FRIDAY_AFTER_MONDAY = 4;

/**
 * Renders letters from the facts of the moment: a handful of statements for a whole batch, then pure functions.
 * A letter of which nothing is left to tell is `null`.
 */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly facts: LetterFactsStore,
    private readonly indicators: IndicatorService,
    private readonly directory: DirectoryStore,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async write(letters: readonly ClaimedLetter[]): Promise<Map<string, RenderedLetter | null>> {
    const shared = await this.sharedFrame();
    const frame = ({ title, name, language, day }: ClaimedLetter): LetterFrame => ({
      ...shared,
      recipient: { title, name, language },
      date: day,
    });
    const daily = letters.filter((l) => l.kind === 'daily');
    const digests = letters.filter((l) => l.kind === 'digest');
    return new Map([...(await this.daily(daily, frame)), ...(await this.digests(digests, frame))]);
  }

  /** The frame of a letter that is written for one person at once. */
  async frame(recipient: LetterFrame['recipient'], date: string): Promise<LetterFrame> {
    return { ...(await this.sharedFrame()), recipient, date };
  }

  private async sharedFrame(): Promise<Omit<LetterFrame, 'recipient' | 'date'>> {
    const [office] = await this.directory.departmentsByOffice(this.database.pool, ['planning']);
    return {
      city: this.config.cityName,
      subjectPrefix: SUBJECT_PREFIX,
      office: { name: office?.name ?? this.config.cityName, contact: null },
      baseUrl: this.config.publicUrl,
    };
  }

  private async daily(
    letters: readonly ClaimedLetter[],
    frame: (l: ClaimedLetter) => LetterFrame,
  ): Promise<[string, RenderedLetter | null][]> {
    if (letters.length === 0) return [];
    const ids = letters.map((l) => l.id);
    const [opened, returned, reminders, overdue, waiting] = await Promise.all([
      this.facts.opened(ids),
      this.facts.returned(ids),
      this.facts.due(ids, 'reminder'),
      this.facts.due(ids, 'overdue'),
      this.facts.waiting(ids, false),
    ]);
    return letters.map((letter) => {
      const own = <T extends { letterId: string }>(all: readonly T[]): T[] =>
        all.filter((one) => one.letterId === letter.id);
      const props = {
        ...frame(letter),
        opened: own(opened),
        returned: own(returned),
        reminders: own(reminders),
        overdue: own(overdue),
        waiting: own(waiting),
      };
      return [letter.id, isEmptyDailyLetter(props) ? null : dailyLetter(props)];
    });
  }

  private async digests(
    letters: readonly ClaimedLetter[],
    frame: (l: ClaimedLetter) => LetterFrame,
  ): Promise<[string, RenderedLetter | null][]> {
    const first = letters[0];
    if (!first) return [];
    const ids = letters.map((l) => l.id);
    const weekEnd = addDays(mondayOf(first.day), FRIDAY_AFTER_MONDAY);
    const [overdue, waiting, due, commitments, scopes, behind] = await Promise.all([
      this.facts.overdueBelow(ids),
      this.facts.waiting(ids, true),
      this.facts.dueThisWeekBelow(ids, weekEnd),
      this.facts.commitmentsBelow(ids, weekEnd),
      this.facts.scopes(ids),
      this.indicatorsBehind(fiscalYearOf(first.day) - 1),
    ]);
    return letters.map((letter) => {
      const own = <T extends { letterId: string }>(all: readonly T[]): T[] =>
        all.filter((one) => one.letterId === letter.id);
      const scope = scopes.find((s) => s.letterId === letter.id);
      const props = {
        ...frame(letter),
        scope: scope?.scope ?? '',
        overdue: own(overdue),
        waiting: own(waiting),
        dueThisWeek: own(due),
        indicators: behind
          .filter((one) => scope?.indicatorKeys.includes(one.key))
          .map((one) => one.indicator),
        commitments: own(commitments),
        next: null,
      };
      return [letter.id, isEmptyManagerDigest(props) ? null : managerDigest(props)];
    });
  }

  /** Indicators judged behind or worse in a year, as letters name them. */
  async indicatorsBehind(fiscalYear: number): Promise<{ key: string; indicator: LetterIndicator }[]> {
    const views = await this.indicators.views(fiscalYear);
    return views.flatMap((view) => {
      const status = view.latest?.status;
      const actual = view.actuals.find((a) => a.fiscalYear === fiscalYear)?.value;
      if ((status !== 'behind' && status !== 'worse') || !actual) return [];
      const indicator: LetterIndicator = {
        label: view.sectionNumber,
        name: view.name,
        status,
        fiscalYear,
        actual,
        expected: view.latest?.expected ?? null,
        unit: view.unit,
        url: `/plan/${view.sectionKey}`,
      };
      return [{ key: view.key, indicator }];
    });
  }
}
