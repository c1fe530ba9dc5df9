import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const NAMES = ['virtual:font-slices/common', 'virtual:font-slices/rare'];
const { resolve } = createRequire(import.meta.url);
const folder = dirname(resolve('@fontsource/biz-udpgothic/400.css'));

/** The version of the font: another one may cut its characters into other slices. */
export const fontVersion = versionOf(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));

function versionOf(description: unknown): string {
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version);
  throw new Error('the font has no version');
}

/** Another cutter may cut other files out of the same font. */
const cutterVersion = versionOf(JSON.parse(readFileSync(resolve('subset-font/package.json'), 'utf8')));

/** The whole font of each weight, out of which the groups of everyday characters are cut. */
const WHOLE = {
  400: resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
  700: resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
} as const;
const WEIGHTS = [400, 700] as const;

/** The slices of rare characters hold over 220 of them, kana 174, everyday kanji about 50. */
const MANY = 200;

/**
 * So many slices of everyday characters make one file. A page shows characters of some thirty slices in each weight:
 * so many files take a browser four times as long to write the page with as two do, and are no smaller together.
 */
const TOGETHER = 40;

/** Marks of the slices in the packed text: no digits, quotes or backslashes. */
const MARKS = Array.from({ length: 0x180 - 0x3a }, (_, at) => String.fromCharCode(0x3a + at)).filter(
  (mark) => !/[`\\\x7f-\xa0\xad]/.test(mark),
);

/**
 * The font comes in some 120 slices of characters, in the order of how often they are written. Everyday ones are put
 * together in a few files, rare ones stay as they are, so that a page loads about what it shows. The style sheet
 * that lists them is 60 KB gzipped for two weights; packed as "which file owns this character", in the order
 * of the characters, it is a sixth of that. `virtual:font-slices/common` exports the packed text for everyday
 * characters, `…/rare` the rest, which is loaded when the first of them appears; `src/look/font.ts` makes faces of them.
 */
export function fontFaces(): Plugin {
  let cache = '';
  return {
    name: 'font-faces',
    configResolved: ({ cacheDir }) => {
      cache = join(cacheDir, 'font');
    },
    resolveId: (id) => (NAMES.includes(id) ? `\0${id}` : null),
    load: async (id) => (NAMES.includes(id.slice(1)) ? await slicesModule(id.endsWith('rare'), cache) : null),
  };
}

interface Slice {
  /** As the package names it: a number that grows with how often its kanji are written, or an alphabet. */
  readonly name: string;
  readonly points: readonly number[];
}

/** Characters that come in one file for each weight. */
interface Group {
  readonly files: readonly string[];
  readonly points: readonly number[];
}

async function slicesModule(rare: boolean, cache: string): Promise<string> {
  const slices = slicesOf('400.css').filter((slice) => isRare(slice) === rare);
  const groups = rare ? slices.map(asItIs) : await putTogether(slices, cache);
  const imports = groups
    .flatMap(({ files }) => files)
    .map((file, at) => `import f${at} from ${JSON.stringify(`${file}?url`)};`);
  return [
    ...imports,
    `export const files = [${imports.map((_, at) => `f${at}`).join(',')}];`,
    `export const marks = ${JSON.stringify(MARKS.slice(0, groups.length).join(''))};`,
    `export const owners = ${JSON.stringify(pack(groups))};`,
  ].join('\n');
}

const isKanji = ({ name }: Slice): boolean => /^\d+$/.test(name);

/** Alphabets are always common. */
const isRare = (slice: Slice): boolean => isKanji(slice) && slice.points.length > MANY;

function slicesOf(css: string): Slice[] {
  const text = readFileSync(join(folder, css), 'utf8');
  return [...text.matchAll(/udpgothic-([\w-]+)-400-normal\.woff2\)[^}]*unicode-range: ([^;]+);/g)].map(
    ([, name = '', ranges = '']) => ({ name, points: pointsOf(ranges) }),
  );
}

const asItIs = ({ name, points }: Slice): Group => ({
  files: WEIGHTS.map((weight) => join(folder, `files/biz-udpgothic-${name}-${weight}-normal.woff2`)),
  points,
});

/** The most written kanji first, with the latin letters that stand on every page. */
async function putTogether(slices: readonly Slice[], cache: string): Promise<Group[]> {
  const kanji = slices.filter(isKanji).sort((one, other) => Number(other.name) - Number(one.name));
  const latin = slices.filter(({ name }) => name === 'latin');
  const others = slices.filter((slice) => !kanji.includes(slice) && !latin.includes(slice));
  const groups: Group[] = [];
  for (let from = 0; from < kanji.length; from += TOGETHER) {
    const group = [...(from === 0 ? latin : []), ...kanji.slice(from, from + TOGETHER)];
    groups.push(
      await cut(
        `everyday-${groups.length + 1}`,
        group.flatMap(({ points }) => points),
        cache,
      ),
    );
  }
  return [...groups, ...others.map(asItIs)];
}

/** Without the other shapes of a character (upright, old, ruby): no page shows them, and they weigh as much again. */
const CUT = { targetFormat: 'woff2', noLayoutClosure: true } as const;

/** Cuts characters out of the whole font, which takes a second for each file; done once and kept. */
async function cut(name: string, points: readonly number[], cache: string): Promise<Group> {
  const text = String.fromCodePoint(...points);
  const files: string[] = [];
  for (const weight of WEIGHTS) {
    const whole = await readFile(WHOLE[weight]);
    const key = createHash('sha256')
      .update(whole)
      .update(text)
      .update(JSON.stringify(CUT))
      .update(cutterVersion)
      .digest('hex')
      .slice(0, 12);
    const file = join(cache, `biz-udpgothic-${name}-${weight}-${key}.woff2`);
    if (!existsSync(file)) await keep(file, await subsetFont(whole, text, CUT));
    files.push(file);
  }
  return { files, points };
}

/** Under its name only when it is whole: another build may look for it at the same time. */
async function keep(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}

/** Characters in order: the mark of the owner, a number before it when characters are skipped. */
function pack(groups: readonly Group[]): string {
  const owner = new Map<number, string>();
  groups.forEach(({ points }, at) => {
    for (const point of points) owner.set(point, MARKS[at] ?? '');
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
