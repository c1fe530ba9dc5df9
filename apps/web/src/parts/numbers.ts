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

/** Whether a text is a number with more digits than are kept: 13 before the point, 4 behind it. */
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
  if (!/^-?\d{1,13}(\.\d{1,4})?$/.test(plain)) return null;
  return plain.replace(/^(-?)0+(?=\d)/, '$1');
}
