import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Person } from '#directory';
import { AnnualTask, TaskStage } from '../annual-task.entity.js';

/** コメント: what people of the house say to each other about a sheet. Internal. */
@Entity({ schema: 'review', name: 'comment' })
@Unique('comment_key', ['authorId', 'key'])
@Index('comment_task', ['taskId', 'writtenAt', 'id'])
@Index('comment_stage', ['taskStageId'])
export class Comment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => AnnualTask, { name: 'comment_task_fk' })
  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  /** The stage on whose page it was written. */
  @ForeignKey(() => TaskStage, { name: 'comment_stage_fk' })
  @Column('uuid', { name: 'task_stage_id' })
  taskStageId!: string;

  @ForeignKey(() => Person, { name: 'comment_author_fk' })
  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  /** Made by the client, so that a repeated request writes nothing twice. */
  @Column('uuid')
  key!: string;

  /** Plain text; a mention is `@[id of the person]`. Empty once it is removed. */
  @Column('text')
  body!: string;

  @Column('date', { name: 'written_on' })
  writtenOn!: string;

  @Column('timestamptz', { name: 'written_at', default: () => 'clock_timestamp()' })
  writtenAt!: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  /** A removed comment leaves its author and day. */
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Column('int', { default: 0 })
  version!: number;
}

/** Whom a comment speaks to, and whether they have seen it. */
@Entity({ schema: 'review', name: 'mention' })
@Index('mention_unread', { synchronize: false })
export class Mention {
  @ForeignKey(() => Comment, { name: 'mention_comment_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'comment_id' })
  commentId!: string;

  @ForeignKey(() => Person, { name: 'mention_person_fk' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;
}
