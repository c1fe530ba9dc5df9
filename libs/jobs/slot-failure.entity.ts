import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A job of the timetable whose due slot fails; the row goes when it has run. */
@Entity({ schema: 'jobs', name: 'slot_failure' })
export class SlotFailure {
  @PrimaryColumn('text')
  job!: string;

  /** How often in a row. */
  @Column('int', { default: 1 })
  times!: number;

  /** Machine instant of the last time. */
  @Column('timestamptz', { name: 'failed_at', default: () => 'clock_timestamp()' })
  failedAt!: Date;

  @Column('text')
  error!: string;
}
