import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { Database, firstRow, rows } from '#database';
import type { HealthCheck } from '#jobs';

const WATCHED = ['planned', 'sending', 'uncertain', 'failed'];

/**
 * Letters that are due and that nobody takes. A mail server that is away does not count, since its letters are put off;
 * nor do letters that the planner holds.
 */
@Injectable()
export class DueLettersHealth implements HealthCheck {
  readonly name = 'letters';

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async check(): Promise<string | undefined> {
    const age = await this.oldestDue();
    if (age <= this.config.lateMinutes * 60) return undefined;
    return `a letter has been due for ${Math.round(age / 60)} min`;
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
}
