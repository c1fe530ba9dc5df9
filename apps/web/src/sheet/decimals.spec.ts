import { describe, expect, it } from '@jest/globals';
import { difference, each, moveOf, percentOf, product, sameNumber, sum } from './decimals';

describe('arithmetic on the decimals of a sheet', () => {
  it('never rounds by accident', () => {
    expect(difference('0.3', '0.1')).toBe('0.2');
    expect(sum(['0.1', '0.2', '1200'])).toBe('1200.3');
    expect(sameNumber('7960', '7960.0')).toBe(true);
  });

  it('rounds percents half-up to one decimal', () => {
    expect(percentOf('7960', '8420')).toBe('94.5');
    expect(percentOf('1', '8')).toBe('12.5');
    expect(percentOf('0.25', '100')).toBe('0.3');
    expect(percentOf('5', '0')).toBeNull();
  });

  it('tells how far a number moved, of a share in points alone', () => {
    expect(moveOf('100', '120', '人')).toEqual({ difference: '20', points: false, share: '20.0' });
    expect(moveOf('88.8', '12', '％')).toEqual({ difference: '-76.8', points: true, share: null });
    expect(moveOf('88.8', '12', '%')?.points).toBe(true);
    expect(moveOf('0', '5', '件')?.share).toBeNull();
    expect(moveOf('-4', '5', '件')?.share).toBeNull();
    expect(moveOf('7960', '7960.0', '')).toBeNull();
  });

  it('tells what one of them cost', () => {
    expect(each('7960', '38')).toBe('209');
    expect(each('7210', '31')).toBe('233');
    expect(each('100', '0')).toBeNull();
    expect(product('1.3', '8000')).toBe('10400');
  });
});
