import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { ReviewCycle } from '#cycle';
import { Person } from '#directory';
import { Section } from '#plan';
import { Commitment } from '#review';

/** 推進本部決定: what management decided on a section's report of a year. */
@Entity({ schema: 'report', name: 'management_decision' })
@Unique('management_decision_once', ['cycleId', 'sectionId'])
@Check('management_decision_verdict', `"verdict" in ('as_is', 'partly', 'again')`)
@Check(
  'management_decision_direction',
  `"direction" in ('expand', 'continue', 'improve', 'shrink', 'merge', 'suspend', 'abolish', 'complete')`,
)
export class ManagementDecision {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => ReviewCycle, { name: 'management_decision_cycle_fk' })
  @Column('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @ForeignKey(() => Section, { name: 'management_decision_section_fk' })
  @Column('uuid', { name: 'section_id' })
  sectionId!: string;

  /** Optimistic version: counts every correction. */
  @Column('int', { default: 1 })
  version!: number;

  @Column('text')
  verdict!: string;

  @Column('text')
  direction!: string;

  @Column('text')
  text!: string;

  @Column('date', { name: 'decided_on' })
  decidedOn!: string;

  /** Who sat together: 第2回 総合計画推進本部会議. */
  @Column('text')
  body!: string;

  @ForeignKey(() => Person, { name: 'management_decision_recorder_fk' })
  @Column('uuid', { name: 'recorder_id' })
  recorderId!: string;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}

/** A decision as it was recorded and as each correction left it, with its promises. */
@Entity({ schema: 'report', name: 'decision_version' })
export class DecisionVersion {
  @ForeignKey(() => ManagementDecision, { name: 'decision_version_decision_fk' })
  @PrimaryColumn('uuid', { name: 'decision_id' })
  decisionId!: string;

  @PrimaryColumn('int')
  number!: number;

  @Column('jsonb')
  content!: Record<string, unknown>;

  /** Why it was corrected; empty for the first. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @ForeignKey(() => Person, { name: 'decision_version_person_fk' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('date', { name: 'business_date' })
  businessDate!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;
}

/** Which decision a promise comes from. */
@Entity({ schema: 'report', name: 'decision_commitment' })
@Index('decision_commitment_decision', ['decisionId'])
export class DecisionCommitment {
  @ForeignKey(() => Commitment, { name: 'decision_commitment_commitment_fk' })
  @PrimaryColumn('uuid', { name: 'commitment_id' })
  commitmentId!: string;

  @ForeignKey(() => ManagementDecision, { name: 'decision_commitment_decision_fk' })
  @Column('uuid', { name: 'decision_id' })
  decisionId!: string;
}
