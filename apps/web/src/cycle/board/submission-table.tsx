import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { SubmissionBoard, SubmissionRow } from '../../api';
import { daysBetween, StageMark, SubjectPlace, useFormats, useSubjectTitle, WorkBadge } from '../../parts';
import { useWords } from '../../words';
import { CYCLE } from '../words';

interface SubmissionTableProps {
  readonly rows: readonly SubmissionRow[];
  /** The stages of the cycle: what has not begun yet is nobody's work. */
  readonly columns: SubmissionBoard['columns'];
  readonly today: string;
}

/** State, title, stage, date: the columns of every list; titles stand whole. */
export function SubmissionTable({ rows, columns, today }: SubmissionTableProps): ReactElement {
  const say = useWords(CYCLE);
  const heads = ['state', 'sheet', 'stage', 'department', 'due', 'where'] as const;
  return (
    <table className="submission-table">
      <caption className="sr">{say('list.title')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {say(`list.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.taskStageId} row={row} opensOn={opensLater(row, columns, today)} today={today} />
        ))}
      </tbody>
    </table>
  );
}

/** The day on which a stage that nobody has touched begins; null when it has. */
function opensLater(
  row: SubmissionRow,
  columns: SubmissionTableProps['columns'],
  today: string,
): string | null {
  const column = columns.find(
    ({ stage, subjectKind }) => stage === row.stage && subjectKind === row.subject.kind,
  );
  return row.state === 'none' && column && column.opensOn > today ? column.opensOn : null;
}

interface RowProps {
  readonly row: SubmissionRow;
  readonly opensOn: string | null;
  readonly today: string;
}

function Row({ row, opensOn, today }: RowProps): ReactElement {
  const say = useWords(CYCLE);
  const { day, plainDay, daysLeft } = useFormats();
  const title = useSubjectTitle();
  return (
    <tr>
      <td>
        {opensOn === null ? (
          <WorkBadge state={row.overdue ? 'overdue' : row.returned ? 'returned' : row.state} />
        ) : (
          <span className="sub">{say('list.from', { date: plainDay(opensOn) })}</span>
        )}
      </td>
      <th scope="row">
        <Link to={`/sheets/${row.taskStageId}`}>{title(row.subject)}</Link>
        <span className="sub">
          <SubjectPlace subject={row.subject} />
          {row.role === 'support' && <span className="pill">{say('list.support')}</span>}
        </span>
      </th>
      <td>
        <StageMark stage={row.stage} />
      </td>
      <td>{row.departmentName}</td>
      <td data-label={say('list.due')}>
        {day(row.dueOn)}
        {row.overdue && <span className="sub late">{daysLeft(daysBetween(today, row.dueOn))}</span>}
      </td>
      <td className={opensOn !== null && row.returnCount === 0 ? 'nowhere' : undefined}>
        {opensOn === null ? <Where row={row} /> : say('none')}
        {row.returnCount > 0 && (
          <span className="sub">{say('list.returned', { number: row.returnCount })}</span>
        )}
      </td>
    </tr>
  );
}

/** Who holds the sheet, or since when it is done. */
function Where({ row }: { readonly row: SubmissionRow }): ReactElement {
  const say = useWords(CYCLE);
  const { day } = useFormats();
  if (row.approvedOn !== null) return <>{say('list.approved', { date: day(row.approvedOn) })}</>;
  if (row.submittedOn === null) return <>{say('list.at_author')}</>;
  return (
    <>
      {row.holderTitle === null ? say('list.at_author') : say('list.at', { title: row.holderTitle })}
      <span className="sub">{say('list.submitted', { date: day(row.submittedOn) })}</span>
    </>
  );
}
