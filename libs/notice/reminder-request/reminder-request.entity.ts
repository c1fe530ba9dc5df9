import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Department, Person } from '#directory';

/** 催促: the planning division asks a department, once on a day, for what it has not handed in. */
@Entity({ schema: 'notice', name: 'reminder_request' })
@Index('reminder_request_unplanned', { synchronize: false })
export class ReminderRequest {
  @ForeignKey(() => Department, { name: 'reminder_request_department_fk' })
  @PrimaryColumn('uuid', { name: 'department_id' })
  departmentId!: string;

  @PrimaryColumn('date')
  day!: string;

  @ForeignKey(() => Person, { name: 'reminder_request_person_fk' })
  @Column('uuid', { name: 'requested_by' })
  requestedBy!: string;

  /** Its letters are planned: what comes to the department later is not meant. */
  @Column('boolean', { default: false })
  planned!: boolean;
}
