import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { defineJob, HandlesJob, type JobHandler } from './job-contract.js';
import { Timetable } from './timetable.js';

/** Looks at once what the timetable owes; rung every minute, and when the sample city's date moves. */
export const ringTimetable = defineJob('ring-timetable', z.object({}));

@Injectable()
@HandlesJob(ringTimetable)
export class RingTimetableHandler implements JobHandler<object> {
  private readonly logger = new Logger('Timetable');

  constructor(private readonly timetable: Timetable) {}

  /** Never fails: the heartbeat looks again anyway, and a dead job for each minute would tell nobody anything. */
  async handle(): Promise<void> {
    try {
      await this.timetable.runMissing();
    } catch (error) {
      this.logger.error(error instanceof Error ? error : String(error));
    }
  }
}

/**
 * A library's look for due rows that no job has taken. Every worker looks, without a lock. Health is red when it has
 * succeeded nowhere for a minute.
 */
export interface HeartbeatCheck {
  /** `stopping` is set when the worker shall end. */
  look(stopping: AbortSignal): Promise<void>;
}

export const HEARTBEAT_CHECKS = Symbol('heartbeat-checks');

export const nameOf = (check: HeartbeatCheck): string => check.constructor.name;
