import { z } from 'zod';

const instant = z.iso.datetime();

export const operationsSchema = z
  .object({
    queue: z.object({
      kind: z.enum(['postgres', 'redis']),
      /** Empty when the queue does not answer. */
      depth: z.object({ waiting: z.int(), active: z.int(), delayed: z.int(), failed: z.int() }).nullable(),
    }),
    workers: z.array(
      z.object({
        id: z.uuid(),
        host: z.string(),
        pid: z.int(),
        startedAt: instant,
        beatAt: instant,
        silent: z.boolean(),
      }),
    ),
    timetable: z.array(
      z.object({
        job: z.string(),
        lastSlot: instant.nullable(),
        ranAt: instant.nullable(),
        merged: z.int(),
        nextDue: instant.nullable(),
        late: z.boolean(),
      }),
    ),
    failedChecks: z.array(z.object({ name: z.string(), why: z.string() })),
    openDeadJobs: z.int(),
    /** Whether the reader may open the queue's own board and settle dead jobs. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'Operations' });

export const deadJobStateSchema = z.enum(['open', 'retried', 'dismissed']);

export const deadJobListSchema = z
  .object({
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(
      z
        .object({
          id: z.uuid(),
          contract: z.string(),
          /** The payload as JSON text; ids only. */
          payload: z.string(),
          error: z.string(),
          at: instant,
          attempts: z.int(),
          requestId: z.string().nullable(),
          state: deadJobStateSchema,
        })
        .meta({ id: 'DeadJob' }),
    ),
  })
  .meta({ id: 'DeadJobList' });
