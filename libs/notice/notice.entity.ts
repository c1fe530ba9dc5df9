import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Generated,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Person } from '#directory';
import { NOTICE_KINDS } from './notice.codes.js';

/**
 * メール: bundles a person's notices. One ordinary letter (daily, or the digest in its place) per person and day; others
 * once per occasion; a copy once per delegate.
 */
@Entity({ schema: 'notice', name: 'letter' })
@Index('letter_ordinary_once', { synchronize: false })
@Index('letter_occasion_once', { synchronize: false })
@Index('letter_copy_once', { synchronize: false })
@Index('letter_unsubscribe', ['unsubscribeToken'], { unique: true })
@Index('letter_due', { synchronize: false })
@Index('letter_leased', { synchronize: false })
@Index('letter_bounced', { synchronize: false })
@Index('letter_day', ['day', 'id'])
@Index('letter_state_day', ['state', 'day', 'id'])
@Index('letter_kind_day', ['kind', 'day', 'id'])
@Index('letter_recipient_day', ['recipientId', 'day', 'id'])
@Check(
  'letter_kind',
  `"kind" in ('daily', 'digest', 'at_once', 'summary', 'handover', 'password', 'request')`,
)
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

  /** What a letter that is not the day's ordinary one is about; empty for ordinary ones. */
  @Column('text', { default: '' })
  occasion!: string;

  /** The letter of an absent person of which this is the delegate's copy. */
  @ForeignKey(() => Letter, { name: 'letter_copy_fk' })
  @Column('uuid', { name: 'copy_of', nullable: true })
  copyOf!: string | null;

  @Column('text', { default: 'planned' })
  state!: string;

  /** Machine time until which a worker owns it. */
  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  /** The claim under which it is being sent: who comes too late with an answer for another claim changes nothing. */
  @Column('uuid', { name: 'claim_id', nullable: true })
  claimId!: string | null;

  /** Machine time before which it is not tried again; infinity when a person has to decide. */
  @Column('timestamptz', { name: 'not_before', default: () => 'now()' })
  notBefore!: Date;

  @Column('int', { default: 0 })
  tries!: number;

  /** Tries before a person had it sent again: these count no longer against it. */
  @Column('int', { name: 'tries_before', default: 0 })
  triesBefore!: number;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { name: 'server_answer', nullable: true })
  serverAnswer!: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  /** The address it was last sent to, as people change theirs. */
  @Column('text', { name: 'sent_to', nullable: true })
  sentTo!: string | null;

  /** It went to the test addresses; its person has not got it. */
  @Column('boolean', { name: 'as_test', default: false })
  asTest!: boolean;

  /** When a mail server told that it could not be delivered after all. */
  @Column('timestamptz', { name: 'bounced_at', nullable: true })
  bouncedAt!: Date | null;

  @Column('text', { name: 'bounce_answer', nullable: true })
  bounceAnswer!: string | null;

  /** Opens the page, and the one click, that ends letters which are not a duty. */
  @Generated('uuid')
  @Column('uuid', { name: 'unsubscribe_token' })
  unsubscribeToken!: string;
}

/** One attempt to send a letter, with the mail server's answer; without an outcome it is under way. */
@Entity({ schema: 'notice', name: 'letter_try' })
@Check(
  'letter_try_outcome',
  `"outcome" in ('sent', 'later', 'never', 'uncertain', 'not_needed', 'unreachable', 'bounced')`,
)
export class LetterTry {
  @ForeignKey(() => Letter, { name: 'letter_try_letter_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'letter_id' })
  letterId!: string;

  @PrimaryColumn('int')
  number!: number;

  @Column('uuid', { name: 'claim_id' })
  claimId!: string;

  @Column('timestamptz', { name: 'began_at', default: () => 'clock_timestamp()' })
  beganAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  answer!: string | null;
}

/** Whether letters leave the house: live, to test addresses instead, or held back. One row. */
@Entity({ schema: 'notice', name: 'mail_setting' })
@Check('mail_setting_mode', `"mode" in ('live', 'test', 'hold')`)
@Check('mail_setting_one', '"id"')
@Check('mail_setting_test', `"mode" <> 'test' or cardinality("test_addresses") > 0`)
export class MailSetting {
  @PrimaryColumn('boolean', { default: true })
  id!: boolean;

  @Column('text', { default: 'live' })
  mode!: string;

  @Column('text', { name: 'test_addresses', array: true, default: () => "'{}'" })
  testAddresses!: string[];

  @Column('int', { default: 1 })
  version!: number;
}

/** How a person wants mail; who has no row has the defaults. */
@Entity({ schema: 'notice', name: 'mail_preference' })
@Check('mail_preference_decisions', `"decisions" in ('daily', 'at_once')`)
export class MailPreference {
  @ForeignKey(() => Person, { name: 'mail_preference_person_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  /** When they hear of what came back or waits for them. */
  @Column('text', { default: 'daily' })
  decisions!: string;

  @Column('boolean', { default: true })
  digest!: boolean;

  /** The summary of a closed year. */
  @Column('boolean', { default: true })
  summary!: boolean;
}

/** お知らせ: a fact that somebody must hear. The unique key is the promise that nobody hears twice. */
@Entity({ schema: 'notice', name: 'notice' })
@Unique('notice_once', ['recipientId', 'kind', 'subjectId', 'period'])
@Index('notice_letter', ['letterId'])
@Index('notice_subject', ['subjectId', 'kind'])
@Check('notice_kind', `"kind" in (${NOTICE_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
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
