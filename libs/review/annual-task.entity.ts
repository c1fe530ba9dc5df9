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
import { Department, Person, Post } from '#directory';
import { Assignment } from '#plan';
import { ReviewCycle } from '#cycle';

/** 評価シート: assignment × cycle. Has no state of its own. */
@Entity({ schema: 'review', name: 'annual_task' })
@Unique('annual_task_once', ['assignmentId', 'cycleId'])
@Index('annual_task_cycle_department', ['cycleId', 'currentDepartmentId'])
@Index('annual_task_department', ['currentDepartmentId'])
@Check('annual_task_subject', `"subject_kind" in ('item', 'indicator', 'section')`)
@Check('annual_task_role', `"role" in ('lead', 'support')`)
export class AnnualTask {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Assignment, { name: 'annual_task_assignment_fk' })
  @Column('uuid', { name: 'assignment_id' })
  assignmentId!: string;

  @ForeignKey(() => ReviewCycle, { name: 'annual_task_cycle_fk' })
  @Column('uuid', { name: 'cycle_id' })
  cycleId!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('text')
  role!: string;

  /** 当時の所属 */
  @ForeignKey(() => Department, { name: 'annual_task_department_fk' })
  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  /** 現所属: follows a reorganisation's successor. */
  @ForeignKey(() => Department, { name: 'annual_task_current_department_fk' })
  @Column('uuid', { name: 'current_department_id' })
  currentDepartmentId!: string;

  /** The day on which its assignment ended or was taken back; what was handed in by then stays and counts. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;
}

/** AnnualTask × Stage: the unit of work a person sees, with the one versioned entry of its sheet. */
@Entity({ schema: 'review', name: 'task_stage' })
@Unique('task_stage_once', ['taskId', 'stage'])
@Index('task_stage_open', { synchronize: false })
@Check('task_stage_stage', `"stage" in ('plan', 'do', 'check', 'act', 'review')`)
@Check('task_stage_state', `"state" in ('none', 'drafting', 'submitted', 'approved', 'not_applicable')`)
@Check('task_stage_grade', `"grade" is null or "grade" in ('A', 'B', 'C', 'D')`)
export class TaskStage {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => AnnualTask, { name: 'task_stage_task_fk' })
  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  @Column('text')
  stage!: string;

  @Column('text', { default: 'none' })
  state!: string;

  /** Optimistic version: counts every save. */
  @Column('int', { default: 0 })
  version!: number;

  /** Which round of the chain runs; a resubmission starts the next one. */
  @Column('int', { default: 0 })
  round!: number;

  @Column('int', { name: 'return_count', default: 0 })
  returnCount!: number;

  /** The only due date a stage stores: the one that a return sets. */
  @Column('date', { name: 'returned_due_on', nullable: true })
  returnedDueOn!: string | null;

  /** Answers described by the table of fields. */
  @Column('jsonb', { default: () => "'{}'" })
  answers!: Record<string, unknown>;

  /** The version at which each answer was last changed, so that a conflict can name what the other person did. */
  @Column('jsonb', { name: 'field_versions', default: () => "'{}'" })
  fieldVersions!: Record<string, number>;

  /** Copies of answers that are summed or filtered; amounts in 千円. */
  @Column('numeric', { nullable: true })
  budget!: string | null;

  @Column('numeric', { name: 'settled_cost', nullable: true })
  settledCost!: string | null;

  @Column('numeric', { name: 'person_years', nullable: true })
  personYears!: string | null;

  @Column('text', { nullable: true })
  grade!: string | null;

  @Column('text', { nullable: true })
  direction!: string | null;

  @Column('text', { nullable: true })
  participation!: string | null;

  @Column('text', { name: 'not_applicable_reason', nullable: true })
  notApplicableReason!: string | null;

  @ForeignKey(() => Person, { name: 'task_stage_editor_fk' })
  @Column('uuid', { name: 'editor_id', nullable: true })
  editorId!: string | null;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  @ForeignKey(() => Person, { name: 'task_stage_submitter_fk' })
  @Column('uuid', { name: 'submitter_id', nullable: true })
  submitterId!: string | null;

  @Column('date', { name: 'submitted_on', nullable: true })
  submittedOn!: string | null;

  @Column('date', { name: 'approved_on', nullable: true })
  approvedOn!: string | null;
}

/** A kept version of a sheet's answers; cut by submit, return, approve, withdrawal and a change of editor. */
@Entity({ schema: 'review', name: 'stage_version' })
@Check(
  'stage_version_cause',
  `"cause" in ('submitted', 'returned', 'approved', 'withdrawn', 'editor_changed', 'imported', 'assignment_ended')`,
)
export class StageVersion {
  @ForeignKey(() => TaskStage, { name: 'stage_version_stage_fk' })
  @PrimaryColumn('uuid', { name: 'task_stage_id' })
  taskStageId!: string;

  @PrimaryColumn('int')
  number!: number;

  @Column('text')
  cause!: string;

  @Column('jsonb')
  answers!: Record<string, unknown>;

  @ForeignKey(() => Person, { name: 'stage_version_person_fk' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('date', { name: 'business_date' })
  businessDate!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;
}

/** 確認: one step of a round, resolved to a post when the sheet was submitted. */
@Entity({ schema: 'review', name: 'approval' })
@Unique('approval_once', ['taskStageId', 'round', 'position'])
@Index('approval_waiting', { synchronize: false })
@Index('approval_to_review', { synchronize: false })
@Check('approval_decision', `"decision" is null or "decision" in ('approved', 'returned', 'withdrawn')`)
@Check('approval_reviewed', '"reviewed_on" is null or "instead_of_id" is not null')
@Check('approval_grade', `"grade" is null or "grade" in ('A', 'B', 'C', 'D')`)
@Check('approval_places', `"places" = '{}' or "decision" = 'returned'`)
export class Approval {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => TaskStage, { name: 'approval_stage_fk' })
  @Column('uuid', { name: 'task_stage_id' })
  taskStageId!: string;

  @Column('int')
  round!: number;

  @Column('int')
  position!: number;

  /** What the chain asked for, kept although somebody else may stand in. */
  @Column('text', { name: 'step_kind' })
  stepKind!: string;

  @Column('int', { name: 'working_days' })
  workingDays!: number;

  @ForeignKey(() => Post, { name: 'approval_post_fk' })
  @Column('uuid', { name: 'post_id' })
  postId!: string;

  /** The day the sheet reached this step; empty while earlier steps run. */
  @Column('date', { name: 'waiting_since', nullable: true })
  waitingSince!: string | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  /** First look of the approver: from then on the submitter can no longer withdraw. */
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('text', { nullable: true })
  decision!: string | null;

  @ForeignKey(() => Person, { name: 'approval_person_fk' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  /** 事務取扱: the person held the post for somebody else. */
  @Column('boolean', { default: false })
  acting!: boolean;

  /** 代決: the absent holder in whose place the person decided. */
  @ForeignKey(() => Person, { name: 'approval_instead_of_fk' })
  @Column('uuid', { name: 'instead_of_id', nullable: true })
  insteadOfId!: string | null;

  /** 後閲: the day on which that holder looked at it. */
  @Column('date', { name: 'reviewed_on', nullable: true })
  reviewedOn!: string | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  /** 差戻し: the keys of the fields that are to be mended. */
  @Column('text', { array: true, default: () => "'{}'" })
  places!: string[];

  /** The section's grade is given at this step: the director's. */
  @Column('boolean', { name: 'sets_grade', default: false })
  setsGrade!: boolean;

  /** What the drafting division had proposed when the grade was given. */
  @Column('text', { name: 'proposed_grade', nullable: true })
  proposedGrade!: string | null;

  /** The grade that was given; why it is another than proposed stands in the comment. */
  @Column('text', { nullable: true })
  grade!: string | null;

  @Column('int', { name: 'version_number', nullable: true })
  versionNumber!: number | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
