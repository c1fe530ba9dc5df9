import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How far business time is ahead of real time; one row, zero in production. */
@Entity({ schema: 'calendar', name: 'business_clock' })
@Check('business_clock_one_row', '"id" = 1')
export class BusinessClockRow {
  @PrimaryColumn('int')
  id!: number;

  @Column('bigint', { name: 'offset_ms' })
  offsetMs!: string;

  /** Slots of the timetable before this instant are never due. */
  @Column('timestamptz', { name: 'installed_at' })
  installedAt!: Date;

  /** Machine time at which the sample city's date was last moved: what fell due by that is not late yet. */
  @Column('timestamptz', { name: 'moved_at', nullable: true })
  movedAt!: Date | null;
}
