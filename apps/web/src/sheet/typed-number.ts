import { isTooLong, readNumber } from '../parts/numbers';

const GROUPED = /^[^\d]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** A text with commas that do not group thousands: 47,5 may mean 47.5 or 475, so nobody guesses. */
export function hasStrayComma(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[、，]/g, ',');
  return plain.includes(',') && /^[^\d]?[\d,.]+$/.test(plain) && !GROUPED.test(plain);
}

/** The decimal that somebody typed, with its unit or without; null when it cannot be read without guessing. */
export function readTyped(text: string, unit = ''): string | null {
  const number = withoutUnit(text, unit);
  return hasStrayComma(number) ? null : readNumber(number);
}

/** Whether a decimal is below zero; `-0` counts, as it does where the sheet is handed in. */
export const hasMinus = (decimal: string): boolean => decimal.startsWith('-');

/** Whether somebody typed a number with more digits than are kept, with its unit or without. */
export const hasTooManyDigits = (text: string, unit = ''): boolean => isTooLong(withoutUnit(text, unit));

function withoutUnit(text: string, unit: string): string {
  const [typed, sign] = [text, unit].map((one) => one.normalize('NFKC').trim());
  if (!typed || !sign || !typed.endsWith(sign)) return text;
  return typed.slice(0, -sign.length);
}
