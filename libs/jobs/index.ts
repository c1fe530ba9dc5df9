import { TimetableSlot } from './timetable-slot.entity.js';

export const JOBS_ENTITIES = [TimetableSlot] as const;
export { Bell } from './bell.js';
export { defineJob, HandlesJob } from './job-contract.js';
export type { JobContract, JobHandler } from './job-contract.js';
export { JobsModule, JobsWorkerModule } from './jobs.module.js';
export { migrateQueue } from './queue.js';
export { ringTimetable } from './ring-timetable.job.js';
export type { HeartbeatCheck } from './ring-timetable.job.js';
export { everyDay } from './slot.rules.js';
export { RunsSlot } from './timetable.js';
export type { SlotHandler, TimetableEntry } from './timetable.js';
