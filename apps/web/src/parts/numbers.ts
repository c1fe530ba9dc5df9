/** Decimals stay strings: what the API writes is what is shown, without binary rounding. */

/** 8420 → 8,420; the decimals stay as they are written. */
export function formatNumber(value: string | number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Amounts in 千円 without decimals that say nothing: 7960.0 → 7,960. */
export function formatMoney(value: string): string {
  return formatNumber(value.includes('.') ? value.replace(/\.?0+$/, '') : value);
}

/** Whether what has this unit is a share, whose differences are points. */
export const isPercent = (unit: string): boolean => /^[%％]$/.test(unit);

/** As many digits as are kept before and behind the point. */
export const MOST_DIGITS = { whole: 13, decimals: 4 } as const;
const KEPT = new RegExp(`^-?\\d{1,${MOST_DIGITS.whole}}(\\.\\d{1,${MOST_DIGITS.decimals}})?$`);

/** Whether a text is a number with more digits than are kept. */
export function isTooLong(text: string): boolean {
  return readNumber(text) === null && /^-?\d+(\.\d+)?$/.test(plainNumber(text));
}

function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,、，]/g, '')
    .replace(/^[−－ー–▲△]/, '-')
    .replace(/^\+/, '');
}

/** Reads what a person types: full-width digits, thousands separators, a minus of any kind. Null when it is no number. */
export function readNumber(text: string): string | null {
  const plain = plainNumber(text);
  if (!KEPT.test(plain)) return null;
  return plain.replace(/^(-?)0+(?=\d)/, '$1');
}
