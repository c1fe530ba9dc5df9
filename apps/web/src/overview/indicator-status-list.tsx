import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { indicatorsQuery } from '../api';
import { planReportQuery } from '../api/reports';
import type { IndicatorView } from '../api';
import { JudgementBadge, judgementOf, useValues } from '../charts';
import { Failed, Loading } from '../parts';
import { useWords } from '../words';
import type { ListProps } from './list-places';
import { OVERVIEW } from './words';

/** Indicators by the status that was counted, each one step from its section's report. */
export function IndicatorStatusList({ fiscalYear, section, show, withoutShare }: ListProps): ReactElement {
  const say = useWords(OVERVIEW);
  const { data, error, refetch } = useQuery(indicatorsQuery(fiscalYear));
  const { data: report } = useQuery(planReportQuery(fiscalYear));
  if (!data || !report)
    return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={8} />;
  // A section counts the indicators of all below it.
  const counted = report.sections.find(({ key }) => key === section)?.indicators.map(({ key }) => key);
  const rows = data.indicators.filter(
    (one) =>
      (counted === undefined || counted.includes(one.key)) &&
      !(withoutShare && one.formula === 'share_on_track') &&
      (show === 'all' || statusOf(one) === show),
  );
  return (
    <>
      <p role="status">{say('list.count', { count: rows.length })}</p>
      {rows.length > 0 && (
        <ul className="card list-rows">
          {rows.map((indicator) => (
            <Row key={indicator.key} indicator={indicator} fiscalYear={fiscalYear} />
          ))}
        </ul>
      )}
    </>
  );
}

const statusOf = ({ latest }: IndicatorView): string => latest?.status ?? 'not_judged';

function Row({
  indicator,
  fiscalYear,
}: {
  readonly indicator: IndicatorView;
  readonly fiscalYear: number;
}): ReactElement {
  const say = useWords(OVERVIEW);
  const { withUnit, word } = useValues(indicator);
  const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  const expected = judgementOf(indicator, fiscalYear)?.expected ?? null;
  const value = actual?.milestone
    ? word(actual.milestone)
    : actual?.value
      ? withUnit(actual.value)
      : say('none');
  return (
    <li>
      <div className="list-state">
        <JudgementBadge indicator={indicator} fiscalYear={fiscalYear} />
      </div>
      <div>
        <Link to={`/reports/${fiscalYear}/sections/${encodeURIComponent(indicator.sectionKey)}`}>
          {indicator.name}
        </Link>
        <p className="sub">{`${indicator.sectionNumber} ${indicator.sectionTitle}`}</p>
      </div>
      <p className="sub">
        {say('list.actual', { actual: value })}
        {expected !== null && (
          <>
            <br />
            {say('list.expected', { expected: withUnit(expected) })}
          </>
        )}
      </p>
    </li>
  );
}
