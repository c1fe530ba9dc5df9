import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A worker process that runs, or ran and was not told to end. All times are machine time of the database. */
@Entity({ schema: 'jobs', name: 'worker' })
export class WorkerRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  host!: string;

  @Column('int')
  pid!: number;

  @Column('timestamptz', { name: 'started_at', default: () => 'clock_timestamp()' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'beat_at', default: () => 'clock_timestamp()' })
  beatAt!: Date;

  /** When it last compared the timetable with the slot rows. */
  @Column('timestamptz', { name: 'looked_at', nullable: true })
  lookedAt!: Date | null;
}
