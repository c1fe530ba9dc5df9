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
import { Department } from '#directory';
import { Plan } from '#plan';

/** 評価対象年度: one fiscal year of a plan being turned. */
@Entity({ schema: 'cycle', name: 'review_cycle' })
@Unique('review_cycle_year', ['planId', 'fiscalYear'])
@Check('review_cycle_state', `"state" in ('draft', 'scheduled', 'open', 'closed', 'published')`)
export class ReviewCycle {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Plan, { name: 'review_cycle_plan_fk' })
  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('int', { name: 'fiscal_year' })
  fiscalYear!: number;

  @Column('text', { default: 'draft' })
  state!: string;

  /** Date on which it opened by its own dates, also when the server was off that day. */
  @Column('date', { name: 'opened_on', nullable: true })
  openedOn!: string | null;

  /** Set when it was opened again after its end: what is there is mended, nothing new is handed out. */
  @Column('date', { name: 'reopened_on', nullable: true })
  reopenedOn!: string | null;

  /** Late work is allowed until here; then the cycle is read-only. */
  @Column('date', { name: 'closes_on' })
  closesOn!: string;

  /** Fields whose duty differs from the standard: `{"check.factorsOutside": "lead"}`. */
  @Column('jsonb', { name: 'field_duties', default: () => "'{}'" })
  fieldDuties!: Record<string, string>;

  /** 人件費単価 in 千円 per person-year. */
  @Column('numeric', { name: 'labour_unit_cost', default: 7800 })
  labourUnitCost!: string;

  /** Optimistic version of the planner's editing. */
  @Column('int', { default: 1 })
  version!: number;
}

/** Window and due date of one stage: as decided (nominal) and moved to working days (effective). */
@Entity({ schema: 'cycle', name: 'cycle_stage' })
@Check('cycle_stage_stage', `"stage" in ('plan', 'do', 'check', 'act', 'review')`)
@Check('cycle_stage_dates', '"due_on" >= "opens_on" and "drafts_from" <= "opens_on"')
export class CycleStage {
  @ForeignKey(() => ReviewCycle, { name: 'cycle_stage_cycle_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @PrimaryColumn('text')
  stage!: string;

  /** Drafts are accepted from here, before the stage opens. */
  @Column('date', { name: 'drafts_from' })
  draftsFrom!: string;

  @Column('date', { name: 'opens_on' })
  opensOn!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('date', { name: 'effective_opens_on' })
  effectiveOpensOn!: string;

  @Column('date', { name: 'effective_due_on' })
  effectiveDueOn!: string;
}

/** The dated steps of a cycle that are not sheets. */
@Entity({ schema: 'cycle', name: 'cycle_phase' })
@Check(
  'cycle_phase_phase',
  `"phase" in ('settlement', 'management', 'council', 'external', 'publication', 'reflection')`,
)
export class CyclePhase {
  @ForeignKey(() => ReviewCycle, { name: 'cycle_phase_cycle_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @PrimaryColumn('text')
  phase!: string;

  @Column('date', { name: 'opens_on' })
  opensOn!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('date', { name: 'effective_due_on' })
  effectiveDueOn!: string;
}

/** One step of the approval chain of a stage, as data. */
@Entity({ schema: 'cycle', name: 'chain_step' })
@Check('chain_step_kind', `"kind" in ('post_level', 'coordinating_division', 'fixed_division')`)
@Check('chain_step_level', `("kind" = 'post_level') = ("level" is not null)`)
@Check('chain_step_division', `("kind" = 'fixed_division') = ("department_id" is not null)`)
@Check('chain_step_days', '"working_days" between 1 and 60')
export class ChainStep {
  @ForeignKey(() => ReviewCycle, { name: 'chain_step_cycle_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @PrimaryColumn('text')
  stage!: string;

  @PrimaryColumn('int')
  position!: number;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  level!: string | null;

  @ForeignKey(() => Department, { name: 'chain_step_department_fk' })
  @Column('uuid', { name: 'department_id', nullable: true })
  departmentId!: string | null;

  /** Days the step has, from the day the sheet reaches it. */
  @Column('int', { name: 'working_days', default: 5 })
  workingDays!: number;
}

/** A later due date for one department and everything under it, with a reason. */
@Entity({ schema: 'cycle', name: 'due_extension' })
export class DueExtension {
  @ForeignKey(() => ReviewCycle, { name: 'due_extension_cycle_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @PrimaryColumn('text')
  stage!: string;

  @ForeignKey(() => Department, { name: 'due_extension_department_fk' })
  @PrimaryColumn('uuid', { name: 'department_id' })
  departmentId!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('text')
  reason!: string;
}

/** That the due date of a department was, or may have been, moved on a day, and what it was before. */
@Entity({ schema: 'cycle', name: 'due_change' })
@Index('due_change_department', ['cycleId', 'stage', 'departmentId', 'id'])
export class DueChange {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @ForeignKey(() => ReviewCycle, { name: 'due_change_cycle_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @Column('text')
  stage!: string;

  @ForeignKey(() => Department, { name: 'due_change_department_fk' })
  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  @Column('date', { name: 'changed_on' })
  changedOn!: string;

  @Column('date', { name: 'due_before' })
  dueBefore!: string;
}
