import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The record that a slot of the timetable has run; written in the transaction of its effect. */
@Entity({ schema: 'jobs', name: 'timetable_slot' })
export class TimetableSlot {
  @PrimaryColumn('text')
  job!: string;

  /** Business instant at which the slot fell due. */
  @PrimaryColumn('timestamptz')
  slot!: Date;

  @Column('timestamptz', { name: 'ran_at', default: () => 'clock_timestamp()' })
  ranAt!: Date;

  /** Earlier slots that were missed and merged into this run. */
  @Column('int', { name: 'merged', default: 0 })
  merged!: number;
}
