import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = 'virtual:font-slices';
const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/biz-udpgothic/400.css'));

/** Marks of the slices in the packed text: no digits, quotes or backslashes. */
const MARKS = Array.from({ length: 0x180 - 0x3a }, (_, at) => String.fromCharCode(0x3a + at)).filter(
  (mark) => !/[`\\\x7f-\xa0\xad]/.test(mark),
);

/**
 * The font comes in some 120 slices of characters, so that a page loads only those it shows. The style sheet
 * that lists them is 60 KB gzipped for two weights; packed as "which slice owns this character", in the order
 * of the characters, it is a sixth of that. `virtual:font-slices` exports the packed text, `src/look/font.ts`
 * makes the faces from it.
 */
export function fontFaces(): Plugin {
  return {
    name: 'font-faces',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? slicesModule() : null),
  };
}

interface Slice {
  readonly file: string;
  readonly ranges: string;
}

function slicesModule(): string {
  const slices = slicesOf('400.css');
  const files = slices.flatMap(({ file }) => [file, file.replace('-400-', '-700-')]);
  const imports = files.map((file, at) => `import f${at} from ${JSON.stringify(`${join(folder, file)}?url`)};`);
  return [
    ...imports,
    `export const files = [${files.map((_, at) => `f${at}`).join(',')}];`,
    `export const marks = ${JSON.stringify(MARKS.slice(0, slices.length).join(''))};`,
    `export const owners = ${JSON.stringify(pack(slices))};`,
  ].join('\n');
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
    for (const range of ranges.split(',')) {
      const [from = '', to = from] = range.trim().slice(2).split('-');
      for (let point = parseInt(from, 16); point <= parseInt(to, 16); point += 1) {
        owner.set(point, MARKS[at] ?? '');
      }
    }
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
