import type { ReactElement } from 'react';
import { useWords } from '../words';
import { ChartLegend } from './chart-legend';
import { ChartPicture } from './chart-picture';
import { chartSentence } from './chart-sentence';
import type { Size } from './indicator-chart';
import { judgementBasis } from './judgement-basis';
import type { IndicatorProps } from './judgement-badge';
import { useValues } from './use-values';

const FULL: Size = { width: 336, height: 208 };
const SMALL: Size = { width: 344, height: 172 };

interface ChartProps extends IndicatorProps {
  /** Pixels of the view box; the picture grows and shrinks with its place. */
  readonly size?: Size;
  /** On paper the formula already stands below. */
  readonly withoutSentence?: boolean;
}

/** Baseline, path, actuals and target of one indicator, with legend and a sentence. */
export function IndicatorChart({
  indicator,
  fiscalYear,
  size = FULL,
  withoutSentence,
}: ChartProps): ReactElement {
  const values = useValues(indicator);
  const parts = useWords('parts');
  const basis = judgementBasis(indicator, fiscalYear);
  const label = `${indicator.name}${values.say('summary.separator')}${chartSentence(indicator, fiscalYear, values, parts, true)}`;
  return (
    <figure className="indicator-chart">
      <ChartPicture indicator={indicator} fiscalYear={fiscalYear} size={size} label={label} />
      <ChartLegend indicator={indicator} fiscalYear={fiscalYear} />
      {!withoutSentence && (
        <figcaption>
          {basis ? values.phrase(basis.because) : chartSentence(indicator, fiscalYear, values, parts)}
        </figcaption>
      )}
    </figure>
  );
}

/** The same picture for a wall of indicators: smaller, one legend for all of them, the sentence below. */
export function SmallIndicatorChart({ indicator, fiscalYear }: IndicatorProps): ReactElement {
  const values = useValues(indicator);
  const parts = useWords('parts');
  const label = chartSentence(indicator, fiscalYear, values, parts, true);
  return (
    <figure className="indicator-chart small">
      <ChartPicture indicator={indicator} fiscalYear={fiscalYear} size={SMALL} label={label} />
      <figcaption>{chartSentence(indicator, fiscalYear, values, parts)}</figcaption>
    </figure>
  );
}
