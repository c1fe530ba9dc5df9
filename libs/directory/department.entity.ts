import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** 所属: a node of the organisation, valid from–to; may be an outside partner (連携団体). */
@Entity({ schema: 'directory', name: 'department' })
@Index('department_code', ['code'], { unique: true })
@Index('department_parent', ['parentId'])
@Check('department_kind', `"kind" in ('city', 'bureau', 'department', 'division', 'partner')`)
@Check('department_successor', '"successor_id" is null or "valid_to" is not null')
@Check('department_valid', '"valid_to" is null or "valid_to" >= "valid_from"')
export class Department {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The city's own code; the key of every import. */
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @ForeignKey(() => Department, { name: 'department_parent_fk' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** 局主管課: the division that collects its bureau's sheets. */
  @ForeignKey(() => Department, { name: 'department_coordinating_fk' })
  @Column('uuid', { name: 'coordinating_division_id', nullable: true })
  coordinatingDivisionId!: string | null;

  /** What the whole city knows it for: planning, finance, personnel, council, audit. */
  @Column('text', { name: 'office', nullable: true })
  office!: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  /** Who goes on with its work after `validTo` (組織改編). */
  @ForeignKey(() => Department, { name: 'department_successor_fk' })
  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

  @Column('int')
  sort!: number;
}

/** Every pair of a department and one it lies under (itself included), so that a subtree is one join. */
@Entity({ schema: 'directory', name: 'department_closure' })
@Index('department_closure_descendant', ['descendantId', 'depth'])
export class DepartmentClosure {
  @ForeignKey(() => Department, { name: 'department_closure_ancestor_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ancestor_id' })
  ancestorId!: string;

  @ForeignKey(() => Department, { name: 'department_closure_descendant_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'descendant_id' })
  descendantId!: string;

  @Column('int')
  depth!: number;
}
