import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { Database, type Sql } from '#database';
import { mayWrite, type Scope } from '#directory';
import { conflict, invalid, notFound } from '#errors';
import { plainLine } from '../plain-text.rules.js';
import { isOpen, SheetService } from '../sheet.service.js';
import { SheetReader } from '../sheet-reader.js';
import type { SheetRow } from '../sheet.store.js';
import { nextState } from '../task-stage.states.js';
import { withFittingEnding } from './evidence-kind.rules.js';
import { LARGEST_FILE, LARGEST_TASK, MOST_PIECES, webAddress } from './evidence.rules.js';
import type {
  changeEvidenceSchema,
  evidenceListSchema,
  fileFieldsSchema,
  newLinkSchema,
} from './evidence.schemas.js';
import { type EvidenceRow, EvidenceStore, type EvidenceToAdd } from './evidence.store.js';
import { safeFileName } from './file-name.rules.js';
import { ReceivedFile } from './received-file.js';

type EvidenceList = z.infer<typeof evidenceListSchema>;

export interface Upload extends z.infer<typeof fileFieldsSchema> {
  readonly name: string;
  readonly content: Readable;
}

/** What the rows of a piece need beside who adds it and where. */
type Piece = Pick<EvidenceToAdd, 'key' | 'kind' | 'title' | 'url' | 'size' | 'sha256' | 'source' | 'datedOn'>;

/** 根拠資料: read by whoever reads the sheet, changed by whoever writes it, while it is being written. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly reader: SheetReader,
    private readonly sheets: SheetService,
    private readonly store: EvidenceStore,
    private readonly database: Database,
  ) {}

  async list(scope: Scope, sheetId: string): Promise<EvidenceList> {
    const row = await this.reader.row(scope, sheetId);
    const pieces = await this.store.ofTask(row.taskId);
    const mayAdd = isBeingWritten(row, scope);
    return {
      mayAdd,
      largestFile: LARGEST_FILE,
      largestTask: LARGEST_TASK,
      pieces: pieces.map((piece) => ({ ...piece, mayChange: mayAdd && piece.taskStageId === sheetId })),
    };
  }

  /**
   * Takes in a file. The sheet is asked before a byte is read, and again when all have come.
   *
   * @throws `review.evidence_wrong_kind`, `…_too_large`, `…_same`, `…_task_full`, `…_key_elsewhere`, and what a save of the sheet throws
   */
  async addFile(scope: Scope, sheetId: string, upload: Upload): Promise<EvidenceList> {
    await this.proveWritable(scope, sheetId);
    const file = await ReceivedFile.from(upload.content, LARGEST_FILE);
    try {
      const name = safeFileName(upload.name);
      const kind = await file.kind();
      if (kind === null) throw invalid('review.evidence_wrong_kind', { name });
      const { size, sha256 } = file;
      const { key, datedOn } = upload;
      const source = plainLine(upload.source);
      const title = withFittingEnding(name, kind);
      await this.add(
        scope,
        sheetId,
        { key, kind, title, url: null, size, sha256, source, datedOn },
        (sql, id) => this.store.addContent(sql, id, file.pieces()),
      );
    } finally {
      await file.dispose();
    }
    return this.list(scope, sheetId);
  }

  async addLink(scope: Scope, sheetId: string, link: z.infer<typeof newLinkSchema>): Promise<EvidenceList> {
    const url = webAddress(link.url);
    if (url === null)
      throw invalid('review.evidence_no_web_address', {}, [
        { field: 'url', code: 'review.evidence_no_web_address' },
      ]);
    const title = plainLine(link.title) || new URL(url).hostname;
    const { key, datedOn } = link;
    const source = plainLine(link.source);
    await this.add(scope, sheetId, {
      key,
      kind: 'link',
      title,
      url,
      size: 0,
      sha256: null,
      source,
      datedOn,
    });
    return this.list(scope, sheetId);
  }

  async change(
    scope: Scope,
    sheetId: string,
    id: string,
    { version, title, source, datedOn }: z.infer<typeof changeEvidenceSchema>,
  ): Promise<EvidenceList> {
    await this.database.transaction(async (sql) => {
      const before = await this.lockPiece(sql, scope, sheetId, id);
      const after = {
        title: (before.kind === 'link' && plainLine(title ?? '')) || before.title,
        source: plainLine(source),
        datedOn,
      };
      if (!(await this.store.change(sql, id, version, after)))
        throw conflict('review.evidence_changed', { title: before.title }, { piece: before });
      await this.audit(sql, scope, 'evidence.changed', sheetId, {
        evidenceId: id,
        before: { title: before.title, source: before.source, datedOn: before.datedOn },
        after,
      });
    });
    return this.list(scope, sheetId);
  }

  /** The content goes with it: what should not have been added must not stay. The audit log keeps that it was there. */
  async remove(scope: Scope, sheetId: string, id: string): Promise<EvidenceList> {
    await this.database.transaction(async (sql) => {
      const { kind, title, url, size, source, datedOn, addedBy, addedOn } = await this.lockPiece(
        sql,
        scope,
        sheetId,
        id,
      );
      await this.store.remove(sql, id);
      await this.audit(sql, scope, 'evidence.removed', sheetId, {
        evidenceId: id,
        ...{ kind, title, url, size, source, datedOn, addedBy, addedOn },
      });
    });
    return this.list(scope, sheetId);
  }

  /** A file with its content, for who may read the sheet. */
  async file(
    scope: Scope,
    sheetId: string,
    id: string,
  ): Promise<{ piece: EvidenceRow; content: AsyncIterable<Buffer> }> {
    const { taskId } = await this.reader.row(scope, sheetId);
    const piece = await this.store.byId(taskId, id);
    if (!piece || piece.kind === 'link') throw notFound('review.no_such_evidence');
    return { piece, content: this.store.content(id) };
  }

  /** Who may not write, or comes too late, hears it before a file is sent in vain. */
  private proveWritable(scope: Scope, sheetId: string): Promise<SheetRow> {
    return this.database.transaction((sql) => this.lock(sql, scope, sheetId));
  }

  private lock(sql: Sql, scope: Scope, sheetId: string): Promise<SheetRow> {
    return this.sheets.lockForWriting(sql, scope, sheetId, null, 'save');
  }

  private async add(
    scope: Scope,
    sheetId: string,
    piece: Piece,
    addContent: (sql: Sql, id: string) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.database.transaction(async (sql) => {
      const { taskId } = await this.lock(sql, scope, sheetId);
      await this.store.lockTask(sql, taskId);
      const before = await this.store.addedWith(sql, scope.personId, piece.key);
      if (before?.taskStageId === sheetId) return;
      if (before) throw conflict('review.evidence_key_elsewhere');
      await this.proveRoom(sql, taskId, piece);
      const id = await this.store.add(sql, {
        ...piece,
        taskId,
        taskStageId: sheetId,
        addedBy: scope.personId,
        addedOn: scope.date,
      });
      // Another sheet took the key just now.
      if (id === undefined) throw conflict('review.evidence_key_elsewhere');
      await addContent(sql, id);
      const { kind, title, url, size, sha256, source, datedOn } = piece;
      await this.audit(sql, scope, 'evidence.added', sheetId, {
        evidenceId: id,
        ...{ kind, title, url, size, sha256, source, datedOn },
      });
    });
  }

  private async proveRoom(sql: Sql, taskId: string, piece: Piece): Promise<void> {
    const same = await this.store.same(sql, taskId, piece);
    if (same) throw conflict('review.evidence_same', { title: same.title }, { evidenceId: same.id });
    const { size, pieces } = await this.store.sums(sql, taskId);
    if (pieces >= MOST_PIECES) throw conflict('review.evidence_too_many', { most: MOST_PIECES });
    if (size + piece.size > LARGEST_TASK)
      throw conflict('review.evidence_task_full', { most: LARGEST_TASK / 1024 / 1024 });
  }

  private async lockPiece(sql: Sql, scope: Scope, sheetId: string, id: string): Promise<EvidenceRow> {
    const { taskId } = await this.lock(sql, scope, sheetId);
    const piece = await this.store.byId(taskId, id, sql);
    if (!piece) throw notFound('review.no_such_evidence');
    if (piece.taskStageId !== sheetId) throw conflict('review.evidence_of_another_stage');
    return piece;
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

const isBeingWritten = (row: SheetRow, scope: Scope): boolean =>
  isOpen(row, scope.date) && mayWrite(scope, row.departmentId) && nextState(row.state, 'save') !== undefined;
