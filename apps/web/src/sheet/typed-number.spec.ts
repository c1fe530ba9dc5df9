import { describe, expect, it } from '@jest/globals';
import { hasStrayComma, hasTooManyDigits, readTyped } from './typed-number';

describe('a number as it is typed', () => {
  it('understands commas that group thousands, in any width', () => {
    expect(readTyped('8,420')).toBe('8420');
    expect(readTyped('１，２３４，５６７．５')).toBe('1234567.5');
    expect(readTyped('-1,200')).toBe('-1200');
    expect(readTyped('47.5')).toBe('47.5');
  });

  it('does not guess what a stray comma means', () => {
    expect(['47,5', '4,75', '1,2345', ',500', '1,,000'].map((text) => readTyped(text))).toEqual(
      Array(5).fill(null),
    );
    expect(hasStrayComma('47、5')).toBe(true);
    expect(hasStrayComma('八千万円')).toBe(false);
  });

  it('understands the unit behind it, in any width, and no other', () => {
    expect(readTyped('47.2%', '％')).toBe('47.2');
    expect(readTyped('４７．２ ％', '%')).toBe('47.2');
    expect(readTyped('1,234人', '人')).toBe('1234');
    expect(['47.2%', '47人人', '%', '4%7'].map((text) => readTyped(text, '人'))).toEqual(Array(4).fill(null));
    expect(readTyped('47.2%')).toBeNull();
    expect(readTyped('％', '%')).toBeNull();
    expect(hasStrayComma('1,234人')).toBe(false);
  });

  it('is told from one with more digits than are kept', () => {
    expect(readTyped('9999999999999')).toBe('9999999999999');
    expect(['99999999999999', '1.23456', '12345678901234％'].map((text) => readTyped(text, '％'))).toEqual(
      Array(3).fill(null),
    );
    for (const text of ['99999999999999', '-99,999,999,999,999', '1.23456', '12345678901234％'])
      expect([text, hasTooManyDigits(text, '％')]).toEqual([text, true]);
    for (const text of ['9999999999999', '1.2345', '八千万円', '1.2.3', ''])
      expect([text, hasTooManyDigits(text, '％')]).toEqual([text, false]);
  });

  it('reads no words', () => {
    expect(readTyped('八千万円')).toBeNull();
  });
});
