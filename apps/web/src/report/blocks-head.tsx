import type { ReactElement } from 'react';
import type { SectionReport } from '../api';
import { PageTitle } from '../parts';
import type { PaperBlock } from './paper';
import type { Writing } from './report-writing';

/** Edition, title, identity and verdict: the top of the first page. */
export function headBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  return [
    { key: 'head', content: <Head report={report} writing={writing} /> },
    { key: 'verdict', content: <Verdict report={report} writing={writing} /> },
  ];
}

interface PartProps {
  readonly report: SectionReport;
  readonly writing: Writing;
}

/** 令和3年度分（令和4年度実施） */
export function cycleName(fiscalYear: number, { say, year }: Pick<Writing, 'say' | 'year'>): string {
  return say('cycle', { year: year(fiscalYear), held: year(fiscalYear + 1) });
}

function Head({ report, writing }: PartProps): ReactElement {
  const { say, plainFullDay } = writing;
  const { section } = report;
  const facts: readonly (readonly [string, string])[] = [
    [say('head.number'), section.systemNumber],
    [say('head.lead'), report.leadName ?? say('head.no_lead')],
    [say('head.related'), report.relatedNames.join(say('comma'))],
  ];
  return (
    <header className="rh">
      <p className="ed">
        <span>{say('head.kind')}</span>
        <span>{cycleName(report.fiscalYear, writing)}</span>
        <span className="end">{say('head.as_of', { date: plainFullDay(report.asOf) })}</span>
      </p>
      <PageTitle tab={`${say('head.kind')} ${section.number} ${section.title}`}>
        <small>{section.number}</small>
        {section.title}
      </PageTitle>
      <dl className="idn">
        {facts
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </header>
  );
}

function Verdict({ report, writing }: PartProps): ReactElement {
  const { say, named } = writing;
  const { grade, lastGrade } = report;
  return (
    <section className="verdict" aria-label={say('verdict.label')}>
      <div className="vg">
        <span className="grade" aria-hidden={grade === null}>
          {grade ?? ''}
        </span>
        <p>
          <b>{grade === null ? say('verdict.not_yet') : named('grade', grade)}</b>
          <br />
          {lastGrade === null ? say('verdict.no_last') : say('verdict.last', { grade: lastGrade })}
        </p>
      </div>
      <div className="op">
        <p>
          <b>
            {report.opinionBy === null
              ? say('verdict.opinion')
              : say('verdict.opinion_by', { post: report.opinionBy })}
          </b>
          {say('gap')}
          {report.opinion ?? say('verdict.no_opinion')}
        </p>
        {report.graded?.proposed && report.graded.proposed !== grade && (
          <p>
            <b>{say('verdict.graded', { post: report.graded.by, proposed: report.graded.proposed })}</b>
            {say('gap')}
            {report.graded.reason}
          </p>
        )}
        {report.gradeChange !== null && (
          <p>
            <b>{say('verdict.change')}</b>
            {say('gap')}
            {report.gradeChange}
          </p>
        )}
      </div>
    </section>
  );
}
