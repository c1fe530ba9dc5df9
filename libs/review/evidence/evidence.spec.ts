import { describe, expect, it } from '@jest/globals';
import { webAddress } from './evidence.rules.js';
import { TextProbe } from './text-probe.js';
import { readWhole, writeWhole } from './whole-file.js';

describe('the address of a link', () => {
  it.each([
    ['https://www.city.example.jp/報告', 'https://www.city.example.jp/%E5%A0%B1%E5%91%8A'],
    ['HTTP://city.example.jp', 'http://city.example.jp/'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['//city.example.jp', null],
    ['city.example.jp', null],
    ['https://city.example.jp@evil.example/', null],
    [`https://city.example.jp/${'a'.repeat(2000)}`, null],
  ])('%j is kept as %j', (typed, kept) => {
    expect(webAddress(typed)).toBe(kept);
  });
});

describe('plain text', () => {
  const isText = (...chunks: Uint8Array[]): boolean => {
    const probe = new TextProbe();
    for (const chunk of chunks) probe.feed(chunk);
    return probe.isPlainText();
  };
  const SHIFT_JIS = Uint8Array.from([0x94, 0x4e, 0x93, 0x78, 0x2c, 0x31, 0x0d, 0x0a]);

  it('is UTF-8 or Shift_JIS, however the bytes are cut', () => {
    const utf8 = Buffer.from('年度,件数\r\n令和3年度,12\n');
    expect(isText(utf8)).toBe(true);
    expect(isText(utf8.subarray(0, 1), utf8.subarray(1))).toBe(true);
    expect(isText(SHIFT_JIS)).toBe(true);
    expect(isText(SHIFT_JIS.subarray(0, 1), SHIFT_JIS.subarray(1))).toBe(true);
  });

  it.each([
    ['a letter cut off at the end', Uint8Array.from([0x41, 0xe5])],
    ['a NUL', Buffer.from('a\0b')],
    ['neither encoding', Uint8Array.from([0xff, 0xfe, 0x41, 0x00])],
    ['a page', Buffer.from('<!doctype html><script>')],
  ])('is not what has %s', (_, bytes) => {
    expect(isText(bytes)).toBe(false);
  });
});

describe('a file on the disk', () => {
  type Write = Parameters<typeof writeWhole>[0]['write'];
  type Read = Parameters<typeof readWhole>[0]['read'];

  /** Takes so many bytes at once, as a disk that is nearly full does. */
  const taking = (most: number, taken: number[]) => ({
    write: ((bytes: Buffer, at: number, length: number) => {
      const part = bytes.subarray(at, at + Math.min(most, length));
      taken.push(...part);
      return Promise.resolve({ bytesWritten: part.length, buffer: bytes });
    }) as unknown as Write,
  });
  const giving = (given: number) => ({
    read: ((bytes: Buffer) => Promise.resolve({ bytesRead: given, buffer: bytes })) as unknown as Read,
  });

  it('takes every byte, however few at once, and says when it takes none', async () => {
    const taken: number[] = [];
    await writeWhole(taking(3, taken), Buffer.from([1, 2, 3, 4, 5, 6, 7]));
    expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await expect(writeWhole(taking(0, []), Buffer.from([1]))).rejects.toThrow('takes no more');
  });

  it('gives all it is asked for or none', async () => {
    expect(await readWhole(giving(4), 0, 4)).toHaveLength(4);
    await expect(readWhole(giving(3), 8, 4)).rejects.toThrow('3 bytes of 4 at 8');
  });
});
