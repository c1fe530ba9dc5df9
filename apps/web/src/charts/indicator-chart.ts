import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { IndicatorView } from '../api';
import { MILESTONES, seriesOf } from './chart-series';
import type { Series } from './chart-series';
import { marksOf } from './chart-marks';
import { boxOf, textWidth } from './place-labels';
import type { ChartMark, Label, XY } from './chart-marks';
import type { Box } from './place-labels';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Everything a chart draws, in pixels of its view box; colours and words belong to the component. */
export interface ChartGeometry extends Size {
  readonly plot: Box;
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly years: readonly { readonly x: number; readonly fiscalYear: number; readonly labelled: boolean }[];
  /** `d` of the expected path; null where the rules give none. */
  readonly path: string | null;
  /** `d` of each line of actuals; a single year has only its dot. */
  readonly lines: readonly string[];
  readonly dots: readonly ChartMark[];
  readonly baseline: ChartMark | null;
  readonly targets: readonly ChartMark[];
  readonly targetWord: Label | null;
  readonly gaps: readonly { readonly x: number; readonly y: number; readonly reason: string | null }[];
}

export interface ChartTexts {
  /** How a value is written: its decimals, thousands separators, or the word of a milestone. */
  readonly value: (text: string) => string;
  /** How a round value of the axis is written. */
  readonly tick: (text: string) => string;
  /** How a fiscal year is written below the axis: R3. */
  readonly year: (fiscalYear: number) => string;
}

const PLAIN: ChartTexts = {
  value: (text) => text,
  tick: (text) => text,
  year: (fiscalYear) => String(fiscalYear),
};
const BELOW_AXIS = 28;
const ABOVE_PLOT = 30;

/**
 * The geometry of one indicator's chart: baseline, expected path, actuals and target over the fiscal years.
 * A pure function of the indicator, so that a picture is the same on the screen, on paper and in a test.
 */
export function indicatorChart(
  indicator: IndicatorView,
  size: Size,
  fiscalYear: number,
  texts: ChartTexts = PLAIN,
): ChartGeometry {
  const series = seriesOf(indicator, fiscalYear);
  const ticks = ticksOf(indicator, series, size.height);
  const tickTexts = ticks.map((tick) => tickText(indicator, tick, texts));
  const left = Math.max(24, ...tickTexts.map((text) => textWidth(text) + 12));
  const plot = { left: left + 4, right: size.width - 20, top: ABOVE_PLOT, bottom: size.height - BELOW_AXIS };
  const x = scaleLinear()
    .domain(yearsDomain(series))
    .range([plot.left + insetOf(series), plot.right]);
  const y = scaleLinear()
    .domain([ticks[0] ?? 0, ticks.at(-1) ?? 1])
    .range([plot.bottom - roomBelow(series, ticks, plot), plot.top]);
  const place = (point: { fiscalYear: number; at: number }): XY => ({
    x: x(point.fiscalYear),
    y: y(point.at),
  });
  const path = series.path.map(place);
  const lines = series.lines.map((points) => points.map(place));
  const years = Array.from(
    { length: series.lastYear - series.firstYear + 1 },
    (_, at) => series.firstYear + at,
  );
  const labelled = everyNth(years, x, texts);
  return {
    ...size,
    plot,
    ticks: ticks.map((tick, at) => ({ y: y(tick), label: tickTexts[at] ?? '' })),
    years: years.map((year) => ({ x: x(year), fiscalYear: year, labelled: labelled(year) })),
    path: path.length < 2 ? null : draw(path),
    lines: lines.filter((points) => points.length > 1).map(draw),
    ...marksOf(series, place, {
      within: { left: 0, right: size.width, top: 0, bottom: plot.bottom + 8 },
      // A value that stands close beside a number of the axis reads as one with it: its room ends at the axis.
      taken: ticks.map((tick, at) => ({
        ...boxOf(tickTexts[at] ?? '', { x: plot.left - 8, y: y(tick) + 4.5, anchor: 'end' }),
        right: plot.left,
      })),
      path,
      lines,
      text: texts.value,
      better: indicator.direction,
    }),
    targetWord: wordLabel(series, x, plot),
    gaps: series.gaps.map(({ fiscalYear: year, reason }) => ({ x: x(year), y: plot.bottom - 8, reason })),
  };
}

const draw = (points: readonly XY[]): string =>
  line<XY>(
    (point) => round(point.x),
    (point) => round(point.y),
  )([...points]) ?? '';

const round = (value: number): number => Math.round(value * 10) / 10;

/** A value in the first year needs room for its label; a baseline stands clear of the numbers of the axis. */
function insetOf({ firstYear, lines, baseline }: Series): number {
  if (baseline?.fiscalYear === firstYear) return 8;
  return lines[0]?.[0]?.fiscalYear === firstYear ? 20 : 0;
}

function yearsDomain({ firstYear, lastYear }: Series): [number, number] {
  return firstYear === lastYear ? [firstYear - 0.5, lastYear + 0.5] : [firstYear, lastYear];
}

function valuesOf(series: Series): readonly number[] {
  return [
    ...series.lines.flat(),
    ...series.targets,
    ...series.path,
    ...(series.baseline ? [series.baseline] : []),
  ].map(({ at }) => at);
}

/** Two to five round values that hold all that is drawn; whole ones where the indicator has no decimals. */
function ticksOf(indicator: IndicatorView, series: Series, height: number): readonly number[] {
  if (indicator.kind === 'milestone') return MILESTONES.map((_, at) => at);
  const values = valuesOf(series);
  // A share is a part of a whole: an axis that began higher would show it smaller than it is.
  const low = indicator.formula === 'share_on_track' ? 0 : Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0) return [0, 1];
  const count = height < 240 ? 2 : 4;
  const spread = high === low ? Math.max(1, Math.abs(high) * 0.1) : 0;
  const scale = scaleLinear()
    .domain([low >= 0 ? Math.max(0, low - spread) : low - spread, high + spread])
    .nice(count);
  const ticks = scale.ticks(count);
  return indicator.decimals > 0 ? ticks : ticks.filter((tick) => Number.isInteger(tick));
}

function tickText(indicator: IndicatorView, tick: number, texts: ChartTexts): string {
  if (indicator.kind === 'milestone') return texts.tick(MILESTONES[tick] ?? '');
  return texts.tick(String(tick));
}

/** Leaves room for a label under a value that lies near the lowest line. */
function roomBelow(series: Series, ticks: readonly number[], plot: Box): number {
  const [low = 0] = ticks;
  const high = ticks.at(-1) ?? 1;
  const lowest = Math.min(...valuesOf(series), high);
  const above = ((lowest - low) / (high - low || 1)) * (plot.bottom - plot.top);
  return above < 22 || series.gaps.length > 0 ? 20 : 0;
}

/** Names every year while there is room, else every second or third, counted from the last. */
function everyNth(
  years: readonly number[],
  x: (year: number) => number,
  texts: ChartTexts,
): (year: number) => boolean {
  const [first = 0, second = first + 1] = years;
  const widest = Math.max(...years.map((year) => textWidth(texts.year(year))));
  const step = Math.max(1, Math.ceil((widest + 4) / Math.max(1, x(second) - x(first))));
  const last = years.at(-1) ?? first;
  return (year) => (last - year) % step === 0;
}

function wordLabel(series: Series, x: (year: number) => number, plot: Box): Label | null {
  if (series.targetWord === null) return null;
  return {
    text: series.targetWord.words,
    x: x(series.targetWord.fiscalYear) + 12,
    y: plot.top - 8,
    anchor: 'end',
  };
}
