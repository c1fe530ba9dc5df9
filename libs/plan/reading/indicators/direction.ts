import { Decimal } from 'decimal.js';
import type { Direction } from '../plan-reading.types.js';
import type { NumberValue } from './value.js';

export type DirectionDoubt =
  | 'plan.direction_words'
  | 'plan.direction_same'
  | 'plan.direction_no_baseline'
  | 'plan.direction_wrong_side'
  | 'plan.direction_unlikely'
  | 'plan.direction_contradicts';

export interface DirectionProposal {
  readonly direction: Direction;
  /** Why a person must confirm it; null where the numbers or the words leave no doubt. */
  readonly doubt: DirectionDoubt | null;
}

/** Names for which less is better, and those for which more is: only to ask, never to decide. */
const lessIsBetter =
  /不祥事|事故|ミス|待機児童|犯罪|刑法犯|被害|死亡|自殺|滞納|未納|未済|苦情|違反|廃棄|ごみ.{0,4}量|排出量|火災|不登校|いじめ|虐待|離職|失業|喫煙|肥満|漏水|市債残高|将来負担|経常収支|貧困/;
const moreIsBetter =
  /満足|参加|参画|利用者|認知|知っている|収納率|徴収率|受診率|接種率|普及率|整備率|耐震化率|加入率|来場|来館|観光客|実感|感じる|リサイクル率|達成率/;
const turnsAround = /削減|防止|対策|相談|解消|減少|抑制|回収|ゼロ/;

/**
 * Proposes the direction of an indicator with a number as target: up when it lies above the baseline, down when
 * below, as 以上 and 以下 say, maintain for 維持.
 */
export function directionOfNumber(
  target: NumberValue,
  baseline: NumberValue | null,
  name: string,
): DirectionProposal {
  const side = baseline === null ? null : new Decimal(target.value).comparedTo(baseline.value);
  if (target.maintain) return { direction: 'maintain', doubt: 'plan.direction_words' };
  if (target.counts === 'plan_total') return { direction: 'up', doubt: null };
  if (target.bound !== null) {
    const direction = target.bound === 'floor' ? 'up' : 'down';
    const wrongSide = side !== null && (direction === 'up' ? side < 0 : side > 0);
    return { direction, doubt: wrongSide ? 'plan.direction_wrong_side' : null };
  }
  if (side === null) {
    const direction = new Decimal(target.value).isZero() ? 'down' : 'up';
    return { direction, doubt: 'plan.direction_no_baseline' };
  }
  if (side === 0) return { direction: 'maintain', doubt: 'plan.direction_same' };
  const direction = side > 0 ? 'up' : 'down';
  return { direction, doubt: isUnlikely(direction, name) ? 'plan.direction_unlikely' : null };
}

function isUnlikely(direction: 'up' | 'down', name: string): boolean {
  if (turnsAround.test(name)) return false;
  return direction === 'up' ? lessIsBetter.test(name) : moreIsBetter.test(name) && !lessIsBetter.test(name);
}

/** What a target in words asks for. */
export interface WordsMeaning {
  readonly direction: Direction;
  readonly kind: 'level' | 'milestone';
  /** Set against something that is published anew each year (全国平均以上). */
  readonly relative: boolean;
  /** No known word: the meaning is a guess. */
  readonly unknown: boolean;
}

const decrease = /減|低下|縮小|抑制|短縮|下降|解消|ゼロ|以下|未満|下回/;
const increase = /増|向上|上昇|拡大|改善|延伸|以上|上回|超/;
const keep = /維持|継続|確保|現状/;
const milestone =
  /設置|策定|制定|開設|整備|完成|完了|実施|導入|開始|運用|公表|締結|設立|供用|稼働|創設|改定|改訂|作成/;
const relative = /全国|県平均|県内|国の|類似|他都市|他市|前年|平均/;

/** 減少, 維持, 設置, 全国平均以上 …; the direction of a word is always confirmed by a person. */
export function meaningOfWords(words: string): WordsMeaning {
  const isRelative = relative.test(words);
  const direction = decrease.test(words)
    ? 'down'
    : increase.test(words)
      ? 'up'
      : keep.test(words)
        ? 'maintain'
        : null;
  if (direction !== null) return { direction, kind: 'level', relative: isRelative, unknown: false };
  const known = milestone.test(words);
  return { direction: 'up', kind: known ? 'milestone' : 'level', relative: isRelative, unknown: !known };
}

/** A column 方向 of the table: ↑, 向上, ↓, 減少, →, 維持. */
export function directionOfSign(cell: string): Direction | null {
  if (/[↑↗⤴]|増|向上|上昇|高/.test(cell)) return 'up';
  if (/[↓↘⤵]|減|低/.test(cell)) return 'down';
  return /[→⇒]|維持/.test(cell) ? 'maintain' : null;
}
