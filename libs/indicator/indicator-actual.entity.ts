import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Indicator } from '#plan';

/** 実績値: a measured value of a fiscal year, or the reason why there is none. Knows no cycle. */
@Entity({ schema: 'indicator', name: 'indicator_actual' })
@Unique('indicator_actual_year', ['indicatorId', 'fiscalYear'])
@Check('indicator_actual_one', 'num_nonnulls("value", "milestone", "reason") = 1')
@Check(
  'indicator_actual_reason',
  `"reason" is null or "reason" in ('survey_not_held', 'not_yet_compiled', 'program_ended', 'definition_changed')`,
)
@Check(
  'indicator_actual_milestone',
  `"milestone" is null or "milestone" in ('未着手', '検討', '着手', '完了')`,
)
export class IndicatorActual {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Indicator, { name: 'indicator_actual_indicator_fk' })
  @Column('uuid', { name: 'indicator_id' })
  indicatorId!: string;

  /** The year of the data, not of its entry. */
  @Column('int', { name: 'fiscal_year' })
  fiscalYear!: number;

  @Column('numeric', { nullable: true })
  value!: string | null;

  @Column('text', { nullable: true })
  milestone!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** 速報 */
  @Column('boolean', { default: false })
  preliminary!: boolean;

  @Column('text', { default: '' })
  source!: string;

  /** 特殊要因: printed beside the badge, never changes it. */
  @Column('text', { name: 'special_note', default: '' })
  specialNote!: string;

  @Column('text', { name: 'factors_own', default: '' })
  factorsOwn!: string;

  @Column('text', { name: 'factors_outside', default: '' })
  factorsOutside!: string;
}

/** A version of the settings of the rule that judges; the newest counts, older ones explain older badges. */
@Entity({ schema: 'indicator', name: 'judgement_rule' })
export class JudgementRuleRow {
  @PrimaryColumn('int')
  version!: number;

  @Column('text')
  name!: string;

  @Column('jsonb')
  settings!: Record<string, unknown>;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;
}
