import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { Database, type Sql } from '#database';
import type { Scope } from '#directory';
import { conflict, forbidden, invalid, notFound } from '#errors';
import { plainLines } from '../plain-text.rules.js';
import { SheetReader } from '../sheet-reader.js';
import { type SheetRow, SheetStore } from '../sheet.store.js';
import {
  EDIT_HOURS,
  LONGEST_COMMENT,
  mayStillEdit,
  mentionsIn,
  MOST_MENTIONS,
  partsOf,
  writtenLength,
} from './comment.rules.js';
import type { commentListSchema, commentSchema, mentionableSchema } from './comment.schemas.js';
import { type CommentRow, CommentStore } from './comment.store.js';

type CommentList = z.infer<typeof commentListSchema>;
type CommentView = z.infer<typeof commentSchema>;

export const COMMENT_PAGE = 20;
const MOST_OFFERED = 8;

/** コメント: whoever reads a sheet reads and writes them, in the house; one's own may be mended and taken back. */
@Injectable()
export class CommentService {
  constructor(
    private readonly reader: SheetReader,
    private readonly sheets: SheetStore,
    private readonly store: CommentStore,
    private readonly database: Database,
  ) {}

  async page(scope: Scope, sheetId: string, page: number): Promise<CommentList> {
    const { taskId } = await this.reader.row(scope, sheetId);
    const [{ total, unread }, found] = await Promise.all([
      this.store.sums(taskId, scope.personId),
      this.store.page(taskId, scope.personId, page, COMMENT_PAGE),
    ]);
    const now = new Date();
    return {
      total,
      page,
      pageSize: COMMENT_PAGE,
      mayWrite: mayComment(scope),
      unread,
      rows: found.map((row) => viewOf(row, scope, now)),
    };
  }

  /**
   * Writes a comment; the same key of the same author writes once, and never into what stands there already.
   *
   * @throws `review.comment_empty`, `…_too_long`, `review.mention_may_not_read`, `review.too_many_mentions`,
   *   `review.comment_written_before`, `review.comment_key_elsewhere`
   */
  async write(scope: Scope, sheetId: string, key: string, typed: string): Promise<CommentList> {
    if (!mayComment(scope)) throw forbidden('review.may_not_comment');
    const body = bodyOf(typed);
    await this.database.transaction(async (sql) => {
      const { taskId } = await this.locked(sql, scope, sheetId);
      if (await this.isRepetition(sql, scope, sheetId, key, body)) return;
      const mentioned = await this.proveMentions(sql, scope, sheetId, body, []);
      const comment = { taskId, taskStageId: sheetId, key, body, writtenOn: scope.date };
      const id = await this.store.add(sql, { ...comment, authorId: scope.personId });
      // This sheet is locked, so it was another one that took the key just now.
      if (id === undefined) throw conflict('review.comment_key_elsewhere');
      await this.store.mention(sql, id, scope.personId, mentioned);
      await this.audit(sql, scope, 'comment.written', sheetId, { commentId: id, mentioned });
    });
    return this.page(scope, sheetId, 1);
  }

  /** Is all of this written already? Other words under a key that is taken are refused, with what stands there. */
  private async isRepetition(
    sql: Sql,
    scope: Scope,
    sheetId: string,
    key: string,
    body: string,
  ): Promise<boolean> {
    const before = await this.store.writtenWith(sql, scope.personId, key);
    if (!before) return false;
    if (before.taskStageId !== sheetId) throw conflict('review.comment_key_elsewhere');
    if (before.removedAt === null && before.body === body) return true;
    throw conflict('review.comment_written_before', {}, { comment: viewOf(before, scope, new Date()) });
  }

  async change(
    scope: Scope,
    sheetId: string,
    id: string,
    { version, body: typed }: { version: number; body: string },
  ): Promise<CommentView> {
    const body = bodyOf(typed);
    return this.database.transaction(async (sql) => {
      const { taskId } = await this.locked(sql, scope, sheetId);
      const before = await this.own(sql, scope, taskId, id);
      if (!mayStillEdit(before.writtenAt, new Date()))
        throw conflict('review.comment_too_old', { hours: EDIT_HOURS });
      if (before.version !== version)
        throw conflict('review.comment_changed', {}, { comment: viewOf(before, scope, new Date()) });
      const known = before.mentions.map(({ personId }) => personId);
      const mentioned = await this.proveMentions(sql, scope, sheetId, body, known);
      await this.store.change(sql, id, body);
      await this.store.mention(sql, id, scope.personId, mentioned);
      await this.audit(sql, scope, 'comment.changed', sheetId, {
        commentId: id,
        before: before.body,
        mentioned,
      });
      const after = await this.own(sql, scope, taskId, id);
      return viewOf(after, scope, new Date());
    });
  }

  /** Leaves who wrote it and when; the words stay in the audit log alone. */
  async remove(scope: Scope, sheetId: string, id: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const { taskId } = await this.locked(sql, scope, sheetId);
      const before = await this.own(sql, scope, taskId, id);
      await this.store.remove(sql, id);
      await this.audit(sql, scope, 'comment.removed', sheetId, { commentId: id, before: before.body });
    });
  }

  /** Opening a sheet is reading what speaks to me on it. */
  async markRead(scope: Scope, sheetId: string): Promise<void> {
    const { taskId } = await this.reader.row(scope, sheetId);
    await this.database.transaction((sql) => this.store.markTaskRead(sql, scope.personId, taskId));
  }

  /** 読みました: without opening the sheet. */
  async markMentionsRead(scope: Scope, commentIds: readonly string[]): Promise<void> {
    await this.database.transaction((sql) => this.store.markRead(sql, scope.personId, commentIds));
  }

  async mentionable(
    scope: Scope,
    sheetId: string,
    words: string,
  ): Promise<z.infer<typeof mentionableSchema>> {
    await this.reader.row(scope, sheetId);
    const { personId, date: today } = scope;
    return {
      rows: await this.store.mentionable({ sheetId, personId, today, words, most: MOST_OFFERED }),
    };
  }

  /** The sheet must not vanish under a comment, as an untouched one does when its assignment ends. */
  private async locked(sql: Sql, scope: Scope, sheetId: string): Promise<SheetRow> {
    await this.sheets.lock(sql, [sheetId]);
    return this.reader.row(scope, sheetId, sql);
  }

  private async own(sql: Sql, scope: Scope, taskId: string, id: string): Promise<CommentRow> {
    const row = await this.store.lock(sql, taskId, scope.personId, id);
    if (!row || row.removedAt !== null) throw notFound('review.no_such_comment');
    if (row.authorId !== scope.personId) throw forbidden('review.comment_of_another');
    return row;
  }

  /** Whom a comment speaks to; who stood in it before stays, although they may have moved since. */
  private async proveMentions(
    sql: Sql,
    scope: Scope,
    sheetId: string,
    body: string,
    known: readonly string[],
  ): Promise<string[]> {
    const wanted = mentionsIn(body);
    if (wanted.length > MOST_MENTIONS) throw invalid('review.too_many_mentions', { most: MOST_MENTIONS });
    const added = wanted.filter((id) => !known.includes(id));
    if (added.length === 0) return wanted;
    const people = await this.store.named(sql, sheetId, scope.date, added);
    if (people.length < added.length) throw invalid('review.mention_of_nobody');
    const blind = people.filter((person) => !person.reads).map((person) => person.name);
    if (blind.length > 0) throw invalid('review.mention_may_not_read', { names: blind.join('、') });
    return wanted;
  }

  private audit(
    sql: Sql,
    scope: Scope,
    action: string,
    sheetId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return writeAudit(sql, {
      businessDate: scope.date,
      personId: scope.personId,
      action,
      subjectKind: 'task_stage',
      subjectId: sheetId,
      detail,
    });
  }
}

/** An auditor reads everything and changes nothing. */
const mayComment = ({ posts }: Scope): boolean =>
  posts.some(({ role }) => role !== 'auditor' && role !== 'evaluator');

function bodyOf(typed: string): string {
  const body = plainLines(typed);
  if (body === '')
    throw invalid('review.comment_empty', {}, [{ field: 'body', code: 'review.comment_empty' }]);
  const length = writtenLength(body);
  if (length > LONGEST_COMMENT) throw invalid('review.comment_too_long', { length, most: LONGEST_COMMENT });
  return body;
}

function viewOf(row: CommentRow, scope: Scope, now: Date): CommentView {
  const removed = row.removedAt !== null;
  const own = row.authorId === scope.personId && !removed;
  return {
    id: row.id,
    taskStageId: row.taskStageId,
    stage: row.stage,
    author: { id: row.authorId, name: row.authorName, departmentName: row.authorDepartment },
    parts: partsOf(row.body, new Map(row.mentions.map((one) => [one.personId, one]))),
    writtenOn: row.writtenOn,
    writtenAt: row.writtenAt.toISOString(),
    edited: row.editedAt !== null,
    removed,
    version: row.version,
    mayEdit: own && mayStillEdit(row.writtenAt, now),
    mayRemove: own,
    toMe: row.toMe,
    unread: row.unread,
  };
}
