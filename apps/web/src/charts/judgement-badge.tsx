import type { ReactElement } from 'react';
import type { IndicatorView } from '../api';
import { JudgementBadge as Plain } from '../parts';
import { useWords } from '../words';
import { judgementOf } from './judgement-basis';
import { CHARTS } from './words';

export interface IndicatorProps {
  readonly indicator: IndicatorView;
  readonly fiscalYear: number;
}

/**
 * The badge of an indicator's year with everything that stands beside it and never inside: 端数処理による, the reason
 * of 評価不能, 速報 and the special factor. Without a judgement there is nothing to show.
 */
export function JudgementBadge({ indicator, fiscalYear }: IndicatorProps): ReactElement | null {
  const say = useWords(CHARTS);
  const judgement = judgementOf(indicator, fiscalYear);
  const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  if (judgement === null) return null;
  return (
    <span className="judgement">
      <Plain judgement={judgement} />
      {actual?.preliminary && <span className="sub">{say('addition.preliminary')}</span>}
      {actual && actual.specialNote !== '' && (
        <span className="sub special">{say('addition.special', { note: actual.specialNote })}</span>
      )}
    </span>
  );
}
