import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who changed what, when; written in the transaction of the change, never updated. */
@Entity({ schema: 'audit', name: 'audit_entry' })
@Index('audit_entry_subject', ['subjectKind', 'subjectId', 'id'])
@Index('audit_entry_at', ['at'])
export class AuditEntry {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;

  /** Date of the product's calendar, which the sample city can move. */
  @Column('date', { name: 'business_date' })
  businessDate!: string;

  /** Empty for what the timetable does. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  /** Verb on a domain word: `task_stage.submitted`. */
  @Column('text')
  action!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('jsonb', { default: () => "'{}'" })
  detail!: Record<string, unknown>;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;
}
