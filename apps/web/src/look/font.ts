import * as common from 'virtual:font-slices/common';

interface Slices {
  readonly files: readonly string[];
  readonly marks: string;
  readonly owners: string;
}

const FAMILY = 'BIZ UDPGothic';

/** Checks whether the page stands, so often at most, that many milliseconds apart. */
const [CHECKS, APART] = [20, 100];

/**
 * Shows what is written in BIZ UDPGothic, once the page stands: until then the device's own letters do, for the font must
 * not keep anybody waiting. What the page shows comes together and is laid out anew once; the rest of the everyday
 * characters come when they are shown, rare ones when the first of them appears. Then `<html>` has `data-font`.
 *
 * @param isBusy whether the page still waits for something; without a heading it does in any case
 */
export function addFont(isBusy: () => boolean, checks = CHECKS): void {
  const stands = document.querySelector('h1') !== null && !isBusy();
  if (stands || checks === 0) whenIdle(() => void showFont());
  else setTimeout(addFont, APART, isBusy, checks - 1);
}

/** Safari has no `requestIdleCallback`. */
const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, APART);
};

async function showFont(): Promise<void> {
  const known = facesOf(common);
  await pause();
  // It looks through what is there by now, too.
  watchForRare(new Set(known.flatMap(({ points }) => points)), () => {
    void import('virtual:font-slices/rare').then((rare) => {
      for (const { font } of facesOf(rare).map(made)) document.fonts.add(font);
    });
  });
  await pause();
  const faces = await inSteps(known, made);
  const shown = await pointsShown();
  const now = faces.filter(({ weight, points }) => points.some((point) => shown.get(weight)?.has(point)));
  // What does not come stays in the device's letters.
  await Promise.all(await inSteps(now, ({ font }) => font.load().catch(() => undefined)));
  for (const { font } of faces) document.fonts.add(font);
  document.documentElement.dataset['font'] = 'shown';
}

interface Made {
  readonly font: FontFace;
  readonly weight: Weight;
  readonly points: readonly number[];
}

const made = ({ source, weight, points }: Face): Made => ({
  font: new FontFace(FAMILY, source, { weight, unicodeRange: rangeOf(points), display: 'swap' }),
  weight,
  points,
});

/** The characters that the page shows in each weight. */
async function pointsShown(): Promise<ReadonlyMap<Weight, ReadonlySet<number>>> {
  const shown = new Map<Weight, Set<number>>(WEIGHTS.map((weight) => [weight, new Set()]));
  await inSteps(textsShown(), ({ parentElement, data }) => {
    // What has left the page meanwhile has no parent, or one without a style.
    if (!parentElement?.isConnected || !data.trim()) return;
    const weight = Number(getComputedStyle(parentElement).fontWeight) >= 600 ? '700' : '400';
    for (const sign of data) shown.get(weight)?.add(sign.codePointAt(0) ?? 0);
  });
  return shown;
}

/** All at once: the page may change between two steps, and a walk that goes on would lose its way. */
function textsShown(): readonly Text[] {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walk.nextNode()) if (walk.currentNode instanceof Text) texts.push(walk.currentNode);
  return texts;
}

/** Lets the browser answer the reader before it goes on. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** About so long the reader's keys and fingers wait for us, in ms. */
const STEP = 4;

/** Does a long work piece by piece, and lets the browser answer the reader in between. */
async function inSteps<T, R>(all: readonly T[], work: (one: T) => R): Promise<R[]> {
  const done: R[] = [];
  let end = performance.now() + STEP;
  for (const one of all) {
    if (performance.now() > end) {
      await pause();
      end = performance.now() + STEP;
    }
    done.push(work(one));
  }
  return done;
}

const WEIGHTS = ['400', '700'] as const;
type Weight = (typeof WEIGHTS)[number];

interface Face {
  readonly source: string;
  readonly weight: Weight;
  readonly points: readonly number[];
}

const rangeOf = (points: readonly number[]): string =>
  points.map((point) => `U+${point.toString(16)}`).join();

function facesOf({ files, marks, owners }: Slices): readonly Face[] {
  const points = pointsBySlice(owners);
  return [...marks].flatMap((mark, at): Face[] => {
    const owned = points.get(mark) ?? [];
    if (owned.length === 0) return [];
    return WEIGHTS.map((weight, offset) => ({
      source: `url(${files[at * 2 + offset]}) format("woff2")`,
      weight,
      points: owned,
    }));
  });
}

/** The product's font as a style sheet, for a document in a frame: it knows none of the faces added to this one. */
export function fontSheet(): string {
  const faces = facesOf(common).map(
    ({ source, weight, points }) =>
      `@font-face{font-family:"${FAMILY}";font-weight:${weight};font-display:swap;src:${source};unicode-range:${rangeOf(points)}}`,
  );
  return faces.join('');
}

function pointsBySlice(owners: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let point = 0;
  let skipped = 0;
  // Sign by sign: thousands of matches of a pattern would be a long task on a phone.
  for (const sign of owners) {
    if (sign >= '0' && sign <= '9') {
      skipped = skipped * 10 + Number(sign);
      continue;
    }
    point += skipped;
    skipped = 0;
    const points = found.get(sign);
    if (points) points.push(point);
    else found.set(sign, [point]);
    point += 1;
  }
  return found;
}

/** Calls once: at once if a character that is not known is shown, else when one is or somebody begins to type. */
function watchForRare(known: ReadonlySet<number>, found: () => void): void {
  const isRare = (text: string) =>
    [...text].some((sign) => !known.has(sign.codePointAt(0) ?? 0) && sign > '\u00ff');
  const observer = new MutationObserver((changes) => {
    const texts = changes.flatMap(({ target, addedNodes }) =>
      target instanceof Text ? [target.data] : Array.from(addedNodes, (node) => node.textContent ?? ''),
    );
    if (texts.some(isRare)) stop();
  });
  const stop = () => {
    observer.disconnect();
    document.removeEventListener('input', stop);
    found();
  };
  observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  document.addEventListener('input', stop);
  if (isRare(document.body.textContent)) stop();
}
