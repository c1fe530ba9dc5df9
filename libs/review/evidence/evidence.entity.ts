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
import { Person } from '#directory';
import { AnnualTask, TaskStage } from '../annual-task.entity.js';

/** 根拠資料: a file or a link that a sheet rests on. Internal: no report carries it. */
@Entity({ schema: 'review', name: 'evidence' })
@Unique('evidence_key', ['addedBy', 'key'])
@Index('evidence_content', ['taskId', 'sha256'], { unique: true })
@Index('evidence_address', ['taskId', 'url'], { unique: true })
@Index('evidence_stage', ['taskStageId'])
@Check('evidence_kind', `"kind" in ('pdf', 'png', 'jpeg', 'xlsx', 'docx', 'pptx', 'text', 'link')`)
@Check(
  'evidence_content_or_address',
  `("kind" = 'link') = ("url" is not null) and ("kind" = 'link') = ("sha256" is null)`,
)
export class Evidence {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The year's work as a whole rests on it; every stage shows it. */
  @ForeignKey(() => AnnualTask, { name: 'evidence_task_fk' })
  @Column('uuid', { name: 'task_id' })
  taskId!: string;

  /** The stage in which it was added: while that is being written, it may be changed. */
  @ForeignKey(() => TaskStage, { name: 'evidence_stage_fk' })
  @Column('uuid', { name: 'task_stage_id' })
  taskStageId!: string;

  /** Made by the client, so that a repeated request adds nothing twice. */
  @Column('uuid')
  key!: string;

  @Column('text')
  kind!: string;

  /** Name of the file or title of the link. */
  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  /** In bytes; 0 for a link. */
  @Column('int', { default: 0 })
  size!: number;

  @Column('text', { nullable: true })
  sha256!: string | null;

  /** 出典 */
  @Column('text', { default: '' })
  source!: string;

  /** Date of the document, not of the upload. */
  @Column('date', { name: 'dated_on', nullable: true })
  datedOn!: string | null;

  @ForeignKey(() => Person, { name: 'evidence_person_fk' })
  @Column('uuid', { name: 'added_by' })
  addedBy!: string;

  @Column('date', { name: 'added_on' })
  addedOn!: string;

  @Column('timestamptz', { name: 'added_at', default: () => 'clock_timestamp()' })
  addedAt!: Date;

  /** Optimistic version of title, source and date. */
  @Column('int', { default: 0 })
  version!: number;
}

/**
 * The content of a file in PostgreSQL, so that one backup holds everything and a file appears with its row or not at all.
 * In pieces rather than one value: neither an upload nor a download then needs the whole file in memory, where the
 * driver would hold it twice and a half.
 */
@Entity({ schema: 'review', name: 'evidence_chunk' })
export class EvidenceChunk {
  @ForeignKey(() => Evidence, { name: 'evidence_chunk_evidence_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'evidence_id' })
  evidenceId!: string;

  @PrimaryColumn('int')
  position!: number;

  @Column('bytea')
  bytes!: Buffer;
}
