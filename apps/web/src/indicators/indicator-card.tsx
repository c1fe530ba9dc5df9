import './wall.css';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import {
  IndicatorTableToggle,
  JudgementBadge,
  JudgementBasis,
  lastKnown,
  SmallIndicatorChart,
  totalsToDate,
  useValues,
} from '../charts';
import type { IndicatorProps } from '../charts';
import type { ListPlace } from '../parts/growing-list';
import { useWords } from '../words';
import { INDICATORS } from './words';

interface IndicatorCardProps extends IndicatorProps {
  readonly heading?: 'h2' | 'h3';
  /** On the page of the section itself. */
  readonly withoutSection?: boolean;
  readonly place?: ListPlace;
}

/** One indicator on a wall of many: value, badge, picture, sentence, and the reason one press away. */
export function IndicatorCard({
  indicator,
  fiscalYear,
  heading: Heading = 'h2',
  withoutSection,
  place,
}: IndicatorCardProps): ReactElement {
  const say = useWords(INDICATORS);
  const { withUnit, word } = useValues(indicator);
  const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  const total = totalsToDate(indicator).get(fiscalYear);
  const shown = actual?.milestone ? word(actual.milestone) : total === undefined ? null : withUnit(total);
  return (
    <li className="card indicator" id={indicator.key} {...place}>
      <div className="indicator-head">
        {!withoutSection && (
          <Link className="sub" to={`/plan/${encodeURIComponent(indicator.sectionKey)}`}>
            {indicator.sectionNumber} {indicator.sectionTitle}
          </Link>
        )}
        <Heading>
          {indicator.unit === ''
            ? indicator.name
            : say('name', { name: indicator.name, unit: indicator.unit })}
        </Heading>
        <p className="now">
          <b>{shown ?? say('none_yet')}</b>
          <JudgementBadge indicator={indicator} fiscalYear={fiscalYear} />
        </p>
        {shown === null && <LastKnown indicator={indicator} fiscalYear={fiscalYear} />}
      </div>
      <SmallIndicatorChart indicator={indicator} fiscalYear={fiscalYear} />
      <div className="indicator-foot">
        {indicator.note !== '' && <p className="sub">{say('note', { note: indicator.note })}</p>}
        {indicator.ownerName !== null && (
          <p className="sub owner">{say('owner', { name: indicator.ownerName })}</p>
        )}
        <div className="indicator-acts">
          <JudgementBasis indicator={indicator} fiscalYear={fiscalYear} />
          <IndicatorTableToggle indicator={indicator} fiscalYear={fiscalYear} />
        </div>
      </div>
    </li>
  );
}

/** The newest older value, grey and with its year: it is never carried forward. */
function LastKnown({ indicator, fiscalYear }: IndicatorProps): ReactElement | null {
  const say = useWords(INDICATORS);
  const { withUnit, word, year } = useValues(indicator);
  const last = lastKnown(indicator, fiscalYear);
  if (last === null) return null;
  const value = last.milestone === null ? withUnit(last.value ?? '') : word(last.milestone);
  return <p className="sub">{say('last_known', { year: year(last.fiscalYear), value })}</p>;
}
