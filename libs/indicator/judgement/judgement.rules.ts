import type { Ratio } from './exact.rules.js';
import { printPercent } from './exact.rules.js';
import { lastKnownValue, readNumbers, warningsOf } from './case-numbers.rules.js';
import { isComposite, partsOf } from './complete-case.rules.js';
import { decide } from './decide.rules.js';
import { basisRows, because, printedActual } from './explanation.rules.js';
import { printExpected, unrounded } from './expected-value.rules.js';
import { WORST_FIRST } from './judgement.codes.js';
import type {
  CompositeCase,
  Judgement,
  JudgementCase,
  JudgementTrace,
  SingleCase,
} from './judgement.types.js';
import type { Outcome } from './outcome.types.js';
import { STANDARD_RULE } from './standard-rule.rules.js';
import type { JudgementRule } from './standard-rule.rules.js';

/**
 * Judges one indicator in one year: the same case and rule give the same badge, everywhere and always.
 *
 * @throws DomainError `judge.*` when the case is incomplete or a value cannot be read
 */
export function judge(given: JudgementCase, rule: JudgementRule = STANDARD_RULE): Judgement {
  return explain(given, rule).judgement;
}

/** The judgement with its reasons: what 判定の根拠 prints, and what stands beside the badge. */
export function explain(given: JudgementCase, rule: JudgementRule = STANDARD_RULE): JudgementTrace {
  return isComposite(given) ? explainComposite(given, rule) : explainSingle(given, rule);
}

function explainSingle(given: JudgementCase, rule: JudgementRule): JudgementTrace {
  const [single] = partsOf(given);
  // A case without parts resolves to itself, so there is always one.
  if (single === undefined) throw new Error(`case ${given.id} has neither values nor parts`);
  return traceOf(single, rule);
}

/**
 * Every part is judged and the worst decides; of equally bad parts the first. One part not judged makes the whole not
 * judged, with its reason. A composite has no numbers of its own: it shows those of the part that decided.
 */
function explainComposite(given: CompositeCase, rule: JudgementRule): JudgementTrace {
  const parts = partsOf(given).map((part) => traceOf(part, rule));
  const deciding =
    parts.find(({ judgement }) => judgement.status === 'not_judged') ??
    WORST_FIRST.map((status) => parts.find(({ judgement }) => judgement.status === status)).find(
      (part) => part !== undefined,
    );
  if (deciding === undefined) throw new Error(`no part of ${given.id} has a status`);
  return {
    ...deciding,
    judgement: { ...deciding.judgement, id: given.id },
    warnings: parts.flatMap(({ warnings }) => warnings),
    parts,
    decidingPart: deciding.judgement.id,
  };
}

function traceOf(given: SingleCase, rule: JudgementRule): JudgementTrace {
  const numbers = readNumbers(given);
  const outcome = decide(numbers, rule);
  const judgement = printJudgement(given, outcome, rule);
  const { expected, ground } = outcome;
  return {
    judgement,
    ruleName: rule.name,
    ground,
    because: because(numbers, outcome, rule),
    actual: printedActual(numbers),
    actualYear: numbers.year,
    targetYear: numbers.targetYear,
    expectedUnrounded: expected === null ? null : unrounded(expected, given.decimals),
    byRounding: ground === 'at_expected_by_rounding',
    atOrAfterTargetYear: numbers.year >= numbers.targetYear,
    complete: numbers.year > numbers.targetYear,
    rows: basisRows(numbers, outcome),
    warnings: warningsOf(given),
    lastKnown: judgement.status === 'not_judged' ? lastKnownValue(given) : null,
  };
}

function printJudgement(given: SingleCase, outcome: Outcome, rule: JudgementRule): Judgement {
  const { expected, need, pace, progress, reason, status } = outcome;
  return {
    id: given.id,
    status,
    expected: expected === null ? null : printExpected(expected, given.decimals),
    ...percents({ progress, need, pace }),
    ...(reason === undefined ? {} : { reason }),
    ruleVersion: rule.version,
  };
}

function percents(of: Record<'progress' | 'need' | 'pace', Ratio | null>) {
  return { progress: printPercent(of.progress), need: printPercent(of.need), pace: printPercent(of.pace) };
}
