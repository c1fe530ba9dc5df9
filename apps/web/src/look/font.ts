import * as common from 'virtual:font-slices/common';

interface Slices {
  readonly files: readonly string[];
  readonly marks: string;
  readonly owners: string;
}

/** Makes BIZ UDPGothic known to the browser: everyday characters now, rare ones when the page is idle. */
export function addFont(): void {
  addFaces(common);
  const later = () => void import('virtual:font-slices/rare').then(addFaces);
  if ('requestIdleCallback' in window) window.requestIdleCallback(later, { timeout: 5_000 });
  else setTimeout(later, 2_000);
}

/** One face for each slice and weight; the browser loads those whose characters a page shows. */
function addFaces({ files, marks, owners }: Slices): void {
  const ranges = rangesBySlice(owners);
  [...marks].forEach((mark, at) => {
    const unicodeRange = (ranges.get(mark) ?? []).join();
    if (unicodeRange === '') return;
    for (const [weight, offset] of [
      ['400', 0],
      ['700', 1],
    ] as const) {
      const source = `url(${files[at * 2 + offset]}) format("woff2")`;
      document.fonts.add(new FontFace('BIZ UDPGothic', source, { weight, unicodeRange, display: 'swap' }));
    }
  });
}

/** The characters of each slice, e.g. `U+4e00,U+4e03`. */
function rangesBySlice(owners: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let point = 0;
  for (const [, skipped, mark = ''] of owners.matchAll(/(\d*)(\D)/g)) {
    point += Number(skipped);
    const ranges = found.get(mark) ?? [];
    ranges.push(`U+${point.toString(16)}`);
    found.set(mark, ranges);
    point += 1;
  }
  return found;
}
