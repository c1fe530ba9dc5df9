import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows, type Sql } from '#database';
import type { Decision, DecisionPage, RecordDecision } from './decision.schemas.js';

type Place = DecisionPage['places'][number];

/** What is stored of a decision, apart from its promises. */
export interface DecisionRow {
  readonly id: string;
  readonly version: number;
  readonly recorderName: string;
  readonly recordedAt: Date;
}

type DecidedInShort = Pick<Decision, 'verdict' | 'direction' | 'decidedOn'>;
type Content = Pick<RecordDecision, 'verdict' | 'direction' | 'text' | 'decidedOn' | 'body'>;

/** Queries on 推進本部決定. */
@Injectable()
export class DecisionStore {
  constructor(private readonly database: Database) {}

  async sectionId(planId: string, key: string, sql: Sql = this.database.pool): Promise<string | undefined> {
    const row = await firstRow<{ id: string }>(
      sql,
      'select id from plan.section where plan_id = $1 and key = $2',
      [planId, key],
    );
    return row?.id;
  }

  /** The decision of a section's year with its promises as they stand, in one statement. */
  async decision(
    cycleId: string,
    sectionId: string,
    sql: Sql = this.database.pool,
  ): Promise<Decision | undefined> {
    const row = await firstRow<{ decision: Decision }>(
      sql,
      `select jsonb_build_object('version', md.version, 'verdict', md.verdict, 'direction', md.direction, 'text', md.text,
                'decidedOn', md.decided_on, 'body', md.body, 'commitments', coalesce((
                  select jsonb_agg(jsonb_build_object('id', m.id, 'itemKey', i.key, 'what', m.what, 'who', m.who,
                           'dueOn', m.due_on, 'state', m.state, 'answered',
                           exists (select 1 from review.commitment_answer x where x.commitment_id = m.id)) order by m.position)
                    from report.decision_commitment dc join review.commitment m on m.id = dc.commitment_id
                    join plan.program_item i on i.id = m.item_id where dc.decision_id = md.id), '[]')) as decision
         from report.management_decision md where md.cycle_id = $1 and md.section_id = $2`,
      [cycleId, sectionId],
    );
    return row?.decision;
  }

  /** What is decided on the sections of a year, in short. */
  ofYear(cycleId: string): Promise<(DecidedInShort & { readonly sectionKey: string })[]> {
    return rows(
      this.database.pool,
      `select s.key as "sectionKey", md.verdict, md.direction, md.decided_on as "decidedOn"
         from report.management_decision md join plan.section s on s.id = md.section_id where md.cycle_id = $1`,
      [cycleId],
    );
  }

  /** The state of a year, which then stays until the transaction ends: over, it is read-only until it is opened again. */
  async cycleState(sql: Sql, cycleId: string): Promise<string | undefined> {
    const row = await firstRow<{ state: string }>(
      sql,
      'select state from cycle.review_cycle where id = $1 for share',
      [cycleId],
    );
    return row?.state;
  }

  /** Locks the decision until the transaction ends. */
  locked(sql: Sql, cycleId: string, sectionId: string): Promise<DecisionRow | undefined> {
    return firstRow(
      sql,
      `select md.id, md.version, p.name as "recorderName", md.recorded_at as "recordedAt"
         from report.management_decision md join directory.person p on p.id = md.recorder_id
        where md.cycle_id = $1 and md.section_id = $2 for update of md`,
      [cycleId, sectionId],
    );
  }

  /** Records the first decision; nothing when somebody else has done so meanwhile. */
  async insert(
    sql: Sql,
    place: { readonly cycleId: string; readonly sectionId: string },
    content: Content,
    personId: string,
  ): Promise<string | undefined> {
    const row = await firstRow<{ id: string }>(
      sql,
      `insert into report.management_decision (cycle_id, section_id, verdict, direction, text, decided_on, body, recorder_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (cycle_id, section_id) do nothing returning id`,
      [place.cycleId, place.sectionId, ...columnsOf(content), personId],
    );
    return row?.id;
  }

  async update(sql: Sql, id: string, version: number, content: Content, personId: string): Promise<void> {
    await rows(
      sql,
      `update report.management_decision set version = $2, verdict = $3, direction = $4, text = $5, decided_on = $6, body = $7,
              recorder_id = $8, recorded_at = clock_timestamp() where id = $1`,
      [id, version, ...columnsOf(content), personId],
    );
  }

  async keepVersion(
    sql: Sql,
    id: string,
    version: {
      readonly number: number;
      readonly content: Omit<RecordDecision, 'version' | 'reason'>;
      readonly reason: string | null;
      readonly personId: string;
      readonly today: string;
    },
  ): Promise<void> {
    await rows(
      sql,
      `insert into report.decision_version (decision_id, number, content, reason, person_id, business_date)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, version.number, JSON.stringify(version.content), version.reason, version.personId, version.today],
    );
  }

  /** Ids of the promises of a decision. */
  async commitmentIds(sql: Sql, id: string): Promise<string[]> {
    const found = await rows<{ id: string }>(
      sql,
      'select commitment_id as id from report.decision_commitment where decision_id = $1',
      [id],
    );
    return found.map((row) => row.id);
  }

  async link(sql: Sql, id: string, commitmentIds: readonly string[]): Promise<void> {
    if (commitmentIds.length === 0) return;
    await rows(
      sql,
      'insert into report.decision_commitment (decision_id, commitment_id) select $1, unnest($2::uuid[])',
      [id, commitmentIds],
    );
  }

  async unlink(sql: Sql, commitmentIds: readonly string[]): Promise<void> {
    if (commitmentIds.length === 0) return;
    await rows(sql, 'delete from report.decision_commitment where commitment_id = any($1::uuid[])', [
      commitmentIds,
    ]);
  }

  /**
   * Items of a section and those below it that somebody leads in a year, each with the department and the title of its
   * head: what is decided is answered there.
   */
  places(
    planId: string,
    key: string,
    fiscalYear: number,
    sql: Sql = this.database.pool,
  ): Promise<(Place & { readonly itemId: string })[]> {
    return rows(
      sql,
      `with recursive below as (
         select id from plan.section where plan_id = $1 and key = $2
         union all select s.id from plan.section s join below b on s.parent_id = b.id)
       select i.id as "itemId", i.key as "itemKey", trim(i.marker || ' ' || i.text) as label,
              '(' || p.number || ') ' || p.title as "programLabel", d.name as "departmentName",
              (select tp.title from directory.titled_post tp
                where tp.department_id = d.id and tp.level = 'divisionManager' order by tp.title limit 1) as "headTitle"
         from below b
         join plan.section s on s.id = b.id
         join plan.program p on p.section_id = s.id
         join plan.program_item i on i.program_id = p.id
         join plan.assignments_in($3) a on a.item_id = i.id and a.role = 'lead'
         join directory.department d on d.id = a.department_id
        order by s.sort, p.sort, i.sort`,
      [planId, key, fiscalYear],
    );
  }

  /** How the decision came to be, newest first. */
  async history(cycleId: string, sectionId: string): Promise<DecisionPage['history']> {
    const found = await rows<
      Omit<DecisionPage['history'][number], 'at' | keyof StoredContent> & { at: Date; content: StoredContent }
    >(
      this.database.pool,
      `select v.number, v.reason, p.name as "personName", v.at, v.business_date as "businessDate", v.content
         from report.management_decision md join report.decision_version v on v.decision_id = md.id
         join directory.person p on p.id = v.person_id
        where md.cycle_id = $1 and md.section_id = $2 order by v.number desc`,
      [cycleId, sectionId],
    );
    return found.map(({ content, at, ...row }) => ({ ...content, ...row, at: at.toISOString() }));
  }
}

type StoredContent = Pick<
  DecisionPage['history'][number],
  'verdict' | 'direction' | 'text' | 'decidedOn' | 'body' | 'commitments'
>;

const columnsOf = ({ verdict, direction, text, decidedOn, body }: Content): string[] => [
  verdict,
  direction,
  text,
  decidedOn,
  body,
];
