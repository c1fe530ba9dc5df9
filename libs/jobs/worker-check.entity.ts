import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WorkerRow } from './worker-row.entity.js';

/** When a check of the heartbeat last succeeded on a worker; goes with the worker. Machine time of the database. */
@Entity({ schema: 'jobs', name: 'worker_check' })
export class WorkerCheck {
  @ForeignKey(() => WorkerRow, { name: 'worker_check_worker_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'worker_id' })
  workerId!: string;

  @PrimaryColumn('text')
  name!: string;

  /** At first the start of the worker. */
  @Column('timestamptz', { name: 'succeeded_at', default: () => 'clock_timestamp()' })
  succeededAt!: Date;
}
