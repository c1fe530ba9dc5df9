import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { SectionReport } from '../api';
import type { PaperBlock } from './paper';
import type { Writing } from './report-writing';

/** Who handed in when, how grades and directions spread, citizens' participation and SDG goals. */
export function progressBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  const { say } = writing;
  const head = (
    <tr>
      <th scope="col">{say('progress.department')}</th>
      <th scope="col" className="num">
        {say('progress.sheets')}
      </th>
      <th scope="col" className="num">
        {say('progress.approved')}
      </th>
      <th scope="col" className="num">
        {say('progress.late')}
      </th>
    </tr>
  );
  const rows = report.departments.map((one) => (
    <tbody key={one.departmentName}>
      <tr>
        <th scope="row">{one.departmentName}</th>
        <td className="num" data-label={say('progress.sheets')}>
          {one.sheets}
        </td>
        <td className="num" data-label={say('progress.approved')}>
          {one.approved}
        </td>
        <td className="num" data-label={say('progress.late')}>
          {one.late}
        </td>
      </tr>
    </tbody>
  ));
  const facts: PaperBlock = { key: 'progress-facts', content: <Facts report={report} writing={writing} /> };
  if (rows.length === 0) return [facts];
  return [
    {
      key: 'progress',
      caption: say('progress.caption'),
      className: 'dep',
      columns: [55, 15, 15, 15],
      head,
      rows,
    },
    facts,
  ];
}

function Facts({
  report,
  writing,
}: {
  readonly report: SectionReport;
  readonly writing: Writing;
}): ReactElement {
  const { say, named, share } = writing;
  const { participation, sdgGoals, grades, directions } = report;
  const counted = (list: readonly string[]) => list.join(say('comma'));
  const gradeList = grades.map(({ grade, count }) => say('progress.count', { name: grade, number: count }));
  const directionList = directions.map(({ direction, count }) =>
    say('progress.count', { name: named('direction', direction), number: count }),
  );
  const sdgs = sdgGoals.map(({ goal, items }) => say('progress.goal', { goal, number: items }));
  return (
    <div className="note">
      <p className="sm">
        {grades.length > 0 && say('progress.grades', { list: counted(gradeList) })}
        {directions.length > 0 && say('progress.directions', { list: counted(directionList) })}
      </p>
      <p className="sm">
        {participation.answered > 0 &&
          say('progress.participation', {
            part: participation.withParticipation,
            all: participation.answered,
            share: share(participation.share),
          })}
        {sdgs.length > 0 && say('progress.sdgs', { list: counted(sdgs) })}
      </p>
    </div>
  );
}

/** The sections below this one, with their grades. */
export function childBlocks(report: SectionReport, { say, named }: Writing): readonly PaperBlock[] {
  const content = (
    <ul className="children">
      {report.children.map((child) => (
        <li key={child.key}>
          <span className="grade">{child.grade ?? say('none')}</span>
          <Link to={`/reports/${report.fiscalYear}/sections/${encodeURIComponent(child.key)}`}>
            {child.number} {child.title}
          </Link>
          <span className="sm">
            {child.grade === null ? say('verdict.not_yet') : named('grade', child.grade)}
          </span>
        </li>
      ))}
    </ul>
  );
  return [{ key: 'children', content }];
}
