import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { indicatorChart } from './indicator-chart';
import type { Label } from './chart-marks';
import type { ChartGeometry, Size } from './indicator-chart';
import type { IndicatorProps } from './judgement-badge';
import { useValues } from './use-values';
import type { Values } from './use-values';

interface PictureProps extends IndicatorProps {
  readonly size: Size;
  /** What is heard instead of the picture. */
  readonly label: string;
}

/** The drawing alone; the sentence and the table beside it say the same in words. */
export function ChartPicture({ indicator, fiscalYear, size, label }: PictureProps): ReactElement {
  const values = useValues(indicator);
  const { number, value, shortYear } = values;
  const { width, height } = size;
  const chart = useMemo(
    () => indicatorChart(indicator, { width, height }, fiscalYear, { value, tick: number, year: shortYear }),
    [indicator, fiscalYear, width, height, number, value, shortYear],
  );
  const texts = <Texts chart={chart} fiscalYear={fiscalYear} values={values} />;
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {chart.ticks.map(({ y, label: tick }) => (
        <line className="grid" key={tick} x1={chart.plot.left} x2={chart.plot.right} y1={y} y2={y} />
      ))}
      {chart.path && <path className="path" d={chart.path} />}
      {chart.lines.map((line) => (
        <path className="act" d={line} key={line} />
      ))}
      {chart.baseline && <circle className="base" cx={chart.baseline.x} cy={chart.baseline.y} r={4.5} />}
      {chart.dots.map(({ fiscalYear: year, x, y }) => (
        <circle className="dot" key={year} cx={x} cy={y} r={4.5} />
      ))}
      {chart.targets.map(({ fiscalYear: year, x, y }) => (
        <path className="goal" key={year} d={`M${x - 5} ${y}l5 -5 5 5 -5 5z`} />
      ))}
      <g className="halo">{texts}</g>
      {texts}
    </svg>
  );
}

interface TextsProps {
  readonly chart: ChartGeometry;
  readonly fiscalYear: number;
  readonly values: Values;
}

/** Everything written in the picture; once as halos, once to be read. */
function Texts({ chart, fiscalYear, values: { say, number, shortYear } }: TextsProps): ReactElement {
  const { baseline, targetWord } = chart;
  return (
    <>
      {chart.ticks.map(({ y, label }) => (
        <text key={label} x={chart.plot.left - 8} y={y + 4.5} textAnchor="end">
          {label}
        </text>
      ))}
      {chart.years
        .filter((year) => year.labelled)
        .map(({ x, fiscalYear: year }) => (
          <text
            key={year}
            x={x}
            y={chart.height - 6}
            textAnchor="middle"
            className={year === fiscalYear ? 'now' : ''}
          >
            {shortYear(year)}
          </text>
        ))}
      {chart.gaps.map(({ x, y, reason }) => (
        <text key={x} x={x} y={y} textAnchor={edgeAnchor(x, chart)}>
          {say(`gap.${reason ?? 'none'}`)}
        </text>
      ))}
      {baseline && <Written label={baseline.label} />}
      {[...chart.dots, ...chart.targets].map(({ label }, at) => (
        <Written key={at} label={label} strong />
      ))}
      {targetWord && <Written label={{ ...targetWord, text: number(targetWord.text) }} strong />}
    </>
  );
}

function Written({ label, strong }: { readonly label: Label; readonly strong?: boolean }): ReactElement {
  return (
    <text className={strong ? 'val' : ''} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
  );
}

/** A text at the first or last year stays inside the picture. */
function edgeAnchor(x: number, { plot }: ChartGeometry): 'start' | 'middle' | 'end' {
  if (x < plot.left + 20) return 'start';
  return x > plot.right - 12 ? 'end' : 'middle';
}
