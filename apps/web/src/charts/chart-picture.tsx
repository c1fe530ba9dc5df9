import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { shortYear } from '../parts';
import { indicatorChart } from './indicator-chart';
import type { ChartMark } from './chart-marks';
import type { ChartGeometry, Size } from './indicator-chart';
import type { IndicatorProps } from './judgement-badge';
import { useValues } from './use-values';

interface PictureProps extends IndicatorProps {
  readonly size: Size;
  /** What is heard instead of the picture. */
  readonly label: string;
}

/** The drawing alone; the sentence and the table beside it say the same in words. */
export function ChartPicture({ indicator, fiscalYear, size, label }: PictureProps): ReactElement {
  const { say, number, value } = useValues(indicator);
  const { width, height } = size;
  const chart = useMemo(
    () => indicatorChart(indicator, { width, height }, fiscalYear, { value, tick: number, year: shortYear }),
    [indicator, fiscalYear, width, height, number, value],
  );
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Grid chart={chart} fiscalYear={fiscalYear} />
      {chart.path && <path className="path" d={chart.path} />}
      {chart.lines.map((line) => (
        <path className="act" d={line} key={line} />
      ))}
      {chart.gaps.map(({ x, y, reason }) => (
        <text key={x} x={x} y={y} textAnchor={edgeAnchor(x, chart)}>
          {say(`gap.${reason ?? 'none'}`)}
        </text>
      ))}
      {chart.baseline && <Baseline mark={chart.baseline} />}
      {chart.dots.map((mark) => (
        <g key={mark.fiscalYear}>
          <circle className="dot" cx={mark.x} cy={mark.y} r={4.5} />
          <Written mark={mark} strong />
        </g>
      ))}
      {chart.targets.map((mark) => (
        <g key={mark.fiscalYear}>
          <path className="goal" d={`M${mark.x - 5} ${mark.y}l5 -5 5 5 -5 5z`} />
          <Written mark={mark} strong />
        </g>
      ))}
      {chart.targetWord && (
        <text
          className="val"
          x={chart.targetWord.x}
          y={chart.targetWord.y}
          textAnchor={chart.targetWord.anchor}
        >
          {number(chart.targetWord.text)}
        </text>
      )}
    </svg>
  );
}

function Grid({
  chart,
  fiscalYear,
}: {
  readonly chart: ChartGeometry;
  readonly fiscalYear: number;
}): ReactElement {
  return (
    <>
      {chart.ticks.map(({ y, label }) => (
        <g key={label}>
          <line className="grid" x1={chart.plot.left} x2={chart.plot.right} y1={y} y2={y} />
          <text x={chart.plot.left - 8} y={y + 4.5} textAnchor="end">
            {label}
          </text>
        </g>
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
    </>
  );
}

function Baseline({ mark }: { readonly mark: ChartMark }): ReactElement {
  return (
    <>
      <circle className="base" cx={mark.x} cy={mark.y} r={4.5} />
      <Written mark={mark} />
    </>
  );
}

function Written({
  mark: { label },
  strong,
}: {
  readonly mark: ChartMark;
  readonly strong?: boolean;
}): ReactElement {
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
