import { describe, expect, it } from '@jest/globals';
import { attachmentOf, safeFileName } from './file-name.rules.js';

describe('the name of a file', () => {
  it.each([
    ['令和3年度 事業報告.pdf', '令和3年度 事業報告.pdf'],
    ['..\\..\\windows\\報告.pdf', '報告.pdf'],
    ['/etc/passwd', 'passwd'],
    ['報告\u202efdp.exe', '報告fdp.exe'],
    ['a\u0000b\u0007.txt', 'ab.txt'],
    ['a\r\nSet-Cookie: x.txt', 'a Set-Cookie_ x.txt'],
    ['か\u3099.txt', 'が.txt'],
    ['<img src=x>?.png', '_img src=x__.png'],
    ['...', '資料'],
    ['', '資料'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  it('keeps its ending when it is too long', () => {
    expect(safeFileName(`${'長'.repeat(300)}.xlsx`)).toBe(`${'長'.repeat(80)}….xlsx`);
  });

  it('goes out in plain letters and as people read it, and breaks out of no header', () => {
    expect(attachmentOf("市民'意見(1)*.pdf")).toBe(
      'attachment; filename="evidence.pdf"; filename*=UTF-8\'\'%E5%B8%82%E6%B0%91%27%E6%84%8F%E8%A6%8B%281%29%2A.pdf',
    );
    expect(attachmentOf('a"; x="\r\nb.txt')).not.toMatch(/[\r\n]|x="/u);
    expect(attachmentOf('\ud800.pdf')).toContain('%EF%BF%BD.pdf');
  });
});
