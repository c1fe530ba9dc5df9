import { Decimal } from 'decimal.js';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { JudgementStatus, PlanReport } from '../api';
import { ChartLegend, ChartPicture, IndicatorTableToggle, chartSentence, useValues } from '../charts';
import { Card, StatusBadge, useFormats } from '../parts';
import { useWide } from '../parts/use-wide';
import { useWords } from '../words';
import { Sentence } from '../words/sentence';
import { indicatorsPlace } from './list-places';
import { shareIndicator } from './share-indicator';
import { OVERVIEW } from './words';

const STATUSES: readonly JudgementStatus[] = [
  'achieved',
  'on_track',
  'mostly_on_track',
  'flat',
  'behind',
  'worse',
  'not_judged',
  'awaited',
];

/** The one number of the page: the share of indicators on track against the path to its target. */
export function ShareCard({ report }: { readonly report: PlanReport }): ReactElement {
  const say = useWords(OVERVIEW);
  const parts = useWords('parts');
  const { percent, number } = useFormats();
  const indicator = useMemo(() => shareIndicator(report, say('share.title')), [report, say]);
  const values = useValues(indicator);
  const { onTrack, fiscalYear } = report;
  const isWide = useWide();
  const baseline = onTrack.path[0]?.value;
  return (
    <Card title={say('share.title')} className="share">
      <div className="sh">
        <div>
          {onTrack.share === null ? (
            <p className="huge-words">{parts('status.awaited')}</p>
          ) : (
            <p className="huge">
              {onTrack.share}
              <small>{percent('')}</small>
            </p>
          )}
          <p className="den">
            <Sentence
              of={OVERVIEW}
              say={sentenceOf(report)}
              values={{ all: number(onTrack.denominator), part: number(onTrack.numerator) }}
            />
          </p>
          <Against report={report} />
          <ul className="stc">
            {STATUSES.filter((status) => status !== 'awaited' || onTrack.awaited > 0).map((status) => (
              <StatusRow
                key={status}
                status={status}
                count={countOf(report, status)}
                to={indicatorsPlace({ fiscalYear, withoutShare: true }, status)}
              />
            ))}
          </ul>
        </div>
        <div className="share-chart">
          <ChartPicture
            indicator={indicator}
            fiscalYear={fiscalYear}
            size={isWide ? { width: 424, height: 320 } : { width: 320, height: 280 }}
            label={chartSentence(indicator, fiscalYear, values, parts, true)}
          />
          <ChartLegend indicator={indicator} fiscalYear={fiscalYear} />
          <p className="sub fine">
            {say(onTrack.awaited === 0 ? 'share.basis' : 'share.basis_so_far', {
              all: onTrack.denominator,
              left: onTrack.notJudged,
              awaited: onTrack.awaited,
              population: onTrack.population,
            })}
            {baseline !== undefined && say('share.baseline', { value: percent(baseline) })}
            {say('share.rule', { name: onTrack.ruleName, version: onTrack.ruleVersion })}
          </p>
          <IndicatorTableToggle indicator={indicator} fiscalYear={fiscalYear} />
        </div>
      </div>
    </Card>
  );
}

/** What stands below the number: what it counts, or why there is none. */
function sentenceOf({ onTrack, actuals }: PlanReport): string {
  if (onTrack.share !== null) return 'share.counted';
  return actuals.entered < actuals.all ? 'share.too_early' : 'share.nothing';
}

/** How many of the indicators that the share is computed from have a status. */
const countOf = ({ statuses }: PlanReport, status: JudgementStatus): number =>
  statuses.find((one) => one.status === status)?.count ?? 0;

/** 道筋の 78.2％ より 22.6ポイント 低い */
function Against({ report: { onTrack } }: { readonly report: PlanReport }): ReactElement | null {
  const { percent } = useFormats();
  if (onTrack.share === null || onTrack.expected === null) return null;
  const difference = new Decimal(onTrack.share).minus(onTrack.expected);
  const side = difference.isZero() ? 'equal' : difference.isNegative() ? 'lower' : 'higher';
  return (
    <div className="vs">
      <StatusBadge status={onTrack.status} />
      <p>
        <Sentence
          of={OVERVIEW}
          say={`share.${side}`}
          values={{ expected: percent(onTrack.expected), points: difference.abs().toFixed(1) }}
        />
      </p>
    </div>
  );
}

function StatusRow({
  status,
  count,
  to,
}: {
  readonly status: JudgementStatus;
  readonly count: number;
  readonly to: string;
}): ReactElement {
  return (
    <li className={count === 0 ? 'zero' : undefined}>
      <StatusBadge status={status} />
      <span className="dots" aria-hidden="true">
        {Array.from({ length: Math.min(count, 10) }, (_, at) => (
          <i key={at} />
        ))}
      </span>
      {count === 0 ? <b>0</b> : <StatusCount status={status} count={count} to={to} />}
    </li>
  );
}

interface StatusCountProps {
  readonly status: JudgementStatus;
  readonly count: number;
  readonly to: string;
}

/** The count leads to the indicators it counts. */
function StatusCount({ status, count, to }: StatusCountProps): ReactElement {
  const say = useWords(OVERVIEW);
  const parts = useWords('parts');
  const heard = say('matrix.status_count', { word: parts(`status.${status}`), number: count });
  return (
    <Link to={to} aria-label={heard}>
      <b>{count}</b>
    </Link>
  );
}
