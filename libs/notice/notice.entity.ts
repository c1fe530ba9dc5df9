import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#directory';

/** メール: bundles a person's notices. One ordinary letter per person and day; digests are a kind of their own. */
@Entity({ schema: 'notice', name: 'letter' })
@Unique('letter_once', ['recipientId', 'kind', 'day'])
@Index('letter_due', { synchronize: false })
@Index('letter_day', ['day', 'id'])
@Check('letter_kind', `"kind" in ('daily', 'digest')`)
@Check('letter_state', `"state" in ('planned', 'sending', 'sent', 'failed', 'uncertain', 'not_needed')`)
export class Letter {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Person, { name: 'letter_recipient_fk' })
  @Column('uuid', { name: 'recipient_id' })
  recipientId!: string;

  @Column('text')
  kind!: string;

  @Column('date')
  day!: string;

  @Column('text', { default: 'planned' })
  state!: string;

  /** Machine time until which a worker owns it. */
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  /** Machine time before which it is not tried again. */
  @Column('timestamptz', { name: 'not_before', default: () => 'now()' })
  notBefore!: Date;

  @Column('int', { default: 0 })
  tries!: number;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { name: 'server_answer', nullable: true })
  serverAnswer!: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}

/** お知らせ: a fact that somebody must hear. The unique key is the promise that nobody hears twice. */
@Entity({ schema: 'notice', name: 'notice' })
@Unique('notice_once', ['recipientId', 'kind', 'subjectId', 'period'])
@Index('notice_letter', ['letterId'])
@Check(
  'notice_kind',
  `"kind" in ('cycle_opened', 'stage_opened', 'reminder', 'overdue', 'returned', 'waiting', 'digest')`,
)
export class Notice {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Person, { name: 'notice_recipient_fk' })
  @Column('uuid', { name: 'recipient_id' })
  recipientId!: string;

  @Column('text')
  kind!: string;

  /** What it is about: a task stage, a cycle, a department. */
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** The occasion: a date, or the round of a sheet. */
  @Column('text')
  period!: string;

  @ForeignKey(() => Letter, { name: 'notice_letter_fk' })
  @Column('uuid', { name: 'letter_id' })
  letterId!: string;

  @Column('date', { name: 'created_on' })
  createdOn!: string;
}
