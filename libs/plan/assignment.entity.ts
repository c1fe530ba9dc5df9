import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Department } from '#directory';
import { Indicator } from './indicator.entity.js';
import { ProgramItem, Section } from './plan.entity.js';

/** 所管: one subject (item, indicator or section) → department, lead or support, from–to fiscal year. */
@Entity({ schema: 'plan', name: 'assignment' })
@Index('assignment_once', { synchronize: false })
@Index('assignment_lead_once', { synchronize: false })
@Index('assignment_department', ['departmentId'])
@Index('assignment_item', ['itemId'])
@Index('assignment_indicator', ['indicatorId'])
@Index('assignment_section', ['sectionId'])
@Check('assignment_one_subject', 'num_nonnulls("item_id", "indicator_id", "section_id") = 1')
@Check('assignment_role', `"role" in ('lead', 'support')`)
@Check('assignment_years', '"to_fiscal_year" is null or "to_fiscal_year" >= "from_fiscal_year"')
export class Assignment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => ProgramItem, { name: 'assignment_item_fk' })
  @Column('uuid', { name: 'item_id', nullable: true })
  itemId!: string | null;

  @ForeignKey(() => Indicator, { name: 'assignment_indicator_fk' })
  @Column('uuid', { name: 'indicator_id', nullable: true })
  indicatorId!: string | null;

  @ForeignKey(() => Section, { name: 'assignment_section_fk' })
  @Column('uuid', { name: 'section_id', nullable: true })
  sectionId!: string | null;

  @ForeignKey(() => Department, { name: 'assignment_department_fk' })
  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  @Column('text')
  role!: string;

  @Column('int', { name: 'from_fiscal_year' })
  fromFiscalYear!: number;

  @Column('int', { name: 'to_fiscal_year', nullable: true })
  toFiscalYear!: number | null;

  /** Taken back: it was a mistake. What ends in its time has a last year instead. */
  @Column('boolean', { default: false })
  withdrawn!: boolean;
}
