import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows, type Sql } from '#database';
import { departmentOf } from '../person.sql.js';
import type { evidenceSchema } from './evidence.schemas.js';

export type EvidenceRow = Omit<z.infer<typeof evidenceSchema>, 'mayChange'>;

export interface EvidenceToAdd {
  readonly taskId: string;
  readonly taskStageId: string;
  readonly key: string;
  readonly kind: EvidenceRow['kind'];
  readonly title: string;
  readonly url: string | null;
  readonly size: number;
  readonly sha256: string | null;
  readonly source: string;
  readonly datedOn: string | null;
  readonly addedBy: string;
  readonly addedOn: string;
}

const SELECT = `select e.id, e.task_stage_id as "taskStageId", ts.stage, e.kind, e.title, e.url, e.size, e.source,
       e.dated_on as "datedOn", p.name as "addedBy", ${departmentOf('p.id', 'e.added_on')} as "addedByDepartment",
       e.added_on as "addedOn", e.version
  from review.evidence e join review.task_stage ts on ts.id = e.task_stage_id join directory.person p on p.id = e.added_by`;

/** Every query on 根拠資料. Whose sheet it is has been asked before. */
@Injectable()
export class EvidenceStore {
  constructor(private readonly database: Database) {}

  ofTask(taskId: string): Promise<EvidenceRow[]> {
    return rows(
      this.database.pool,
      `${SELECT} where e.task_id = $1
        order by array_position(array['plan', 'do', 'check', 'act', 'review'], ts.stage), e.added_at, e.id`,
      [taskId],
    );
  }

  byId(taskId: string, id: string, sql: Sql = this.database.pool): Promise<EvidenceRow | undefined> {
    return firstRow(sql, `${SELECT} where e.task_id = $1 and e.id = $2`, [taskId, id]);
  }

  /** Keeps two additions to one task apart, for its sum and its duplicates are asked before. */
  async lockTask(sql: Sql, taskId: string): Promise<void> {
    await rows(sql, 'select id from review.annual_task where id = $1 for no key update', [taskId]);
  }

  /** What the same person added with this key before: the request is a repetition. */
  addedWith(
    sql: Sql,
    personId: string,
    key: string,
  ): Promise<{ id: string; taskStageId: string } | undefined> {
    return firstRow(
      sql,
      'select id, task_stage_id as "taskStageId" from review.evidence where added_by = $1 and key = $2',
      [personId, key],
    );
  }

  /** The piece of the task that holds this content or this address already. */
  same(
    sql: Sql,
    taskId: string,
    { sha256, url }: Pick<EvidenceToAdd, 'sha256' | 'url'>,
  ): Promise<{ id: string; title: string } | undefined> {
    return firstRow(
      sql,
      'select id, title from review.evidence where task_id = $1 and (sha256 = $2 or url = $3)',
      [taskId, sha256, url],
    );
  }

  async sums(sql: Sql, taskId: string): Promise<{ size: number; pieces: number }> {
    const row = await firstRow<{ size: number; pieces: number }>(
      sql,
      'select coalesce(sum(size), 0)::int as size, count(*)::int as pieces from review.evidence where task_id = $1',
      [taskId],
    );
    return row ?? { size: 0, pieces: 0 };
  }

  /** The id of the new piece; nothing when the same person added another one with this key before. */
  async add(sql: Sql, piece: EvidenceToAdd): Promise<string | undefined> {
    const row = await firstRow<{ id: string }>(
      sql,
      `insert into review.evidence (task_id, task_stage_id, key, kind, title, url, size, sha256, source, dated_on, added_by, added_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (added_by, key) do nothing returning id`,
      [
        piece.taskId,
        piece.taskStageId,
        piece.key,
        piece.kind,
        piece.title,
        piece.url,
        piece.size,
        piece.sha256,
        piece.source,
        piece.datedOn,
        piece.addedBy,
        piece.addedOn,
      ],
    );
    return row?.id;
  }

  async addContent(sql: Sql, id: string, pieces: AsyncIterable<Buffer>): Promise<void> {
    let position = 0;
    for await (const bytes of pieces) {
      await rows(
        sql,
        'insert into review.evidence_chunk (evidence_id, position, bytes) values ($1, $2, $3)',
        [id, position, bytes],
      );
      position += 1;
    }
  }

  /** The content of a file, read on as the reader takes it. */
  async *content(id: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position += 1) {
      const row = await firstRow<{ bytes: Buffer }>(
        this.database.pool,
        'select bytes from review.evidence_chunk where evidence_id = $1 and position = $2',
        [id, position],
      );
      if (!row) return;
      yield row.bytes;
    }
  }

  /** False when it was changed since `version`. */
  async change(
    sql: Sql,
    id: string,
    version: number,
    { title, source, datedOn }: Pick<EvidenceToAdd, 'title' | 'source' | 'datedOn'>,
  ): Promise<boolean> {
    const row = await firstRow(
      sql,
      `update review.evidence set title = $3, source = $4, dated_on = $5, version = version + 1
        where id = $1 and version = $2 returning id`,
      [id, version, title, source, datedOn],
    );
    return row !== undefined;
  }

  async remove(sql: Sql, id: string): Promise<void> {
    await rows(sql, 'delete from review.evidence where id = $1', [id]);
  }
}
