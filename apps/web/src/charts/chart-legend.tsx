import type { ReactElement } from 'react';
import type { IndicatorView } from '../api';
import { useWords } from '../words';
import { seriesOf } from './chart-series';
import { CHARTS } from './words';

interface LegendProps {
  /** Names only what this indicator draws; without one, everything a chart can draw. */
  readonly indicator?: IndicatorView;
  readonly fiscalYear?: number;
}

export function ChartLegend({ indicator, fiscalYear }: LegendProps): ReactElement {
  const say = useWords(CHARTS);
  const drawn = indicator && seriesOf(indicator, fiscalYear ?? 0);
  return (
    <p className="legend">
      {(!drawn || drawn.lines.length > 0) && (
        <span>
          <svg viewBox="0 0 24 12" aria-hidden="true">
            <path className="act" d="M0 6h24" />
            <circle className="dot" cx="12" cy="6" r="4" />
          </svg>
          {say('legend.actual')}
        </span>
      )}
      {(!drawn || drawn.path.length > 1) && (
        <span>
          <svg viewBox="0 0 24 12" aria-hidden="true">
            <path className="path" d="M0 6h24" />
          </svg>
          {say('legend.path')}
        </span>
      )}
      {(!drawn || drawn.baseline) && (
        <span>
          <svg className="pt" viewBox="6 0 12 12" aria-hidden="true">
            <circle className="base" cx="12" cy="6" r="4" />
          </svg>
          {say('legend.baseline')}
        </span>
      )}
      {(!drawn || drawn.targets.length > 0) && (
        <span>
          <svg className="pt" viewBox="6 0 12 12" aria-hidden="true">
            <path className="goal" d="M7 6l5-5 5 5-5 5z" />
          </svg>
          {say('legend.target')}
        </span>
      )}
    </p>
  );
}
