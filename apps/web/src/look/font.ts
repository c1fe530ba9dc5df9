import { files, marks, owners } from 'virtual:font-slices';

/** The text ranges of each slice, e.g. `U+4e00-4e01,U+4e03`. */
function rangesBySlice(): Map<string, string[]> {
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

/** Makes the slices of BIZ UDPGothic known to the browser, which loads those whose characters a page shows. */
export function addFont(): void {
  const ranges = rangesBySlice();
  [...marks].forEach((mark, at) => {
    const unicodeRange = (ranges.get(mark) ?? []).join();
    if (unicodeRange === '') return;
    for (const [weight, offset] of [['400', 0], ['700', 1]] as const) {
      const source = `url(${files[at * 2 + offset]}) format("woff2")`;
      document.fonts.add(new FontFace('BIZ UDPGothic', source, { weight, unicodeRange, display: 'swap' }));
    }
  });
}
