import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Handover } from '../api';
import { Card, StageMark, SubjectPlace, useFormats, useSubjectTitle } from '../parts';
import { useWords } from '../words';
import { HANDOVER } from './words';

interface WorkCardProps {
  readonly kind: 'overdue' | 'due' | 'waiting';
  readonly rows: Handover['due'];
  readonly total: number;
  /** Department of the post, which is not named again at each sheet. */
  readonly own: string;
}

/** The first sheets of a kind, each with the way to it. */
export function WorkCard({ kind, rows, total, own }: WorkCardProps): ReactElement {
  const say = useWords(HANDOVER);
  const { day, year } = useFormats();
  const titleOf = useSubjectTitle();
  return (
    <Card
      title={say(`${kind}.title`)}
      hint={total > rows.length ? say('first', { shown: rows.length, total }) : undefined}
      bare
    >
      {rows.length === 0 && <p className="handover-none">{say(`${kind}.none`)}</p>}
      <ul className="handover-work">
        {rows.map((row) => (
          <li key={row.taskStageId}>
            <div>
              <Link to={kind === 'waiting' ? `/approvals/${row.taskStageId}` : `/sheets/${row.taskStageId}`}>
                {titleOf(row.subject)}
              </Link>
              <p className="sub">
                <SubjectPlace subject={row.subject} />
              </p>
              {row.departmentName !== own && <p className="sub">{row.departmentName}</p>}
            </div>
            <div>
              <StageMark stage={row.stage} />
              <span className="sub">{say('year', { year: year(row.fiscalYear) })}</span>
            </div>
            <p className={kind === 'overdue' ? 'late' : undefined}>
              {say('until', { date: day(row.dueOn) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
