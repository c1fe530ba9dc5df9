export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** Where a text would stand; `y` is its baseline, as SVG counts. */
export interface LabelSpot {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

export interface LabelWish {
  readonly text: string;
  /** Best spot first. */
  readonly spots: readonly LabelSpot[];
}

const LETTER_HEIGHT = 13;
/** Between two labels side by side. */
const AIR = 8;
/** Costs of standing on another label, on a mark, on a line; a later wish costs a little, outside costs most. */
const COST = { outside: 200, label: 100, mark: 30, line: 6, later: 1 };

/** Width of a text of 13 px, bold: digits and Latin letters are narrower than Japanese. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? narrow(letter) : 13), 0);
}

function narrow(letter: string): number {
  return letter === '.' || letter === ',' ? 4.2 : 8;
}

/**
 * Puts every text where it stands on as little as possible, one after the other, so the important ones come first.
 * Each answer is one of the spots wished for.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  around: {
    readonly within: Box;
    /** Texts that stand already. */
    readonly taken: readonly Box[];
    readonly marks: readonly Box[];
    readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
  },
): readonly LabelSpot[] {
  const taken: Box[] = [...around.taken];
  return wishes.map(({ text, spots }) => {
    const priced = spots.map((spot, at) => {
      const box = boxOf(text, spot);
      return { spot, box, cost: at * COST.later + costOf(box, taken, around) };
    });
    const best = priced.reduce((one, other) => (other.cost < one.cost ? other : one));
    taken.push(withAir(best.box));
    return best.spot;
  });
}

/** Two numbers side by side read as one without a gap. */
function withAir(box: Box): Box {
  return { ...box, left: box.left - AIR, right: box.right + AIR };
}

export function boxOf(text: string, { x, y, anchor }: LabelSpot): Box {
  const width = textWidth(text);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LETTER_HEIGHT + 2, bottom: y + 2 };
}

function costOf(box: Box, taken: readonly Box[], around: Parameters<typeof placeLabels>[1]): number {
  const { within, marks, lines } = around;
  const outside =
    box.left < within.left || box.right > within.right || box.top < within.top || box.bottom > within.bottom;
  const crossed = lines.filter((line) => crosses(line, box)).length;
  return (
    (outside ? COST.outside : 0) +
    taken.filter((other) => overlaps(box, other)).length * COST.label +
    marks.filter((mark) => overlaps(box, mark)).length * COST.mark +
    crossed * COST.line
  );
}

export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Looks at the line in steps of a quarter of a box: exact enough for texts. */
function crosses(line: readonly { readonly x: number; readonly y: number }[], box: Box): boolean {
  return line.slice(1).some((end, at) => {
    const start = line[at];
    if (start === undefined) return false;
    const steps = Math.max(1, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / 3));
    return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((part) => {
      const x = start.x + (end.x - start.x) * part;
      const y = start.y + (end.y - start.y) * part;
      return x > box.left && x < box.right && y > box.top && y < box.bottom;
    });
  });
}
