import { describe, expect, it } from '@jest/globals';
import { SAMPLE_LETTERS } from './sample-letters.for-spec.js';
import { columnsOf, COLUMNS } from './wrap-text.js';

const BASE = 'https://mawasu.example.jp/';
const LETTERS = SAMPLE_LETTERS.flatMap((sample) =>
  (['ja', 'en'] as const).map((language) => ({ key: sample.key, language, letter: sample.render(language) })),
);

const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url ?? '');

/** Opening tags that are not closed in their turn. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['meta', 'br'].includes(tag)) continue;
    if (slash === '') open.push(tag);
    else if (open.pop() !== tag) return [...open, `/${tag}`];
  }
  return open;
}

describe.each(LETTERS)('$key in $language', ({ letter, language }) => {
  it('has no gap in its words', () => {
    for (const version of [letter.subject, letter.html, letter.text]) {
      expect(version).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object|letter\.\w/);
    }
  });

  it('says a number in its subject, in one line', () => {
    expect(letter.subject).toMatch(/^【総合計画】.*\d/);
    expect(letter.subject).not.toMatch(/\p{Cc}/u);
  });

  it('is a page that mail programs can show', () => {
    expect(unbalanced(letter.html)).toEqual([]);
    expect(letter.html).toContain(`<html lang="${language}">`);
    expect(letter.html).not.toMatch(/<(script|style|link|img|iframe|form|input|object|svg)\b/i);
    expect(letter.html).not.toMatch(/\son\w+=|javascript:|url\(|@import|\bsrc=/i);
    expect(letter.html).toContain('width="600"');
    expect(new TextEncoder().encode(letter.html).length).toBeLessThan(100_000);
  });

  it('links to the product alone, and in the text to the same pages', () => {
    const links = linksOf(letter.html);
    expect(links.length).toBeGreaterThan(1);
    for (const url of links) {
      expect(url.startsWith(BASE)).toBe(true);
      expect(letter.text.split('\n').map((line) => line.trim())).toContain(url);
    }
    expect([...new Set(letter.html.match(/https?:\/\/[^/"<]+\//g))]).toEqual([BASE]);
  });

  it('keeps its text within the columns', () => {
    const long = letter.text.split('\n').filter((line) => columnsOf(line) > COLUMNS && !line.includes(BASE));
    expect(long).toEqual([]);
    expect(letter.text).not.toMatch(/[ \t]+\n|\n{5}/);
  });

  it('says why it came, how to change that and whom to ask', () => {
    for (const version of [letter.html, letter.text]) {
      expect(version).toContain(language === 'ja' ? 'このメールは、' : 'You get this mail');
      expect(version).toContain(`${BASE}me/mail`);
      expect(version).toContain('企画課');
      expect(version).toContain('企画課');
    }
  });

  it('has one filled button at least, and one in each section or one for a letter without', () => {
    const sections = letter.html.match(/<h2 /g)?.length ?? 1;
    expect(letter.html.match(/display:inline-block;background:/g)?.length).toBe(sections);
    expect(letter.html).toContain('background:#0017c1;color:#ffffff');
  });
});

describe('sample letters', () => {
  it('have a name each', () => {
    const keys = SAMPLE_LETTERS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
