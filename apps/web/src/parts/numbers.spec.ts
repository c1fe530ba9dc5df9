import { describe, expect, it } from '@jest/globals';
import { formatMoney, formatNumber, readNumber } from './numbers';

describe('numbers of a sheet', () => {
  it('separates thousands and keeps the decimals that were written', () => {
    expect(formatNumber('1234567.50')).toBe('1,234,567.50');
    expect(formatNumber('-8420')).toBe('-8,420');
    expect(formatMoney('7960.0')).toBe('7,960');
    expect(formatMoney('7960.25')).toBe('7,960.25');
  });

  it('reads full-width digits, separators and every minus', () => {
    expect(readNumber('７，９６０')).toBe('7960');
    expect(readNumber('47.5')).toBe('47.5');
    expect(readNumber('▲12')).toBe('-12');
    expect(readNumber('－3')).toBe('-3');
    expect(readNumber('007')).toBe('7');
  });

  it('does not guess', () => {
    for (const text of ['', '47..5', '約30', '1e3', '3件']) expect(readNumber(text)).toBeNull();
  });
});
