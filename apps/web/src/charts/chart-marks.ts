import type { IndicatorView } from '../api';
import type { Series, SeriesPoint } from './chart-series';
import { placeLabels } from './place-labels';
import type { Anchor, Box, LabelSpot, LabelWish } from './place-labels';

/** Half of a dot, ring or diamond with a little air. */
const MARK = 6;

export interface XY {
  readonly x: number;
  readonly y: number;
}

export interface Label extends LabelSpot {
  readonly text: string;
}

export interface ChartMark {
  readonly x: number;
  readonly y: number;
  readonly fiscalYear: number;
  readonly label: Label;
}

interface MarkRoom {
  readonly within: Box;
  /** Texts that stand already. */
  readonly taken: readonly Box[];
  readonly path: readonly XY[];
  readonly lines: readonly (readonly XY[])[];
  readonly text: (text: string) => string;
  readonly better: IndicatorView['direction'];
}

/** Dots, baseline and targets with the place of their labels. */
export interface Marks {
  readonly dots: readonly ChartMark[];
  readonly baseline: ChartMark | null;
  readonly targets: readonly ChartMark[];
}

export function marksOf(series: Series, place: (point: SeriesPoint) => XY, room: MarkRoom): Marks {
  const actual = series.lines.flat().slice(series.fromBaseline ? 1 : 0);
  const baseline = series.baseline ? [series.baseline] : [];
  const points = [...series.targets, ...baseline, ...actual];
  const wishes = points.map((point, at) =>
    wishOf(
      point,
      place(point),
      at < series.targets.length
        ? 'target'
        : at < series.targets.length + baseline.length
          ? 'baseline'
          : 'actual',
      room,
    ),
  );
  const labels = placeLabels(wishes, {
    within: room.within,
    taken: room.taken,
    marks: points.map((point) => markBox(place(point))),
    lines: [room.path, ...room.lines],
  });
  const marks = points.map((point, at): ChartMark => {
    const spot = labels[at] ?? { ...place(point), anchor: 'middle' as const };
    const text = room.text(point.text);
    return {
      ...place(point),
      fiscalYear: point.fiscalYear,
      label: { ...spot, text },
    };
  });
  const afterTargets = marks.slice(series.targets.length);
  return {
    targets: marks.slice(0, series.targets.length),
    baseline: baseline.length > 0 ? (afterTargets[0] ?? null) : null,
    dots: afterTargets.slice(baseline.length),
  };
}

const markBox = ({ x, y }: XY): Box => ({ left: x - MARK, right: x + MARK, top: y - MARK, bottom: y + MARK });

/** A label wishes to stand on the side of its mark that the path does not need. */
function wishOf(
  point: SeriesPoint,
  { x, y }: XY,
  is: 'target' | 'baseline' | 'actual',
  room: MarkRoom,
): LabelWish {
  const text = room.text(point.text);
  const spot = (up: boolean, anchor: Anchor, shift = 0, further = 0): LabelSpot => ({
    x: x + shift,
    y: up ? y - 10 - further : y + 20 + further,
    anchor,
  });
  if (is === 'target') {
    const up = [spot(true, 'end', 14), spot(true, 'middle'), spot(false, 'end', 14), spot(false, 'middle')];
    return { text, spots: up };
  }
  const above = is === 'actual' && y < pathAt(room.path, x) - 0.75;
  const upward = is === 'baseline' ? room.better === 'down' : above;
  if (is === 'baseline')
    return {
      text,
      spots: [spot(upward, 'start', -4), spot(!upward, 'start', -4), spot(upward, 'start', 8, -4)],
    };
  const spots = [0, 14].flatMap((further) =>
    [0, 10, -10].flatMap((shift) => [
      spot(upward, 'middle', shift, further),
      spot(!upward, 'middle', shift, further),
    ]),
  );
  return { text, spots };
}

/** Height of the expected path at an x; without a path every value stands above it. */
function pathAt(path: readonly XY[], x: number): number {
  const next = path.findIndex((point) => point.x >= x);
  const end = path[next] ?? path.at(-1);
  const start = path[next - 1] ?? end;
  if (start === undefined || end === undefined) return Number.POSITIVE_INFINITY;
  if (end.x === start.x) return end.y;
  return start.y + ((end.y - start.y) * (x - start.x)) / (end.x - start.x);
}
