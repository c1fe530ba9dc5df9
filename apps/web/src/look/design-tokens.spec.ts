import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const own = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const dads = readFileSync(
  createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css'),
  'utf8',
);

/** Colours of the design system by their names: `blue-900`. */
const COLOURS = new Map(
  [...dads.matchAll(/--color-(?:primitive|neutral)-([a-z-]+-\d+): (#[0-9a-f]{6})/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  ),
);
/** The light theme: what stands before the first rule about a screen. */
const light = own.slice(0, own.indexOf('@media'));

/** What lies between two steps of the system, on purpose: surfaces without a meaning of their own. */
const BETWEEN = ['--page', '--surface-faint', '--heat-1', '--mark'];

describe('the tokens of the light theme', () => {
  it('know the system they are taken from', () => {
    expect(COLOURS.size).toBeGreaterThan(100);
  });

  it('have the value of the colour that stands beside them', () => {
    const named = [...light.matchAll(/(--[\w-]+): (#[0-9a-f]{6}); \/\* ([a-z-]+-\d+)(?![\d/])/g)];
    expect(named.length).toBeGreaterThan(8);
    for (const [, token, value, name = ''] of named) {
      expect({ token, name, value }).toEqual({ token, name, value: COLOURS.get(name) });
    }
  });

  it('are colours of the system, but for a few surfaces between two of its steps', () => {
    const values = new Set([...COLOURS.values(), '#ffffff', '#000000']);
    const others = [...light.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)]
      .filter(([, token = '', value = '']) => !values.has(value) && !BETWEEN.includes(token))
      .map(([, token, value]) => `${token} ${value}`);
    expect(others).toEqual([]);
  });
});
