import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const planted = path.join(root, 'libs/errors/planted-violation');

/** Names of the rules that dependency-cruiser finds broken in a folder. */
function broken(folder: string): string[] {
  const done = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      folder,
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
  );
  const report = JSON.parse(done.stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(report.summary.violations.map((violation) => violation.rule.name))];
}

describe('the ladder', () => {
  afterEach(() => rmSync(planted, { recursive: true, force: true }));

  it('catches an import of a higher rung, past its front door, and a framework in a rule', () => {
    mkdirSync(planted, { recursive: true });
    writeFileSync(
      path.join(planted, 'climbing.rules.ts'),
      "import { Injectable } from '@nestjs/common';\nimport { fiscalYearOf } from '../../calendar/fiscal-year.js';\nexport const x = [Injectable, fiscalYearOf];\n",
    );
    const found = broken('libs/errors');
    expect(found).toEqual(expect.arrayContaining(['ladder-errors', 'front-door', 'rules-are-pure']));
  });
});
