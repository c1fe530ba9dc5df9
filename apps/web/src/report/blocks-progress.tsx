import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { SectionReport } from '../api';
import type { PaperBlock } from './paper';
import type { Writing } from './report-writing';

/** Two departments stand side by side: a section has many of them, and a paper little room. */
function inPairs<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.flatMap((_, at) => (at % 2 === 0 ? [all.slice(at, at + 2)] : []));
}

/** Who handed in when, how grades and directions spread, citizens' participation and SDG goals. */
export function progressBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  const { say } = writing;
  const columns = ['sheets', 'approved', 'late'] as const;
  const heads = (key: string) => (
    <Fragment key={key}>
      <th scope="col">{say('progress.department')}</th>
      {columns.map((column) => (
        <th scope="col" className="num" key={column}>
          {say(`progress.${column}`)}
        </th>
      ))}
    </Fragment>
  );
  const head = (
    <tr>
      {heads('left')}
      {heads('right')}
    </tr>
  );
  const rows = inPairs(report.departments).map((pair) => (
    <tbody key={pair[0]?.departmentName}>
      <tr>
        {pair.map((one) => (
          <Fragment key={one.departmentName}>
            <th scope="row">{one.departmentName}</th>
            {columns.map((column) => (
              <td className="num" key={column} data-label={say(`progress.${column}`)}>
                {one[column]}
              </td>
            ))}
          </Fragment>
        ))}
        {pair.length === 1 && <td colSpan={4} />}
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
      columns: [20, 9, 12, 9, 20, 9, 12, 9],
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
