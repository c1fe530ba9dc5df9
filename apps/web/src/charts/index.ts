import './words';
import './charts.css';

export { totalsToDate } from './chart-series';
export { ChartLegend } from './chart-legend';
export { ChartPicture } from './chart-picture';
export { chartSentence } from './chart-sentence';
export { indicatorChart } from './indicator-chart';
export type { ChartGeometry, Size } from './indicator-chart';
export { IndicatorChart, SmallIndicatorChart } from './indicator-chart-view';
export { IndicatorTable, IndicatorTableToggle, yearsOf } from './indicator-table';
export { JudgementBadge } from './judgement-badge';
export type { IndicatorProps } from './judgement-badge';
export { judgementBasis, judgementOf } from './judgement-basis';
export { JudgementBasis, JudgementBasisText } from './judgement-basis-view';
export { useValues } from './use-values';
export { lastKnown, withEntered } from './value-being-entered';
export type { EnteredValue } from './value-being-entered';
