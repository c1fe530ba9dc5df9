import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Sql } from '#database';
import { LetterStore } from '../letter.store.js';
import { LetterWriter } from '../letter-writer.js';
import type { writtenLetterSchema } from './rehearsal.schemas.js';
import { type RehearsedFilter, RehearsalStore } from './rehearsal.store.js';

/** Letters of a transaction that will be undone, written as their recipients would read them. */
@Injectable()
export class RehearsedLetters {
  constructor(
    private readonly store: RehearsalStore,
    private readonly letters: LetterStore,
    private readonly writer: LetterWriter,
  ) {}

  /** One page by kind and name, with how many there are. */
  async page(
    sql: Sql,
    filter: RehearsedFilter,
    page: number,
    pageSize: number,
  ): Promise<{ total: number; rows: z.infer<typeof writtenLetterSchema>[] }> {
    const total = await this.store.total(sql, filter);
    const ids = await this.store.page(sql, filter, page, pageSize);
    return { total, rows: await this.write(sql, ids) };
  }

  private async write(sql: Sql, ids: readonly string[]): Promise<z.infer<typeof writtenLetterSchema>[]> {
    const letters = await this.letters.byIds(ids, sql);
    const written = await this.writer.write(letters, sql);
    return ids.flatMap((id) => {
      const letter = letters.find((one) => one.id === id);
      const rendered = written.get(id);
      if (!letter || !rendered) return [];
      return [
        {
          id,
          recipientName: letter.name,
          recipientTitle: letter.title,
          email: letter.email,
          kind: letter.kind,
          copyFor: letter.principal?.name ?? null,
          ...rendered,
        },
      ];
    });
  }
}
