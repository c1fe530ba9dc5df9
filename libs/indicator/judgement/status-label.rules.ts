import type { JudgementTrace, Phrase } from './judgement.types.js';

/** What a screen, a paper or a letter writes for a judgement. */
export interface StatusLabel {
  /** The word on the badge. The icon and colour follow the status code, never this word. */
  readonly badge: Phrase;
  /** Printed beside the badge, never inside. */
  readonly beside: readonly Phrase[];
}

/** Facts about the actual that are printed beside the badge and never change it. */
export interface BesideBadge {
  /** 速報: the value is not final yet. */
  readonly preliminary?: boolean;
  /** 特殊要因: an epidemic, a disaster. */
  readonly specialNote?: boolean;
}

/**
 * The label of a judgement: before the target year the status itself; from it on 達成, or 未達成 with the progress where
 * there is one, over the same status code. 評価不能 stays 評価不能, with its reason beside it.
 */
export function statusLabel(
  trace: JudgementTrace,
  { preliminary, specialNote }: BesideBadge = {},
): StatusLabel {
  const { reason } = trace.judgement;
  const beside = [
    ...(reason === undefined ? [] : [`judgement.reason.${reason}`]),
    ...(trace.byRounding ? ['judgement.beside.byRounding'] : []),
    ...(specialNote === true ? ['judgement.beside.specialNote'] : []),
    ...(preliminary === true ? ['judgement.beside.preliminary'] : []),
    ...(trace.complete ? ['judgement.beside.complete'] : []),
  ];
  return { badge: badgeOf(trace), beside: beside.map((key) => ({ key, params: {} })) };
}

function badgeOf({ atOrAfterTargetYear, judgement }: JudgementTrace): Phrase {
  const { progress, status } = judgement;
  const asStatus = !atOrAfterTargetYear || status === 'achieved' || status === 'not_judged';
  if (asStatus) return { key: `judgement.status.${status}`, params: {} };
  if (progress === null) return { key: 'judgement.badge.notAchieved', params: {} };
  return { key: 'judgement.badge.notAchievedWithProgress', params: { progress } };
}
