import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows } from '#database';
import { CLAIMED, type ClaimedLetter } from '../letter.store.js';
import type { TriedLetter } from './after-try.rules.js';
import type { LetterState, MailMode, TryOutcome } from './letter.codes.js';
import { KINDS_TO_ASK } from './uncertain.rules.js';

/** A letter that this worker owns until the lease runs out. */
export interface TakenLetter extends ClaimedLetter, TriedLetter {
  readonly claimId: string;
  readonly unsubscribeToken: string;
  readonly mode: Exclude<MailMode, 'hold'>;
  /** The version of the mail setting under which it was taken. */
  readonly settingVersion: number;
  readonly testAddresses: readonly string[];
}

/** What became of one try. */
export interface TryResult {
  readonly id: string;
  readonly claimId: string;
  readonly state: LetterState;
  readonly outcome: TryOutcome;
  /** Until the next try; null for none without a person. */
  readonly waitMs: number | null;
  readonly subject: string;
  readonly answer: string;
  readonly sentTo: string | null;
  readonly asTest: boolean;
}

export interface Claim {
  readonly id: string;
  readonly claimId: string;
}

/** Who waits at the screen goes before who reads in the morning; the expression of the index letter_due. */
const URGENCY = `(case l.kind when 'password' then 0 when 'at_once' then 1 else 2 end)`;
/** What stands beside a letter that was not sent as its person has left. */
const PERSON_LEFT = '宛先の人は登録が停止されています（the account of the person is disabled）';
const LEASE = `clock_timestamp() + $1 * interval '1 millisecond'`;

/** A letter that went out earlier and has nothing left to tell was sent all the same, with the answer it had then. */
const STAYS_SENT = `r.state = 'not_needed' and l.sent_at is not null`;
const ANSWER_WHEN_SENT = `(select t.answer from notice.letter_try t
  where t.letter_id = l.id and t.outcome = 'sent' order by t.number desc limit 1)`;

/** Who sends which letter now. Every statement concerns a whole batch. */
@Injectable()
export class ClaimStore {
  constructor(private readonly database: Database) {}

  /**
   * Takes letters that are due, with the row of the try that begins; nothing while mail is held. Letters of which a person
   * decides when they are uncertain are taken apart from the others: who dies with them leaves few to decide.
   */
  claim(
    which: 'ordinary' | 'asked',
    limit: number,
    claimId: string,
    leaseMs: number,
  ): Promise<TakenLetter[]> {
    return rows(
      this.database.pool,
      `with due as (
         select l.id from notice.letter l
          where (select m.mode from notice.mail_setting m) <> 'hold'
            and l.state in ('planned', 'uncertain') and l.not_before <= now() and (l.kind = any($4::text[])) = $5
          order by ${URGENCY}, l.not_before, l.id limit $2 for update skip locked
       ), taken as (
         update notice.letter l set state = 'sending', claim_id = $3, tries = l.tries + 1, lease_until = ${LEASE}
           from due where l.id = due.id returning l.*
       ), begun as (
         insert into notice.letter_try (letter_id, number, claim_id) select l.id, l.tries, l.claim_id from taken l
       ) select ${CLAIMED}, l.claim_id as "claimId", l.unsubscribe_token as "unsubscribeToken",
                m.mode, m.test_addresses as "testAddresses", m.version as "settingVersion", earlier.*
           from taken l join directory.person p on p.id = l.recipient_id
           cross join notice.mail_setting m
           cross join lateral (
             select count(*) filter (where t.outcome = 'later')::int as deferrals,
                    count(*) filter (where t.outcome = 'uncertain' and t.answer is not null)::int as "lostAnswers",
                    count(*) filter (where t.outcome = 'unreachable')::int as unreached
               from notice.letter_try t where t.letter_id = l.id and t.number > l.tries_before) earlier
          order by ${URGENCY}, l.id`,
      [leaseMs, limit, claimId, KINDS_TO_ASK, which === 'asked'],
    );
  }

  /** Letters to people who have left meanwhile are not needed. */
  async leaveOutWhoLeft(): Promise<void> {
    await rows(
      this.database.pool,
      `with gone as (
         select l.id from notice.letter l join directory.person p on p.id = l.recipient_id and p.disabled_at is not null
          where l.state in ('planned', 'uncertain') and l.not_before <= now() for update of l skip locked
       ) update notice.letter l set state = 'not_needed', claim_id = null, server_answer = $1 from gone where l.id = gone.id`,
      [PERSON_LEFT],
    );
  }

  /**
   * Letters whose lease ran out may have reached the server: they are uncertain. The claim stays written, so that an
   * answer that comes late still settles its letter as long as nobody else has taken it.
   */
  async expire(): Promise<void> {
    await rows(
      this.database.pool,
      `with lost as (
         select id from notice.letter where state = 'sending' and lease_until < now() for update skip locked
       ), unsure as (
         update notice.letter l set state = 'uncertain', lease_until = null,
                not_before = case when l.kind = any($1::text[]) then 'infinity'::timestamptz else now() end
           from lost where l.id = lost.id returning l.id, l.claim_id
       ) update notice.letter_try t set outcome = 'uncertain', ended_at = clock_timestamp()
           from unsure u where t.letter_id = u.id and t.claim_id = u.claim_id and t.outcome is null`,
      [KINDS_TO_ASK],
    );
  }

  /** The version of the mail setting now. */
  async settingVersion(): Promise<number> {
    const row = await firstRow<{ version: number }>(
      this.database.pool,
      'select version from notice.mail_setting',
    );
    return row?.version ?? 0;
  }

  /** Lengthens the lease of what is still ours; returns the ids of these. */
  async renew(claims: readonly Claim[], leaseMs: number): Promise<Set<string>> {
    const kept = await rows<{ id: string }>(
      this.database.pool,
      `update notice.letter l set lease_until = ${LEASE}
         from jsonb_to_recordset($2::jsonb) as r(id uuid, "claimId" uuid)
        where l.id = r.id and l.claim_id = r."claimId" and l.state = 'sending' returning l.id`,
      [leaseMs, JSON.stringify(claims.map(({ id, claimId }) => ({ id, claimId })))],
    );
    return new Set(kept.map((row) => row.id));
  }

  /**
   * Marks letters as the server answered. The try is always recorded; the letter changes only where the claim is still the
   * one under which it was sent. It does not wait for the disk: a server that dies within the second forgets answers, as a
   * worker does that dies before it marks, and the claims, which are on the disk, settle these letters by the same rules.
   */
  async mark(results: readonly TryResult[]): Promise<void> {
    await rows(
      this.database.pool,
      `with r as (
         select r.* from set_config('synchronous_commit', 'off', true),
                jsonb_to_recordset($1::jsonb) as r(id uuid, "claimId" uuid, state text, outcome text, "waitMs" float8,
                subject text, answer text, "sentTo" text, "asTest" boolean)
       ), tried as (
         update notice.letter_try t set outcome = r.outcome, answer = r.answer, ended_at = clock_timestamp()
           from r where t.letter_id = r.id and t.claim_id = r."claimId"
       ) update notice.letter l
            set state = case when ${STAYS_SENT} then 'sent' else r.state end,
                subject = coalesce(nullif(r.subject, ''), l.subject),
                server_answer = case when ${STAYS_SENT} then coalesce(${ANSWER_WHEN_SENT}, l.server_answer) else r.answer end,
                lease_until = null, sent_to = coalesce(r."sentTo", l.sent_to),
                as_test = case when ${STAYS_SENT} then l.as_test else r."asTest" end,
                claim_id = case when r.state = 'uncertain' then l.claim_id end,
                sent_at = case when r.state = 'sent' then clock_timestamp() else l.sent_at end,
                not_before = case when r."waitMs" is not null then now() + r."waitMs" * interval '1 millisecond'
                                  when r.state = 'uncertain' then 'infinity'::timestamptz else l.not_before end
           from r where l.id = r.id and l.claim_id = r."claimId" and l.state in ('sending', 'uncertain')`,
      [JSON.stringify(results)],
    );
  }

  /** Gives back what was taken and not begun, as if it had not been taken. */
  async release(claims: readonly Claim[]): Promise<void> {
    await rows(
      this.database.pool,
      `with r as (
         select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "claimId" uuid)
       ), never_begun as (
         delete from notice.letter_try t using r where t.letter_id = r.id and t.claim_id = r."claimId"
       ) update notice.letter l set state = 'planned', tries = l.tries - 1, claim_id = null, lease_until = null,
                not_before = least(l.not_before, now())
           from r where l.id = r.id and l.claim_id = r."claimId" and l.state in ('sending', 'uncertain')`,
      [JSON.stringify(claims.map(({ id, claimId }) => ({ id, claimId })))],
    );
  }

  async anyDue(): Promise<boolean> {
    const row = await firstRow<{ due: boolean }>(
      this.database.pool,
      `select exists (select 1 from notice.letter where state = 'sending' and lease_until < now())
           or ((select m.mode from notice.mail_setting m) <> 'hold'
               and exists (select 1 from notice.letter where state in ('planned', 'uncertain') and not_before <= now())) as due`,
    );
    return row?.due ?? false;
  }
}
