import { plainLine } from '../plain-text.rules.js';

/** File systems allow 255 bytes, and a Japanese letter takes three; a prefix of the browser must still fit. */
const LONGEST = 80;

/** For a name of which nothing can be kept. */
const NAMELESS = '資料';

/**
 * A file's name as it is kept and shown: without folders, control characters and direction marks (with them `fdp.exe`
 * reads as `exe.pdf`), and without what Windows does not allow. The ending survives the cut of a long name.
 */
export function safeFileName(given: string): string {
  const last = given.split(/[/\\]/u).at(-1) ?? '';
  const name = plainLine(last)
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  if (name === '') return NAMELESS;
  const ending = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? '';
  const letters = [...name.slice(0, name.length - ending.length)];
  return letters.length <= LONGEST ? name : `${letters.slice(0, LONGEST).join('')}…${ending}`;
}

/** How a download is named: in plain letters for old programs, and as people read it (RFC 6266, RFC 5987). */
export function attachmentOf(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const ending = /\.[a-z0-9]{1,10}$/iu.exec(name)?.[0] ?? '';
  return `attachment; filename="evidence${ending}"; filename*=UTF-8''${encoded}`;
}
