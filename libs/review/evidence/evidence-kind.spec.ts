import { describe, expect, it } from '@jest/globals';
import { isMarkup, officeKind, signatureOf, withFittingEnding } from './evidence-kind.rules.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('what a file is', () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.7')],
    ['png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['zip', bytes(0x50, 0x4b, 0x03, 0x04)],
    ['other', Buffer.from('MZ program')],
    ['other', Buffer.from(' %PDF-1.7')],
    ['other', bytes(0x89, 0x50)],
  ])('is told by its first bytes: %s', (signature, head) => {
    expect(signatureOf(head)).toBe(signature);
  });

  it.each([
    ['xlsx', ['[Content_Types].xml', 'xl/workbook.xml']],
    ['docx', ['[Content_Types].xml', 'word/document.xml']],
    ['pptx', ['[Content_Types].xml', 'ppt/presentation.xml']],
    [null, ['xl/workbook.xml']],
    [null, ['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin']],
    [null, ['readme.txt']],
    [null, []],
  ])('an archive is %s by its parts, and nothing with macros', (kind, entries) => {
    expect(officeKind(entries)).toBe(kind);
  });

  it.each([
    '<html>',
    ' \n<!DOCTYPE html>',
    '<svg xmlns="…">',
    '<?xml version="1.0"?>',
    '<!-- x -->',
    '\ufeff<script>',
  ])('%j is markup, not text', (text) => {
    expect(isMarkup(text)).toBe(true);
  });

  it.each(['年度,件数', '<5件は省略', 'a < b', '本文の途中の <html>'])('%j is text', (text) => {
    expect(isMarkup(text)).toBe(false);
  });

  it.each([
    ['報告書.PDF', 'pdf', '報告書.PDF'],
    ['写真.jpg', 'jpeg', '写真.jpg'],
    ['集計.csv', 'text', '集計.csv'],
    ['page.html', 'text', 'page.html.txt'],
    ['setup.exe', 'pdf', 'setup.exe.pdf'],
    ['資料', 'xlsx', '資料.xlsx'],
  ] as const)('%s that holds %s is saved as %s', (name, kind, kept) => {
    expect(withFittingEnding(name, kind)).toBe(kept);
  });
});
