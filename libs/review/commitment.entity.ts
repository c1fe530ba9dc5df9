import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ProgramItem } from '#plan';
import { TaskStage } from './annual-task.entity.js';

/** 改善策: a promise of an approved Act or of a decision of management, answered until it is closed. */
@Entity({ schema: 'review', name: 'commitment' })
@Unique('commitment_once', ['taskStageId', 'position'])
@Index('commitment_item', ['itemId', 'madeInFiscalYear'])
@Index('commitment_worded', ['wordedOn'], { where: 'worded_on is not null' })
@Check('commitment_state', `"state" in ('open', 'done', 'changed', 'dropped')`)
@Check('commitment_origin', 'num_nonnulls("task_stage_id", "decided_on") = 1')
export class Commitment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The Act that made it; empty when management decided it. */
  @ForeignKey(() => TaskStage, { name: 'commitment_stage_fk' })
  @Column('uuid', { name: 'task_stage_id', nullable: true })
  taskStageId!: string | null;

  /** 推進本部決定: the day on which management decided it; empty for a promise of an Act. */
  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn!: string | null;

  /** The day on which a decision was entered or corrected to what it says now: news from then on. */
  @Column('date', { name: 'worded_on', nullable: true })
  wordedOn!: string | null;

  @Column('int')
  position!: number;

  @ForeignKey(() => ProgramItem, { name: 'commitment_item_fk' })
  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  @Column('int', { name: 'made_in_fiscal_year' })
  madeInFiscalYear!: number;

  @Column('text')
  what!: string;

  /** Title of the post that has to keep it: 市民協働課長. */
  @Column('text')
  who!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  /** `changed` is still open, under its new words and date. */
  @Column('text', { default: 'open' })
  state!: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: string | null;
}

/** What a later sheet said about a commitment; it counts from that sheet's approval. */
@Entity({ schema: 'review', name: 'commitment_answer' })
@Unique('commitment_answer_once', ['commitmentId', 'taskStageId'])
@Check('commitment_answer_answer', `"answer" in ('done', 'changed', 'dropped')`)
export class CommitmentAnswer {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Commitment, { name: 'commitment_answer_commitment_fk' })
  @Column('uuid', { name: 'commitment_id' })
  commitmentId!: string;

  @ForeignKey(() => TaskStage, { name: 'commitment_answer_stage_fk' })
  @Column('uuid', { name: 'task_stage_id' })
  taskStageId!: string;

  @Column('text')
  answer!: string;

  @Column('text')
  text!: string;

  @Column('date', { name: 'answered_on' })
  answeredOn!: string;
}
