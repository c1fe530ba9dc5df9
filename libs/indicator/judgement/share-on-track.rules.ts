import { printShare } from './exact.rules.js';
import type { ShownStatus } from './judgement.codes.js';
import { judge } from './judgement.rules.js';
import type { Judgement, JudgementCase, SingleCase } from './judgement.types.js';
import { STANDARD_RULE } from './standard-rule.rules.js';
import type { JudgementRule } from './standard-rule.rules.js';

export interface JudgedIndicator {
  /** An indicator shown in two sections (再掲) has one id and counts once. */
  readonly indicatorId: string;
  readonly status: ShownStatus;
}

/** A share and the numbers it must always be shown with. */
export interface ShareOnTrack {
  /** Percent with the asked decimals, half-up; null when there is nothing to divide by. */
  readonly value: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly notJudged: number;
  /** Those whose actual is still to come. */
  readonly awaited: number;
  readonly ruleName: string;
  readonly ruleVersion: number;
}

export interface ShareOptions {
  /** The indicator that measures this share, if the plan has one. */
  readonly selfId?: string;
  /** Printed decimals of the share. */
  readonly decimals: number;
  readonly rule?: JudgementRule;
}

/**
 * The plan's share of indicators on track: (achieved + on_track) ÷ judged. The rule may count 概ね順調 too, divide by
 * all indicators, or leave the measuring indicator in. Of an indicator given twice the first status counts.
 */
export function shareOnTrack(judged: readonly JudgedIndicator[], options: ShareOptions): ShareOnTrack {
  const { decimals, rule = STANDARD_RULE, selfId } = options;
  const statuses = statusById(judged);
  if (rule.shareExcludesItself && selfId !== undefined) statuses.delete(selfId);
  const all = [...statuses.values()];
  const notJudged = all.filter((status) => status === 'not_judged').length;
  const awaited = all.filter((status) => status === 'awaited').length;
  const numerator = all.filter((status) => countsAsOnTrack(status, rule)).length;
  const denominator = rule.shareDenominator === 'all' ? all.length : all.length - notJudged - awaited;
  return {
    value: printShare(numerator, denominator, decimals),
    numerator,
    denominator,
    notJudged,
    awaited,
    ruleName: rule.name,
    ruleVersion: rule.version,
  };
}

/**
 * Judges a plan whose indicators include that share: all others first, then the share from their statuses, then the
 * share's own indicator with it as the actual. Where a rule leaves it in its own population it is counted as not
 * judged, since it is judged last. A share of nothing is not judged.
 *
 * @param itself the measuring indicator; whatever actual it has is replaced by the computed one
 */
export function judgeWithShare(
  others: readonly JudgementCase[],
  itself: SingleCase,
  rule: JudgementRule = STANDARD_RULE,
): { readonly judgements: readonly Judgement[]; readonly share: ShareOnTrack; readonly itself: Judgement } {
  const judgements = others.filter(({ id }) => id !== itself.id).map((given) => judge(given, rule));
  const population = [
    ...judgements.map(({ id, status }) => ({ indicatorId: id, status })),
    { indicatorId: itself.id, status: 'not_judged' as const },
  ];
  const share = shareOnTrack(population, { selfId: itself.id, decimals: itself.decimals, rule });
  const { year } = itself.actual;
  const actual =
    share.value === null ? { reason: 'not_yet_compiled' as const, year } : { value: share.value, year };
  return { judgements, share, itself: judge({ ...itself, actual }, rule) };
}

function statusById(judged: readonly JudgedIndicator[]): Map<string, ShownStatus> {
  const statuses = new Map<string, ShownStatus>();
  for (const { indicatorId, status } of judged) {
    if (!statuses.has(indicatorId)) statuses.set(indicatorId, status);
  }
  return statuses;
}

function countsAsOnTrack(status: ShownStatus, { shareCountsMostly }: JudgementRule): boolean {
  return (
    status === 'achieved' || status === 'on_track' || (status === 'mostly_on_track' && shareCountsMostly)
  );
}
