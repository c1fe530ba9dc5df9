import { invalid } from '#errors';
import { decimal, isDecimal } from './exact.rules.js';

/** The settings that a city may choose. Every change is a new version, and no line joins values of two versions. */
export interface JudgementRule {
  readonly name: string;
  readonly version: number;
  /** Pace from which an indicator is mostly on track: a decimal string over 0, up to 1. */
  readonly mostlyFrom: string;
  /** Points within which a survey counts as unchanged, unless the indicator has its own. */
  readonly surveyTolerance: string;
  /** Denominator of the share of indicators on track: those judged, or all of them. */
  readonly shareDenominator: 'judged' | 'all';
  /** Whether 概ね順調 counts into that share. */
  readonly shareCountsMostly: boolean;
  /** Whether the indicator that measures the share is left out of it. */
  readonly shareExcludesItself: boolean;
}

export const STANDARD_RULE: JudgementRule = Object.freeze({
  name: '標準',
  version: 1,
  mostlyFrom: '0.6',
  surveyTolerance: '3',
  shareDenominator: 'judged',
  shareCountsMostly: false,
  shareExcludesItself: true,
});

/** @throws DomainError `judge.bad_rule` when a threshold is no number or out of its range. */
export function checkRule(rule: JudgementRule): JudgementRule {
  const { mostlyFrom, surveyTolerance } = rule;
  const threshold = isDecimal(mostlyFrom) ? decimal(mostlyFrom) : null;
  if (threshold === null || threshold.lte(0) || threshold.gt(1)) throw badRule('mostlyFrom', mostlyFrom);
  if (!isDecimal(surveyTolerance) || decimal(surveyTolerance).lt(0)) {
    throw badRule('surveyTolerance', surveyTolerance);
  }
  return rule;
}

/**
 * A changed setting makes a new version; the old one stays as it was, for the badges it gave.
 *
 * @throws DomainError `judge.bad_rule`
 */
export function nextRuleVersion(
  rule: JudgementRule,
  changes: Partial<Omit<JudgementRule, 'version'>>,
): JudgementRule {
  return checkRule({ ...rule, ...changes, version: rule.version + 1 });
}

function badRule(field: string, value: string): Error {
  return invalid('judge.bad_rule', { field, value });
}
