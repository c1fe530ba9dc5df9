import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Department } from './department.entity.js';
import { Person } from './person.entity.js';

/** 職: a seat in a department at a level. Authority follows the post, never the person. */
@Entity({ schema: 'directory', name: 'post' })
@Unique('post_department_level_title', ['departmentId', 'level', 'title'])
@Check(
  'post_level',
  `"level" in ('member', 'subsectionChief', 'divisionManager', 'departmentManager', 'bureauDirector', 'executive')`,
)
@Check(
  'post_role',
  `"role" is null or "role" in ('planner', 'finance', 'management', 'auditor', 'evaluator')`,
)
export class Post {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Department, { name: 'post_department_fk' })
  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  @Column('text')
  level!: string;

  @Column('text')
  title!: string;

  /** A city-wide role that comes with the post. */
  @Column('text', { nullable: true })
  role!: string | null;
}

/** Who sits on a post, from–to (both inclusive); `acting` is 事務取扱, `concurrent` is 兼務. */
@Entity({ schema: 'directory', name: 'post_holding' })
@Unique('post_holding_once', ['postId', 'personId', 'fromDate'])
@Index('post_holding_from', ['fromDate'])
@Index('post_holding_person', ['personId'])
@Index('post_holding_post', ['postId'])
@Check('post_holding_kind', `"kind" in ('main', 'concurrent', 'acting')`)
@Check('post_holding_dates', '"to_date" is null or "to_date" >= "from_date"')
export class PostHolding {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Post, { name: 'post_holding_post_fk' })
  @Column('uuid', { name: 'post_id' })
  postId!: string;

  @ForeignKey(() => Person, { name: 'post_holding_person_fk' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { default: 'main' })
  kind!: string;

  @Column('date', { name: 'from_date' })
  fromDate!: string;

  @Column('date', { name: 'to_date', nullable: true })
  toDate!: string | null;
}
