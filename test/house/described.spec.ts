import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');

describe('generated files', () => {
  it('the OpenAPI document and the web client are those of this code', () => {
    const done = spawnSync(process.execPath, ['scripts/describe.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status: done.status, said: done.stderr }).toEqual({ status: 0, said: '' });
  }, 60_000);
});
