import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { SHOWN_STATUSES } from './judgement/judgement.codes.js';
import { STATUS_WORDS } from './status-words.js';

it('a status is called the same in a table and on its badge', () => {
  const words = JSON.parse(
    readFileSync(path.join(import.meta.dirname, 'messages.ja.json'), 'utf8'),
  ) as Readonly<Record<string, string>>;
  for (const code of SHOWN_STATUSES)
    expect(STATUS_WORDS.wordOf(code)).toBe(words[`judgement.status.${code}`]);
});
