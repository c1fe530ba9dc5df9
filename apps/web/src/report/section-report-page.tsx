import './paper.css';
import './paper-tables.css';
import './paper-phone.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ReactElement } from 'react';
import { useLocation, useParams } from 'react-router';
import { decisionQuery, reportYearsQuery, sectionReportQuery } from '../api/reports';
import type { SectionReport } from '../api';
import { useSession } from '../frame/session';
import { Button, ButtonLink, Failed, later, Loading } from '../parts';
import { cycleName } from './blocks-head';
import { Paper } from './paper';
import type { PaperBlock } from './paper';
import { reportBlocks } from './report-blocks';
import { ReportFiles } from './report-files';
import { useWriting } from './report-writing';
import './words';

const DecisionCard = later(() => import('../decision/decision-card'), <Loading rows={3} />);

/** 施策評価書: the year of one section as a paper. */
export default function SectionReportPage(): ReactElement {
  const { year = '', key = '' } = useParams();
  const { data, error, refetch } = useQuery(sectionReportQuery(Number(year), key));
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  // Another section or year is another paper: nothing of this one stays.
  return data ? <Report key={`${year} ${key}`} report={data} /> : <Loading rows={8} />;
}

function Report({ report }: { readonly report: SectionReport }): ReactElement {
  const writing = useWriting();
  const records = useRecordsDecisions();
  const { say } = writing;
  const blocks = useMemo(() => reportBlocks(report, writing), [report, writing]);
  const { city, section } = report;
  useChapterOfAddress();
  const footer = say('footer', {
    city,
    cycle: cycleName(report.fiscalYear, writing),
    section: `${section.number} ${section.title}`,
  });
  return (
    <>
      <Tools report={report} blocks={blocks} footer={footer} />
      <Paper blocks={blocks} footer={footer} />
      {records && (
        <DecisionCard
          fiscalYear={report.fiscalYear}
          sectionKey={section.key}
          graded={report.grade !== null}
        />
      )}
    </>
  );
}

/** Management and the planning division record what the meeting decided; everybody else reads it on the paper. */
function useRecordsDecisions(): boolean {
  const { roles } = useSession();
  return roles.some((role) => role === 'management' || role === 'planner');
}

/** A number of the overview leads to the chapter it comes from: `#costs`. The paper is cut into pages first. */
function useChapterOfAddress(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const name = hash.slice(1);
    if (!/^[a-z]+$/.test(name)) return undefined;
    const waiting = requestAnimationFrame(() => {
      const at = `[data-chapter='${name}']`;
      const heading = document.querySelector<HTMLElement>(`.paper .sheet ${at}, .paper.column ${at}`);
      heading?.scrollIntoView();
      heading?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(waiting);
  }, [hash, key]);
}

interface ToolsProps {
  readonly report: SectionReport;
  readonly blocks: readonly PaperBlock[];
  readonly footer: string;
}

function Tools(props: ToolsProps): ReactElement {
  const { report } = props;
  const { say, year } = useWriting();
  const { data } = useQuery(reportYearsQuery);
  const place = encodeURIComponent(report.section.key);
  // Whether it can be recorded is known to the form below, which also decides when that is asked again.
  const { data: decision } = useQuery({
    ...decisionQuery(report.fiscalYear, report.section.key),
    enabled: false,
  });
  const before = report.fiscalYear - 1;
  return (
    <nav className="report-tools" aria-label={say('tools.label')}>
      <ButtonLink small icon="back" to={`/reports/${report.fiscalYear}`}>
        {say('tools.overview')}
      </ButtonLink>
      <ButtonLink small icon="tree" to={`/plan/${place}`}>
        {say('tools.plan')}
      </ButtonLink>
      {data?.years.includes(before) && (
        <ButtonLink small to={`/reports/${before}/sections/${place}`}>
          {say('tools.last_year', { year: year(before) })}
        </ButtonLink>
      )}
      {decision?.mayRecord && (
        <Button small icon="pen" onClick={goToDecision}>
          {say('tools.decision')}
        </Button>
      )}
      <Button small icon="print" onClick={() => window.print()}>
        {say('tools.print')}
      </Button>
      <ReportFiles {...props} />
    </nav>
  );
}

/** From the top of a long paper to the form below it. */
function goToDecision(): void {
  const card = document.getElementById('decision');
  card?.scrollIntoView();
  card?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
}
