import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const css = ['src/look/tokens.css', 'public/themes.css']
  .map((file) => readFileSync(path.join(process.cwd(), 'apps/web', file), 'utf8'))
  .join('\n');

/** The tokens that a block of the style sheet sets. */
function tokensOf(selector: string): Record<string, string> {
  const [, block = ''] = css.split(`${selector} {`);
  return Object.fromEntries(
    [...(block.split('\n  }')[0] ?? '').matchAll(/(--[\w-]+): (#[0-9a-f]{6})/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
}

const light = tokensOf(':root');
const THEMES = {
  light,
  dark: { ...light, ...tokensOf(":root[data-theme='dark']") },
  contrast: { ...light, ...tokensOf(":root[data-theme='contrast']") },
};

/** WCAG 2: relative luminance, and the contrast of two colours. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const SURFACES = ['--page', '--surface', '--surface-2', '--surface-faint'];
const STATUSES = ['good', 'fair', 'flat', 'warn', 'bad'];
const HEAT = ['--heat-1', '--heat-2', '--heat-3', '--heat-4'];

/** Which text stands on which ground. */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['--text', [...SURFACES, ...HEAT, '--key-50', '--key-100', '--key-200', '--good-bg', '--mark']],
  ['--text-2', [...SURFACES, '--bad-bg', '--key-50']],
  ['--text-3', [...SURFACES, '--key-50']],
  ['--key', [...SURFACES, '--key-50']],
  ['--key-hover', [...SURFACES, '--key-50']],
  ['--key-press', ['--key-100']],
  ['--text-on-key', ['--key', '--key-hover', '--key-press']],
  ['--text-on-good', ['--good']],
  ['--surface', ['--text']],
  ...STATUSES.map((status) => [`--${status}`, [...SURFACES, `--${status}-bg`]] as const),
];

/** What must be seen to use the page: edges of fields and buttons, lines of charts, the ring of the focus. */
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['--line-field', SURFACES],
  ['--line-strong', SURFACES],
  ['--key', SURFACES],
  ['--text-2', SURFACES],
  ['--text-3', SURFACES],
  ['--focus', [...SURFACES, '--key-50']],
];

describe.each(Object.entries(THEMES))('contrast in the theme %s', (theme, tokens) => {
  const poor = (pairs: typeof TEXTS, least: number): string[] =>
    pairs.flatMap(([ink, grounds]) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(tokens[ink] ?? '', tokens[ground] ?? '');
        return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)}`];
      }),
    );

  it('every text is read', () => {
    expect(poor(TEXTS, theme === 'contrast' ? 7 : 4.5)).toEqual([]);
  });

  it('every control is seen', () => {
    expect(poor(SHAPES, 3)).toEqual([]);
  });
});

describe('themes', () => {
  it('set every colour that the light one has, so that nothing white is left in the dark', () => {
    for (const theme of ['dark', 'contrast']) {
      const own = tokensOf(`:root[data-theme='${theme}']`);
      expect(Object.keys(light).filter((name) => !(name in own))).toEqual([]);
    }
  });

  it('are all there is: no style sheet has a colour of its own, but the swatches that show the themes', () => {
    const own = globSync('apps/web/src/**/*.css')
      .filter((file) => !/look\/tokens\.css$/.test(file))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(line))
          .map((line) => `${path.basename(file)}: ${line.trim()}`),
      );
    expect(own.filter((line) => !/^me\.css: background: linear-gradient\(135deg/.test(line))).toEqual([]);
  });

  it('knows black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 1);
  });
});
