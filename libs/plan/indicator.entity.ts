import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Section } from './plan.entity.js';

/** 検証指標: what the plan promises to measure. Actuals and their judgement live one rung higher. */
@Entity({ schema: 'plan', name: 'indicator' })
@Unique('indicator_key', ['sectionId', 'key'])
@Check('indicator_direction', `"direction" in ('up', 'down', 'maintain')`)
@Check('indicator_kind', `"kind" in ('level', 'yearly_count', 'running_total', 'plan_total', 'milestone')`)
@Check(
  'indicator_decided_direction',
  `"decided_direction" is null or "decided_direction" in ('up', 'down', 'maintain')`,
)
@Check(
  'indicator_decided_kind',
  `"decided_kind" is null or "decided_kind" in ('level', 'yearly_count', 'running_total', 'plan_total', 'milestone')`,
)
@Check(
  'indicator_formula',
  `"formula" is null or "formula" in ('share_on_track', 'share_with_participation')`,
)
@Check('indicator_baseline', '("baseline" is null) = ("baseline_year" is null)')
export class Indicator {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Section, { name: 'indicator_section_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'section_id' })
  sectionId!: string;

  /** `1-指標1` */
  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text')
  unit!: string;

  @Column('int')
  decimals!: number;

  /** What the document was read as; a person's decision beside it wins. */
  @Column('text')
  direction!: string;

  @Column('text', { name: 'decided_direction', nullable: true })
  decidedDirection!: string | null;

  @Column('text', { default: 'level' })
  kind!: string;

  @Column('text', { name: 'decided_kind', nullable: true })
  decidedKind!: string | null;

  @Column('numeric', { nullable: true })
  baseline!: string | null;

  @Column('int', { name: 'baseline_year', nullable: true })
  baselineYear!: number | null;

  /** 減少・増加・維持 when the target is a word. */
  @Column('text', { name: 'target_words', nullable: true })
  targetWords!: string | null;

  @Column('text', { default: '' })
  note!: string;

  @Column('boolean', { default: false })
  survey!: boolean;

  /** Points within which a survey counts as flat. */
  @Column('numeric', { nullable: true })
  tolerance!: string | null;

  /** 公表ラグ: years after which the newest value is due. */
  @Column('int', { name: 'publication_lag', default: 0 })
  publicationLag!: number;

  /** 調査周期: years between two surveys. */
  @Column('int', { name: 'survey_interval', default: 1 })
  surveyInterval!: number;

  /** Computed from the sheets themselves. */
  @Column('text', { nullable: true })
  formula!: string | null;

  @Column('int')
  sort!: number;

  @Column('int', { name: 'source_line', nullable: true })
  sourceLine!: number | null;

  @Column('boolean', { default: false })
  withdrawn!: boolean;
}

/** A target value: final and intermediate ones (`annual` false), or one set for a single year (`annual` true). */
@Entity({ schema: 'plan', name: 'indicator_target' })
export class IndicatorTarget {
  @ForeignKey(() => Indicator, { name: 'indicator_target_indicator_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'indicator_id' })
  indicatorId!: string;

  @PrimaryColumn('int', { name: 'fiscal_year' })
  fiscalYear!: number;

  @PrimaryColumn('boolean')
  annual!: boolean;

  /** Empty when the target is a word. */
  @Column('numeric', { nullable: true })
  value!: string | null;

  /** 以上: at least this much. */
  @Column('boolean', { default: false })
  floor!: boolean;
}
