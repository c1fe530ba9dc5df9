import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SHEET_FIELDS } from '#cycle';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;

const catalogues = globSync(['libs/*/messages.ja.json', 'apps/web/src/**/*messages.ja.json'], { cwd: root });
const sources = globSync(['libs/**/*.ts', 'apps/{api,worker,cli}/**/*.ts'], { cwd: root }).filter(
  (file) => !/\.spec\.ts$|for-spec/.test(file),
);

/** i18next's plural forms count as one key. */
const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe('message catalogues', () => {
  it.each(catalogues)('%s says everything in both languages', (file) => {
    const ja = new Set(Object.keys(read(file)).map(stem));
    const en = new Set(Object.keys(read(file.replace('.ja.', '.en.'))).map(stem));
    expect([...ja].filter((key) => !en.has(key))).toEqual([]);
    expect([...en].filter((key) => !ja.has(key))).toEqual([]);
  });

  it('hold a text for every refusal that the code can utter', () => {
    const known = new Set(
      globSync('libs/*/messages.ja.json', { cwd: root }).flatMap((file) => Object.keys(read(file))),
    );
    const uttered = sources.flatMap((file) =>
      [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(
          /(?:\b(?:invalid|conflict|forbidden|notFound|problem)\(|DomainError\(\s*'[a-z_]+',)\s*'([a-z_]+\.[a-z_]+)'/g,
        ),
      ].map((match) => ({ file, code: match[1] ?? '' })),
    );
    expect(uttered.length).toBeGreaterThan(40);
    expect(uttered.filter(({ code }) => !known.has(`error.${code}`))).toEqual([]);
  });

  it('call a field of the sheet the same on pages and in letters', () => {
    const named = (file: string, before: string): Record<string, string> =>
      Object.fromEntries(
        Object.entries(read(file)).flatMap(([key, text]) =>
          key.startsWith(before) ? [[key.slice(before.length), text]] : [],
        ),
      );
    for (const language of ['ja', 'en']) {
      const letters = named(`libs/notice/messages.${language}.json`, 'letter.field.');
      expect(letters).toEqual(named(`apps/web/src/sheet/messages.${language}.json`, 'field.'));
      expect(SHEET_FIELDS.filter(({ key }) => letters[key] === undefined)).toEqual([]);
    }
  });

  it('leave no placeholder out in English', () => {
    const placeholders = (text: string): string[] =>
      [...text.matchAll(/\{\{\s*([a-zA-Z]+)/g)].map((m) => m[1] ?? '').toSorted();
    for (const file of catalogues) {
      const en = read(file.replace('.ja.', '.en.'));
      for (const [key, text] of Object.entries(read(file))) {
        const other = en[key];
        if (other === undefined) continue;
        const left = placeholders(text).filter((name) => !placeholders(other).includes(name));
        expect({ key, left }).toEqual({ key, left: [] });
      }
    }
  });
});
