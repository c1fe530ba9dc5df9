import './overview.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { indicatorsQuery } from '../api';
import { planReportQuery, reportYearsQuery } from '../api/reports';
import type { PlanReport, ReportYears } from '../api';
import { Button, Empty, Failed, Icon, Loading, Notice, PageTitle, useFormats } from '../parts';
import { useWords } from '../words';
import { CompareCard } from './compare-card';
import { ConcernsCard } from './concerns-card';
import { SectionMatrix } from './section-matrix';
import { commitmentsPlace } from './list-places';
import { ShareCard } from './share-card';
import { OVERVIEW } from './words';

/** 全体状況: a fiscal year of the whole plan. Without a year in the address, the last one of which enough is known. */
export default function OverviewPage(): ReactElement {
  const say = useWords(OVERVIEW);
  const { year } = useParams();
  const years = useQuery(reportYearsQuery);
  const asked = year === undefined ? years.data?.shown : Number(year);
  const { data, error, refetch } = useQuery({ ...planReportQuery(asked ?? 0), enabled: asked !== undefined });
  if (year === undefined && years.error)
    return <Failed page error={years.error} retry={() => void years.refetch()} />;
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  if (years.data?.years.length === 0) {
    return (
      <Empty title={say('empty')}>
        <p>{say('empty.next')}</p>
      </Empty>
    );
  }
  return data ? <Overview report={data} years={years.data} /> : <Loading rows={8} />;
}

interface OverviewProps {
  readonly report: PlanReport;
  readonly years: ReportYears | undefined;
}

function Overview({ report, years }: OverviewProps): ReactElement {
  const say = useWords(OVERVIEW);
  const { fullDay, year } = useFormats();
  const indicators = useQuery(indicatorsQuery(report.fiscalYear));
  const { answered, participation } = report;
  return (
    <div className="overview">
      <div className="head">
        <div>
          <p className="sub">{report.planTitle}</p>
          <PageTitle tab={say('title')}>
            {say('title')}
            <span className="on-paper">
              {say('gap')}
              {say('cycle', { year: year(report.fiscalYear), held: year(report.fiscalYear + 1) })}
            </span>
          </PageTitle>
        </div>
        <div className="ctl">
          <YearChoice report={report} />
          <Button icon="print" onClick={() => window.print()}>
            {say('print')}
          </Button>
        </div>
      </div>
      <p className="asof sub">{say('as_of', { date: fullDay(report.asOf) })}</p>
      <Unfinished report={report} years={years} />
      <div className="duo">
        <ShareCard report={report} />
        <ConcernsCard report={report} indicators={indicators.data?.indicators ?? []} />
      </div>
      <SectionMatrix report={report} />
      <CompareCard report={report} />
      <p className="sub foot">
        {say('foot.submissions')}
        {say('foot.answers', {
          done: answered.done,
          changed: answered.changed,
          dropped: answered.dropped,
          open: answered.open,
        })}
        {participation.answered > 0 &&
          say('foot.participation', {
            part: participation.withParticipation,
            all: participation.answered,
          })}{' '}
        <Link to={commitmentsPlace({ fiscalYear: report.fiscalYear }, 'all')}>{say('foot.list')}</Link>
      </p>
    </div>
  );
}

/** Says of a year how much of it is still to come, and beside the last one that is whole that another is under way. */
function Unfinished({ report: { fiscalYear, actuals }, years }: OverviewProps): ReactElement | null {
  const say = useWords(OVERVIEW);
  const { year } = useFormats();
  if (years === undefined) return null;
  if (fiscalYear === years.current && actuals.entered < actuals.all)
    return <Notice tone="flat">{say('unfinished.this', { ...actuals })}</Notice>;
  if (fiscalYear !== years.shown || fiscalYear === years.current) return null;
  return (
    <Notice tone="flat">
      {say('unfinished.next', { ...years.actuals, year: year(years.current) })}{' '}
      <Link to={`/reports/${years.current}`}>{say('unfinished.see', { year: year(years.current) })}</Link>
    </Notice>
  );
}

/** The fiscal year as a choice that looks like a button. */
function YearChoice({ report }: { readonly report: PlanReport }): ReactElement {
  const say = useWords(OVERVIEW);
  const { year } = useFormats();
  const navigate = useNavigate();
  return (
    <label className="btn choice">
      <span className="sr">{say('year')}</span>
      <select value={report.fiscalYear} onChange={(event) => void navigate(`/reports/${event.target.value}`)}>
        {[...report.years]
          .sort((one, other) => other - one)
          .map((one) => (
            <option key={one} value={one}>
              {say('cycle', { year: year(one), held: year(one + 1) })}
            </option>
          ))}
      </select>
      <Icon name="open" small />
    </label>
  );
}
