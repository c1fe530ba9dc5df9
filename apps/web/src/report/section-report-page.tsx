import './paper.css';
import './paper-tables.css';
import './paper-phone.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { reportYearsQuery, sectionReportQuery } from '../api';
import type { SectionReport } from '../api';
import { Button, ButtonLink, Failed, Loading } from '../parts';
import { cycleName } from './blocks-head';
import { Paper } from './paper';
import { reportBlocks } from './report-blocks';
import { useWriting } from './report-writing';
import './words';

/** 施策評価書: the year of one section as a paper. */
export default function SectionReportPage(): ReactElement {
  const { year = '', key = '' } = useParams();
  const { data, error, refetch } = useQuery(sectionReportQuery(Number(year), key));
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  return data ? <Report report={data} /> : <Loading rows={8} />;
}

function Report({ report }: { readonly report: SectionReport }): ReactElement {
  const writing = useWriting();
  const { say } = writing;
  const blocks = useMemo(() => reportBlocks(report, writing), [report, writing]);
  const { city, section } = report;
  const footer = say('footer', {
    city,
    cycle: cycleName(report.fiscalYear, writing),
    section: `${section.number} ${section.title}`,
  });
  return (
    <>
      <Tools report={report} />
      <Paper blocks={blocks} footer={footer} />
    </>
  );
}

function Tools({ report }: { readonly report: SectionReport }): ReactElement {
  const { say, year } = useWriting();
  const { data } = useQuery(reportYearsQuery);
  const before = report.fiscalYear - 1;
  const place = encodeURIComponent(report.section.key);
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
      <Button small icon="print" onClick={() => window.print()}>
        {say('tools.print')}
      </Button>
    </nav>
  );
}
