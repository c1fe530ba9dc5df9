import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A job that has finally failed; outlives the queue. The unique key records one failure once, whoever sees it. */
@Entity({ schema: 'jobs', name: 'dead_job' })
@Unique('dead_job_once', ['queueJobId', 'queuedAt', 'attempts'])
@Index('dead_job_state', ['state', 'at', 'id'])
@Check('dead_job_known_state', `"state" in ('open', 'retried', 'dismissed')`)
export class DeadJob {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  contract!: string;

  @Column('jsonb')
  payload!: unknown;

  @Column('text')
  error!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text', { name: 'queue_job_id' })
  queueJobId!: string;

  @Column('timestamptz', { name: 'queued_at' })
  queuedAt!: Date;

  @Column('int')
  attempts!: number;

  @Column('text', { default: 'open' })
  state!: string;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
