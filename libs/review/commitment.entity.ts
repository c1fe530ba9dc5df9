import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ProgramItem } from '#plan';
import { TaskStage } from './annual-task.entity.js';

/** 改善策: a promise of an approved Act, answered until it is closed. */
@Entity({ schema: 'review', name: 'commitment' })
@Unique('commitment_once', ['taskStageId', 'position'])
@Index('commitment_item', ['itemId', 'madeInFiscalYear'])
@Check('commitment_state', `"state" in ('open', 'done', 'changed', 'dropped')`)
export class Commitment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The Act that made it. */
  @ForeignKey(() => TaskStage, { name: 'commitment_stage_fk' })
  @Column('uuid', { name: 'task_stage_id' })
  taskStageId!: string;

  @Column('int')
  position!: number;

  @ForeignKey(() => ProgramItem, { name: 'commitment_item_fk' })
  @Column('uuid', { name: 'item_id' })
  itemId!: string;

  @Column('int', { name: 'made_in_fiscal_year' })
  madeInFiscalYear!: number;

  @Column('text')
  what!: string;

  /** Title of the post that promised: 市民協働課長. */
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
