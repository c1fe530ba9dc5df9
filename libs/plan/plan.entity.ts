import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** 総合計画. `key` names it across imports, so that a corrected text changes this plan and no other. */
@Entity({ schema: 'plan', name: 'plan' })
@Unique('plan_key', ['key'])
@Check('plan_years', '"last_fiscal_year" >= "first_fiscal_year"')
export class Plan {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  key!: string;

  @Column('text')
  title!: string;

  @Column('int', { name: 'first_fiscal_year' })
  firstFiscalYear!: number;

  @Column('int', { name: 'last_fiscal_year' })
  lastFiscalYear!: number;

  /** Counts the imports that changed something. */
  @Column('int', { default: 1 })
  version!: number;
}

/** 章・節・施策: a node of the plan's tree; its leaves carry policies, indicators and programs. */
@Entity({ schema: 'plan', name: 'section' })
@Unique('section_key', ['planId', 'key'])
@Index('section_parent', ['parentId'])
export class Section {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Plan, { name: 'section_plan_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @ForeignKey(() => Section, { name: 'section_parent_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('text')
  key!: string;

  /** As printed: `1`, `2-1`. */
  @Column('text')
  number!: string;

  /** As printed: 節, 施策, 章. */
  @Column('text')
  level!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  background!: string;

  @Column('int')
  sort!: number;

  @Column('int', { name: 'source_line', nullable: true })
  sourceLine!: number | null;

  /** The last import no longer had it; history stays readable. */
  @Column('boolean', { default: false })
  withdrawn!: boolean;
}

/** 基本方針: a numbered sentence of intent. */
@Entity({ schema: 'plan', name: 'basic_policy' })
@Unique('basic_policy_number', ['sectionId', 'number'])
export class BasicPolicy {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Section, { name: 'basic_policy_section_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'section_id' })
  sectionId!: string;

  @Column('text')
  number!: string;

  @Column('text')
  text!: string;

  @Column('int')
  sort!: number;

  @Column('int', { name: 'source_line', nullable: true })
  sourceLine!: number | null;
}

/** 事業 【(1) …】: a group of items. */
@Entity({ schema: 'plan', name: 'program' })
@Unique('program_key', ['sectionId', 'key'])
export class Program {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Section, { name: 'program_section_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'section_id' })
  sectionId!: string;

  @Column('text')
  key!: string;

  @Column('text')
  number!: string;

  @Column('text')
  title!: string;

  @Column('int')
  sort!: number;

  @Column('int', { name: 'source_line', nullable: true })
  sourceLine!: number | null;

  @Column('boolean', { default: false })
  withdrawn!: boolean;
}

/** ア・イ・ウ: what is actually done; the thing that is assigned. */
@Entity({ schema: 'plan', name: 'program_item' })
@Unique('program_item_key', ['programId', 'key'])
export class ProgramItem {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Program, { name: 'program_item_program_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'program_id' })
  programId!: string;

  /** 体系番号: `1-(1)-ア`, unique in the plan. */
  @Column('text')
  key!: string;

  @Column('text')
  marker!: string;

  @Column('text')
  text!: string;

  @Column('int')
  sort!: number;

  @Column('int', { name: 'source_line', nullable: true })
  sourceLine!: number | null;

  @Column('boolean', { default: false })
  withdrawn!: boolean;
}
