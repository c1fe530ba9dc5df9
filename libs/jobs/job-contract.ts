import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

/**
 * What caller and worker agree on. A payload carries ids only, never text or secrets; the worker parses it again
 * and re-reads the rows. "No longer needed" is a normal end.
 */
export interface JobContract<P> {
  readonly id: string;
  readonly payload: z.ZodType<P>;
}

export const defineJob = <P>(id: string, payload: z.ZodType<P>): JobContract<P> => ({ id, payload });

export interface JobHandler<P> {
  /** `stopping` is set when the worker shall end: a long loop finishes its round and returns. */
  handle(payload: P, stopping: AbortSignal): Promise<void>;
}

export const HANDLES_JOB = Symbol('handles-job');
/** Marks the one class that does the work of a contract. */
export const HandlesJob = (contract: JobContract<never> | JobContract<unknown>) =>
  SetMetadata(HANDLES_JOB, contract as JobContract<unknown>);
