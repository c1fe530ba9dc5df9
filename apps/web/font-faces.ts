import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const NAMES = ['virtual:font-slices/common', 'virtual:font-slices/rare'];
const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/biz-udpgothic/400.css'));

/** The version of the font: another one may cut its characters into other slices. */
export const fontVersion = versionOf(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));

function versionOf(description: unknown): string {
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version);
  throw new Error('the font has no version');
}

/** The slices of rare characters hold over 220 of them, kana 174, everyday kanji about 50. */
const MANY = 200;

/** Marks of the slices in the packed text: no digits, quotes or backslashes. */
const MARKS = Array.from({ length: 0x180 - 0x3a }, (_, at) => String.fromCharCode(0x3a + at)).filter(
  (mark) => !/[`\\\x7f-\xa0\xad]/.test(mark),
);

/**
 * The font comes in some 120 slices of characters, so that a page loads only those it shows. The style sheet
 * that lists them is 60 KB gzipped for two weights; packed as "which slice owns this character", in the order
 * of the characters, it is a sixth of that. `virtual:font-slices/common` exports the packed text for everyday
 * characters, `…/rare` the rest, which is loaded when the first of them appears; `src/look/font.ts` makes faces of them.
 */
export function fontFaces(): Plugin {
  return {
    name: 'font-faces',
    resolveId: (id) => (NAMES.includes(id) ? `\0${id}` : null),
    load: (id) => (NAMES.includes(id.slice(1)) ? slicesModule(id.endsWith('rare')) : null),
  };
}

interface Slice {
  readonly file: string;
  readonly ranges: string;
}

function slicesModule(rare: boolean): string {
  const slices = slicesOf('400.css').filter((slice) => isRare(slice) === rare);
  const files = slices.flatMap(({ file }) => [file, file.replace('-400-', '-700-')]);
  const imports = files.map(
    (file, at) => `import f${at} from ${JSON.stringify(`${join(folder, file)}?url`)};`,
  );
  return [
    ...imports,
    `export const files = [${files.map((_, at) => `f${at}`).join(',')}];`,
    `export const marks = ${JSON.stringify(MARKS.slice(0, slices.length).join(''))};`,
    `export const owners = ${JSON.stringify(pack(slices))};`,
  ].join('\n');
}

/** Kanji slices are numbered; latin and its like have names and are always common. */
function isRare({ file, ranges }: Slice): boolean {
  return /udpgothic-\d+-/.test(file) && pointsOf(ranges).length > MANY;
}

function slicesOf(css: string): Slice[] {
  const text = readFileSync(join(folder, css), 'utf8');
  return [...text.matchAll(/url\(\.\/(files\/[^)]+\.woff2)\)[^}]*unicode-range: ([^;]+);/g)].map(
    ([, file = '', ranges = '']) => ({ file, ranges }),
  );
}

/** Characters in order: the mark of the owner, a number before it when characters are skipped, after it repeats. */
function pack(slices: readonly Slice[]): string {
  const owner = new Map<number, string>();
  slices.forEach(({ ranges }, at) => {
    for (const point of pointsOf(ranges)) owner.set(point, MARKS[at] ?? '');
  });
  let next = 0;
  return [...owner]
    .sort(([one], [other]) => one - other)
    .map(([point, mark]) => {
      const skipped = point - next;
      next = point + 1;
      return `${skipped || ''}${mark}`;
    })
    .join('');
}

/** The code points of `U+0041-0043,U+3042`. */
function pointsOf(ranges: string): number[] {
  return ranges.split(',').flatMap((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    const first = parseInt(from, 16);
    return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, at) => first + at);
  });
}
