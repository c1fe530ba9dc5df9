import type {} from '@fastify/multipart';
import { StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database, Sql } from '#database';
import { invalid } from '#errors';
import { importTable, tryTable } from './exchange-table.js';
import type { ExchangeTable, ImportContext } from './exchange-table.js';
import type { TableFile } from './read-table.js';

export const tableFormatSchema = z.enum(['csv', 'xlsx']).default('csv');
export const tableEncodingSchema = z.enum(['utf-8', 'shift_jis']).default('utf-8');
export const dryRunSchema = z.enum(['true', 'false']).default('false');

/** Counts of an import as it answers, and what a trial would change: the first rows, and how many there are. */
export const importedSchema = z
  .object({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    dryRun: z.boolean(),
    differences: z
      .object({
        total: z.int(),
        rows: z.array(
          z.object({
            change: z.enum(['added', 'changed']),
            row: z.array(z.string()).describe('the cells that tell it from others'),
            name: z.string().nullable(),
            cells: z.array(
              z.object({
                heading: z.string(),
                before: z.string().nullable(),
                after: z.string().nullable(),
              }),
            ),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'TableImported' });

/** Tries a file in a transaction that is undone, or takes it in. */
export async function takeTable(
  database: Database,
  table: ExchangeTable,
  file: TableFile,
  isTrial: boolean,
  contextOf: (sql: Sql) => Promise<ImportContext> | ImportContext,
): Promise<z.infer<typeof importedSchema>> {
  if (isTrial) {
    const trial = await database.rehearse(async (sql) => tryTable(sql, table, file, await contextOf(sql)));
    return { ...trial, dryRun: true };
  }
  const counts = await database.transaction(async (sql) =>
    importTable(sql, table, file, await contextOf(sql)),
  );
  return { ...counts, dryRun: false, differences: null };
}

/** What a request for a table answers with (MIME types). */
export const TABLE_TYPES = {
  csv: (encoding: string) => `text/csv; charset=${encoding}`,
  xlsx: () => 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

interface SentTable {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string;
  /** In plain letters, for old programs. */
  readonly name: string;
  /** As people read it. */
  readonly heading: string;
  readonly today: string;
}

/** A table as a download, with both of its names (RFC 6266). */
export function sendTable(bytes: Uint8Array, table: SentTable): StreamableFile {
  const { format, encoding, name, heading, today } = table;
  const read = encodeURIComponent(`${heading}_${today}.${format}`);
  return new StreamableFile(bytes, {
    type: TABLE_TYPES[format](encoding),
    disposition: `attachment; filename="${name}_${today}.${format}"; filename*=UTF-8''${read}`,
    length: bytes.length,
  });
}

/**
 * The file of an upload.
 * @throws DomainError `files.no_file`
 */
export async function uploadedTable(request: FastifyRequest): Promise<TableFile> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (!file) throw invalid('files.no_file');
  return { name: file.filename, bytes: new Uint8Array(await file.toBuffer()) };
}
