import * as common from 'virtual:font-slices/common';

interface Slices {
  readonly files: readonly string[];
  readonly marks: string;
  readonly owners: string;
}

const FAMILY = 'BIZ UDPGothic';

/** Makes BIZ UDPGothic known to the browser: everyday characters now, rare ones when the first of them appears. */
export function addFont(): void {
  const known = addFaces(common);
  watchForRare(known, () => void import('virtual:font-slices/rare').then(addFaces));
}

/** One face for each slice and weight; the browser loads those whose characters a page shows. Returns the characters. */
function addFaces(slices: Slices): ReadonlySet<number> {
  for (const { source, weight, unicodeRange } of facesOf(slices)) {
    document.fonts.add(new FontFace(FAMILY, source, { weight, unicodeRange, display: 'swap' }));
  }
  return new Set([...pointsBySlice(slices.owners).values()].flat());
}

interface Face {
  readonly source: string;
  readonly weight: string;
  readonly unicodeRange: string;
}

function facesOf({ files, marks, owners }: Slices): readonly Face[] {
  const points = pointsBySlice(owners);
  return [...marks].flatMap((mark, at): Face[] => {
    const unicodeRange = (points.get(mark) ?? []).map((point) => `U+${point.toString(16)}`).join();
    if (unicodeRange === '') return [];
    return ['400', '700'].map((weight, offset) => ({
      source: `url(${files[at * 2 + offset]}) format("woff2")`,
      weight,
      unicodeRange,
    }));
  });
}

/** The product's font as a style sheet, for a document in a frame: it knows none of the faces added to this one. */
export function fontSheet(): string {
  const faces = facesOf(common).map(
    ({ source, weight, unicodeRange }) =>
      `@font-face{font-family:"${FAMILY}";font-weight:${weight};font-display:swap;src:${source};unicode-range:${unicodeRange}}`,
  );
  return faces.join('');
}

function pointsBySlice(owners: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let point = 0;
  for (const [, skipped, mark = ''] of owners.matchAll(/(\d*)(\D)/g)) {
    point += Number(skipped);
    const points = found.get(mark) ?? [];
    points.push(point);
    found.set(mark, points);
    point += 1;
  }
  return found;
}

/** Calls once, when a character that is not known is shown or somebody begins to type. */
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
}
