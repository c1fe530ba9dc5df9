import type { ReactElement } from 'react';
import type { IndicatorView, SectionReport } from '../api';
import { IndicatorChart, IndicatorTable, JudgementBadge, JudgementBasisText } from '../charts';
import type { PaperBlock } from './paper';
import type { Writing } from './report-writing';

/** Each indicator with chart, all years, the reason of its judgement, its source and the analysis of its factors. */
export function indicatorBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  return report.indicators.map((indicator) => ({
    key: `indicator-${indicator.key}`,
    content: <Indicator indicator={indicator} report={report} writing={writing} />,
  }));
}

interface IndicatorPartProps {
  readonly indicator: IndicatorView;
  readonly report: SectionReport;
  readonly writing: Writing;
}

function Indicator({ indicator, report, writing }: IndicatorPartProps): ReactElement {
  const { say } = writing;
  const { fiscalYear } = report;
  const factors = report.indicatorFactors.find((one) => one.key === indicator.key);
  const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  return (
    <div className="ind">
      <div className="ih">
        <h3>
          {indicator.unit === ''
            ? indicator.name
            : say('indicator.name', { name: indicator.name, unit: indicator.unit })}
        </h3>
        <JudgementBadge indicator={indicator} fiscalYear={fiscalYear} />
      </div>
      <div className="ig">
        <IndicatorChart
          indicator={indicator}
          fiscalYear={fiscalYear}
          size={{ width: 300, height: 196 }}
          withoutSentence
        />
        <IndicatorTable indicator={indicator} fiscalYear={fiscalYear} plainBadges />
      </div>
      <p className="sm">
        <b>{say('indicator.basis')}</b>
        {say('gap')}
        <JudgementBasisText indicator={indicator} fiscalYear={fiscalYear} />
        {actual && actual.source !== '' && (
          <>
            <b>{say('indicator.source')}</b>
            {say('gap')}
            {say(actual.preliminary ? 'indicator.source_preliminary' : 'indicator.source_final', {
              source: actual.source,
            })}
          </>
        )}
      </p>
      {indicator.note !== '' && <p className="sm">{say('indicator.note', { note: indicator.note })}</p>}
      {factors && (factors.own !== '' || factors.outside !== '') && (
        <p className="sm">
          <b>{say('indicator.factors')}</b>
          {say('gap')}
          {factors.own !== '' && say('indicator.own', { text: factors.own })}
          {factors.outside !== '' && say('indicator.outside', { text: factors.outside })}
        </p>
      )}
    </div>
  );
}
