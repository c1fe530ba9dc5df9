import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

function catalogue(lang: 'ja' | 'en'): Map<string, string> {
  const text = readFileSync(new URL(`./messages.${lang}.json`, import.meta.url), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}

const placeholders = (text = ''): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('messages', () => {
  it('have the same keys and placeholders in both languages', () => {
    const [ja, en] = [catalogue('ja'), catalogue('en')];
    expect([...en.keys()]).toEqual([...ja.keys()]);
    for (const [key, text] of ja) expect([key, placeholders(en.get(key))]).toEqual([key, placeholders(text)]);
  });
});
