import { printShare } from './exact.rules.js';
import type { Participation } from './judgement.codes.js';

export interface ItemParticipation {
  /** An item shown in two sections (再掲) has one id and counts once. */
  readonly itemId: string;
  /** Null while its sheet does not say. */
  readonly participation: Participation | null;
}

export interface ParticipationShare {
  /** Percent with the asked decimals, half-up; null when no sheet says anything. */
  readonly value: string | null;
  readonly numerator: number;
  readonly denominator: number;
  /** Items whose sheet does not say; they are in neither number. */
  readonly unanswered: number;
}

/**
 * The share of items done with citizen participation: those with PI or 協働 among those whose sheet says which method
 * was used. Of an item given twice the first answer counts.
 */
export function participationShare(
  items: readonly ItemParticipation[],
  decimals: number,
): ParticipationShare {
  const byItem = new Map<string, Participation | null>();
  for (const { itemId, participation } of items) {
    if (!byItem.has(itemId)) byItem.set(itemId, participation);
  }
  const answers = [...byItem.values()].filter((answer) => answer !== null);
  const numerator = answers.filter((answer) => answer !== 'none').length;
  return {
    value: printShare(numerator, answers.length, decimals),
    numerator,
    denominator: answers.length,
    unanswered: byItem.size - answers.length,
  };
}
