import { useState } from 'react';
import type { ReactElement } from 'react';
import type { IndicatorView } from '../api';
import {
  IndicatorChart,
  IndicatorTable,
  JudgementBasis,
  judgementOf,
  lastKnown,
  useValues,
  withEntered,
} from '../charts';
import { Card, Dialog, JudgementBadge, useFormats } from '../parts';
import { useWords } from '../words';
import { useDesk } from './desk';

/** The indicators a sheet is read against; of its own indicator with the value that is just being entered. */
export function RailIndicators(): ReactElement {
  const say = useWords('sheet-page');
  const { sheet, answers } = useDesk();
  const { indicators, fiscalYear, subject } = sheet;
  const [table, setTable] = useState(false);
  const entered = answers.indicatorActual;
  const shown = indicators.map((indicator) =>
    entered && subject.kind === 'indicator' && indicator.key === subject.key
      ? withEntered(indicator, fiscalYear, entered)
      : indicator,
  );
  const open = (
    <button type="button" className="link sub" aria-haspopup="dialog" onClick={() => setTable(true)}>
      {say('rail.indicators_table')}
    </button>
  );
  return (
    <Card title={say('rail.indicators')} end={open} bare>
      <Dialog title={say('rail.indicators')} open={table} onClose={() => setTable(false)} wide>
        {shown.map((indicator) => (
          <div key={indicator.key} className="indicator-table">
            <h3>{indicator.name}</h3>
            <IndicatorTable indicator={indicator} fiscalYear={fiscalYear} />
          </div>
        ))}
      </Dialog>
      {shown.map((indicator, at) => (
        <IndicatorBlock key={indicator.key} indicator={indicator} entered={indicator !== indicators[at]} />
      ))}
    </Card>
  );
}

interface IndicatorBlockProps {
  readonly indicator: IndicatorView;
  /** Its value of the year stands on this sheet alone so far. */
  readonly entered: boolean;
}

/** Value, badge, chart and the reason of the judgement of one indicator. */
function IndicatorBlock({ indicator, entered }: IndicatorBlockProps): ReactElement {
  const say = useWords('sheet-page');
  const { year } = useFormats();
  const { sheet, editable } = useDesk();
  const { fiscalYear } = sheet;
  const { withUnit, word, say: words } = useValues(indicator);
  const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  const judgement = judgementOf(indicator, fiscalYear);
  const write = (one: { readonly value: string | null; readonly milestone: string | null }) =>
    one.milestone === null ? withUnit(one.value ?? '') : word(one.milestone);
  const last = actual === undefined ? lastKnown(indicator, fiscalYear) : null;
  const yearLine = () => {
    const now = year(fiscalYear);
    if (last) {
      const said = last.preliminary ? 'rail.last_preliminary' : 'rail.last_known';
      return say(said, { year: year(last.fiscalYear), now });
    }
    if (!actual) return say('rail.no_value', { year: now });
    return actual.preliminary && !entered ? say('rail.preliminary', { year: now }) : now;
  };
  return (
    <div className="card-body indicator">
      <h3>{indicator.name}</h3>
      <p className="judge">
        {actual && (actual.value ?? actual.milestone) !== null && <b className="big">{write(actual)}</b>}
        {last && <b className="big last-known">{write(last)}</b>}
        {entered && <span className="sub">{say(editable ? 'rail.entered' : 'rail.entered_read')}</span>}
        {!entered && actual && judgement && <JudgementBadge judgement={judgement} />}
        <span className="sub wide">{yearLine()}</span>
        {!entered && actual && actual.specialNote !== '' && (
          <span className="sub wide">{words('addition.special', { note: actual.specialNote })}</span>
        )}
      </p>
      <IndicatorChart indicator={indicator} fiscalYear={fiscalYear} withoutSentence={actual === undefined} />
      {actual && <JudgementBasis indicator={indicator} fiscalYear={fiscalYear} opens="left" />}
    </div>
  );
}
