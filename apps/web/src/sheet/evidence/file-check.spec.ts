import { describe, expect, it } from '@jest/globals';
import { faultOf, fileSize, mayBeEvidence } from './file-check';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a file before it is sent', () => {
  it.each([
    ['a PDF', bytes(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31), true],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), true],
    ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0), true],
    ['text in Shift_JIS', bytes(0x94, 0x4e, 0x93, 0x78, 0x2c, 0x31, 0x0d, 0x0a), true],
    ['a program', bytes(0x4d, 0x5a, 0x90, 0x00), false],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), false],
  ])('%s', (_, head, taken) => {
    expect(mayBeEvidence(head)).toBe(taken);
  });

  it('is not sent when it is empty, too large or of another kind', async () => {
    const file = (content: string) => new File([content], 'x');
    expect(await faultOf(file(''), 10)).toBe('empty');
    expect(await faultOf(file('12345678901'), 10)).toBe('too_large');
    expect(await faultOf(file('MZ\0'), 10)).toBe('wrong_kind');
    expect(await faultOf(file('年度,1'), 10)).toBeNull();
  });

  it.each([
    [512, '512 B'],
    [340 * 1024, '340 KB'],
    [2.44 * 1024 * 1024, '2.4 MB'],
    [20 * 1024 * 1024, '20 MB'],
  ])('%d bytes are %s', (size, text) => {
    expect(fileSize(Math.round(size))).toBe(text);
  });
});
