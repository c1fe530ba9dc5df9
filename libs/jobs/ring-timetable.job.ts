import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { defineJob, HandlesJob, type JobHandler } from './job-contract.js';
import { Timetable } from './timetable.js';

/** Looks at once what the timetable owes; rung every minute, and when the sample city's date moves. */
export const ringTimetable = defineJob('ring-timetable', z.object({}));

@Injectable()
@HandlesJob(ringTimetable)
export class RingTimetableHandler implements JobHandler<object> {
  constructor(private readonly timetable: Timetable) {}

  async handle(): Promise<void> {
    await this.timetable.runMissing();
  }
}

/** A library's look for due rows that no job has taken. Every worker looks, without a lock. */
export interface HeartbeatCheck {
  /** `stopping` is set when the worker shall end. */
  look(stopping: AbortSignal): Promise<void>;
}

export const HEARTBEAT_CHECKS = Symbol('heartbeat-checks');
