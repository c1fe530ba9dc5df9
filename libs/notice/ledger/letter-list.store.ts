import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows } from '#database';
import { inBothKana, likeable } from '#directory';
import { titleOf } from '../letter.store.js';
import type { LetterKind, LetterState } from './letter.codes.js';
import type { LetterDetail, LetterRow } from './letter.schemas.js';

/** Which letters a list shows; what is null does not narrow it. */
export interface LetterFilter {
  readonly state: LetterState | null;
  readonly kind: LetterKind | null;
  readonly day: string | null;
  /** Part of a person's name, reading or address, or the whole staff number. */
  readonly text: string | null;
  readonly bounced: boolean;
}

const ROW = `l.id, p.name as "recipientName", ${titleOf('p.id')} as "recipientTitle", p.email, l.kind, l.day, l.state, l.tries,
  l.subject, l.server_answer as "serverAnswer", l.sent_at as "sentAt", l.as_test as "asTest", l.bounced_at as "bouncedAt",
  (select a.name from notice.letter o join directory.person a on a.id = o.recipient_id where o.id = l.copy_of) as "copyForName",
  l.state = 'uncertain' and l.not_before = 'infinity' as asks,
  l.state = 'sent' and exists (select 1 from notice.letter_try t
     where t.letter_id = l.id and t.number = l.tries and t.outcome = 'not_needed') as "nothingLeft",
  coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'count', t.n) order by t.kind)
     from (select n.kind, count(*)::int as n from notice.notice n where n.letter_id = coalesce(l.copy_of, l.id)
            group by n.kind) t), '[]') as told`;

const FROM = 'from notice.letter l join directory.person p on p.id = l.recipient_id';

/** Only the conditions that are asked for, so that each finds its index. */
function conditions(filter: LetterFilter): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const and: string[] = [];
  const add = (value: unknown, condition: (place: string) => string): void => {
    parameters.push(value);
    and.push(condition(`$${parameters.length}`));
  };
  if (filter.state !== null) add(filter.state, (at) => `l.state = ${at}`);
  if (filter.kind !== null) add(filter.kind, (at) => `l.kind = ${at}`);
  if (filter.day !== null) add(filter.day, (at) => `l.day = ${at}`);
  if (filter.bounced) and.push('l.bounced_at is not null');
  if (filter.text !== null)
    add(
      inBothKana(likeable(filter.text)),
      (
        at,
      ) => `l.recipient_id = any(array(select x.id from directory.person x where '%' || x.staff_number || '%' = any(${at}::text[])
        or replace(replace(x.name, ' ', ''), '　', '') ilike any(${at}::text[])
        or replace(replace(x.kana, ' ', ''), '　', '') ilike any(${at}::text[]) or x.email ilike any(${at}::text[])))`,
    );
  return { where: and.length === 0 ? '' : `where ${and.join(' and ')}`, parameters };
}

/** Letters as the planning division looks at them. */
@Injectable()
export class LetterListStore {
  constructor(private readonly database: Database) {}

  /** How many there are of each state, whichever state is shown; states without a letter are left out. */
  states(filter: LetterFilter): Promise<{ state: LetterState; count: number }[]> {
    const { where, parameters } = conditions({ ...filter, state: null });
    return rows(
      this.database.pool,
      `select l.state, count(*)::int as count from notice.letter l ${where} group by l.state order by l.state`,
      parameters,
    );
  }

  page(filter: LetterFilter, page: number, pageSize: number): Promise<LetterRow[]> {
    const { where, parameters } = conditions(filter);
    const [limit, offset] = [parameters.length + 1, parameters.length + 2];
    return rows(
      this.database.pool,
      `with shown as (
         select l.* from notice.letter l ${where} order by l.day desc, l.id desc limit $${limit} offset $${offset}
       ) select ${ROW} from shown l join directory.person p on p.id = l.recipient_id order by l.day desc, l.id desc`,
      [...parameters, pageSize, (page - 1) * pageSize],
    );
  }

  detail(id: string): Promise<LetterDetail | undefined> {
    return firstRow(
      this.database.pool,
      `select ${ROW}, l.sent_to as "sentTo", l.bounce_answer as "bounceAnswer",
              case when l.state in ('planned', 'uncertain') and l.not_before <> 'infinity' then l.not_before end as "nextTryAt",
              coalesce((select jsonb_agg(jsonb_build_object('number', t.number, 'beganAt', t.began_at, 'endedAt', t.ended_at,
                 'outcome', t.outcome, 'answer', t.answer) order by t.number desc)
                 from notice.letter_try t where t.letter_id = l.id), '[]') as history
         ${FROM} where l.id = $1`,
      [id],
    );
  }
}
