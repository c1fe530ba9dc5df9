import { DASHES } from '../text/fold-characters.js';

/** How a list entry is marked. Symbols are styles of their own, because ○ may hold entries marked with ・. */
export type MarkerStyle =
  | 'bracket'
  | 'paren-number'
  | 'number-parts'
  | 'number'
  | 'circled'
  | 'kana'
  | 'paren-kana'
  | 'latin'
  | 'symbol-■'
  | 'symbol-○'
  | 'symbol-・'
  | 'dash';

export interface Marker {
  readonly style: MarkerStyle;
  /** `ア` of `(ア)`, `1` of `(1)`, `①`, `・`. */
  readonly core: string;
  readonly rest: string;
}

const dashBefore = new RegExp(`^[${DASHES.replace('ー', '')}*] ?`);
const kana = '[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラ-ロワヰヱヲン]';

const forms: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['paren-number', /^[(（〔[]\s?(\d{1,2})\s?[)）〕\]] ?(.*)$/],
  ['circled', /^([①-⑳㉑-㉟❶-❿]) ?(.*)$/],
  ['paren-kana', new RegExp(`^[(（]\\s?(${kana})\\s?[)）] ?(.*)$`)],
  ['kana', new RegExp(`^(${kana})(?:[ 、，,.．)）:：]) ?(.*)$`)],
  ['latin', /^[(（]?([a-zA-Z])[)）.．] ?(.*)$/],
  ['number-parts', new RegExp(`^(\\d{1,2}(?:[${DASHES}.]\\d{1,2})+)[ 、:：.．] ?(\\D.*)$`)],
  ['number', /^(\d{1,2})(?:[ 、．.)）:：]) ?(\D.*)$/],
  ['symbol-■', /^([■□◆◇▼▽▶►★☆]) ?(.*)$/],
  ['symbol-○', /^([○●◎◉]) ?(.*)$/],
  ['symbol-・', /^([・•▪]) ?(.*)$/],
];
const circledKana = /^([㋐-㋾]) ?(.*)$/;

const bulletBefore = /^[・•] ?(?=(?:[(（][ア-ン\d]{1,2}[)）]|[①-⑳]|[ア-ヲ] ))/;

/**
 * The marker at the start of a line. A dash or bullet before another marker is noise; a dash alone is a marker
 * itself.
 */
export function readMarker(text: string): Marker | null {
  const undashed = text.replace(dashBefore, '').replace(bulletBefore, '');
  for (const [style, pattern] of forms) {
    const [, core, rest] = pattern.exec(undashed) ?? [];
    if (core === undefined || rest === undefined) continue;
    return { style, core: style === 'number-parts' ? joinedByHyphens(core) : core, rest };
  }
  const [, circled, rest] = circledKana.exec(undashed) ?? [];
  if (circled !== undefined && rest !== undefined)
    return { style: 'kana', core: circled.normalize('NFKC'), rest };
  return undashed === text || undashed === '' ? null : { style: 'dash', core: '-', rest: undashed };
}

/** 【(1) …】 with its number taken out; `closed` is false while the bracket goes on to the next line. */
export function readBracket(text: string): (Marker & { readonly closed: boolean }) | null {
  const opened = /^(?:[■◆●○]\s?)?【(.*)$/.exec(text.replace(dashBefore, ''))?.[1];
  if (opened === undefined) return null;
  const end = opened.indexOf('】');
  const inside = (end < 0 ? opened : opened.slice(0, end)).trim();
  const after = end < 0 ? '' : opened.slice(end + 1).trim();
  const marker = readMarker(inside);
  const numbered = marker !== null && isNumbered(marker.style);
  // 「【1】 市民協働」: the bracket holds the number alone.
  const numberAlone = /^[(（]?(\d{1,2})[)）]?$/.exec(inside)?.[1];
  if (numberAlone !== undefined)
    return { style: 'bracket', core: numberAlone, rest: after, closed: end >= 0 };
  return {
    style: 'bracket',
    core: numbered ? marker.core : '',
    rest: `${numbered ? marker.rest : inside}${after}`,
    closed: end >= 0,
  };
}

const isNumbered = (style: MarkerStyle): boolean =>
  style === 'paren-number' || style === 'number' || style === 'number-parts' || style === 'circled';

/** Bullets carry no identity of their own; their place in the list is their name. */
export const isBullet = (style: MarkerStyle): boolean => style.startsWith('symbol-') || style === 'dash';

const orders = [
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  'イロハニホヘトチリヌルヲワカヨタレソツネナラム',
  '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
];

/** The markers that may follow `core`, or may begin a list when there is none before; empty when it has no order. */
export function followers(core: string | null): readonly string[] {
  if (core === '') return [];
  if (core === null) return ['1', ...orders.map((order) => order.charAt(0))];
  if (/^\d+$/.test(core)) return [String(Number(core) + 1)];
  return orders.flatMap((order) => {
    const at = order.indexOf(core);
    return at >= 0 && at + 1 < order.length ? [order.charAt(at + 1)] : [];
  });
}

const joinedByHyphens = (core: string): string => core.replace(new RegExp(`[${DASHES}]`, 'g'), '-');
