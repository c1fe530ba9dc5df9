import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { Database, firstRow, rows } from '#database';
import type { HealthCheck } from '#jobs';

const WATCHED = ['planned', 'sending', 'uncertain', 'failed'];
/** Letters put off for so many times the usual lateness, while none leaves, cannot leave at all. */
const PUT_OFF_TIMES = 3;

/**
 * Letters that are due and that nobody takes; that a worker has taken and does not end; that are tried and tried while not
 * one leaves, be it that the server is away or that it does not know our password. What the planner holds never counts.
 */
@Injectable()
export class DueLettersHealth implements HealthCheck {
  readonly name = 'letters';

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async check(): Promise<string | undefined> {
    const late = this.config.lateMinutes * 60;
    const due = await this.oldestDue();
    if (due > late) return `a letter has been due for ${minutes(due)} min`;
    const { underWay, inVain } = await this.tries(late * PUT_OFF_TIMES);
    if (underWay > late) return `a letter has been under way for ${minutes(underWay)} min`;
    if (inVain > 0)
      return `letters have been tried for ${minutes(inVain)} min and none has left: see the answers of the mail server`;
    return undefined;
  }

  async measures(): ReturnType<NonNullable<HealthCheck['measures']>> {
    const [age, states] = await Promise.all([
      this.oldestDue(),
      // Of the index alone: what was sent grows for ever, and nobody watches how many there are.
      rows<{ state: string; n: number }>(
        this.database.pool,
        `select s.state, (select count(*) from notice.letter l where l.state = s.state)::int as n
           from unnest($1::text[]) as s(state)`,
        [WATCHED],
      ),
    ]);
    return [
      {
        name: 'mawasu_letters_oldest_due_seconds',
        help: 'For how long the oldest letter that is due has been due',
        value: age,
      },
      ...states.map(({ state, n }) => ({
        name: 'mawasu_letters',
        help: 'Letters that have not left, by state',
        labels: { state },
        value: n,
      })),
    ];
  }

  /** Seconds; 0 when no letter is due. */
  private async oldestDue(): Promise<number> {
    const row = await firstRow<{ age: number | null }>(
      this.database.pool,
      `select extract(epoch from now() - min(case when state = 'sending' then lease_until else not_before end))::float8 as age
         from notice.letter
        where (state in ('planned', 'uncertain') and not_before <= now() and (select m.mode from notice.mail_setting m) <> 'hold')
           or (state = 'sending' and lease_until < now())`,
    );
    return Math.max(0, row?.age ?? 0);
  }

  /**
   * Seconds: since when the oldest present try has had no outcome; for how long letters have been tried, at least
   * `longSeconds`, without any letter leaving since.
   */
  private async tries(longSeconds: number): Promise<{ underWay: number; inVain: number }> {
    const row = await firstRow<{ underWay: number | null; inVain: number | null }>(
      this.database.pool,
      `with open as (
         select l.id, l.day, l.state, l.tries, l.tries_before from notice.letter l
          where l.state in ('planned', 'sending', 'uncertain') and l.not_before < 'infinity' and l.tries > l.tries_before
       ), tried as (
         -- The newest of these: what was tried before it may have left in the meantime.
         select max(first.began_at) as since, min(o.day) as day from open o cross join lateral (
           select min(t.began_at) as began_at from notice.letter_try t
            where t.letter_id = o.id and t.number > o.tries_before) first
          where first.began_at < now() - $1 * interval '1 second'
       ) select
         (select extract(epoch from now() - min(t.began_at))::float8 from open o
            join notice.letter_try t on t.letter_id = o.id and t.number = o.tries and t.outcome is null
           where o.state = 'sending') as "underWay",
         (select extract(epoch from now() - tried.since)::float8 from tried
           where (select m.mode from notice.mail_setting m) <> 'hold'
             and not exists (select 1 from notice.letter s where s.day >= tried.day and s.sent_at >= tried.since)) as "inVain"`,
      [longSeconds],
    );
    return { underWay: row?.underWay ?? 0, inVain: row?.inVain ?? 0 };
  }
}

const minutes = (seconds: number): number => Math.round(seconds / 60);
