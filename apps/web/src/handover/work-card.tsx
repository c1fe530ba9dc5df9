import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Handover } from '../api';
import { Card, daysBetween, StageMark, SubjectPlace, useFormats, useSubjectTitle, WorkBadge } from '../parts';
import { useWords } from '../words';
import { HANDOVER } from './words';

interface WorkCardProps {
  readonly kind: 'overdue' | 'due' | 'waiting';
  readonly rows: Handover['due'];
  readonly total: number;
  /** Department of the post, which is not named again at each sheet. */
  readonly own: string;
  readonly today: string;
}

/** The first sheets of a kind, each with the way to it. */
export function WorkCard({ kind, rows, total, own, today }: WorkCardProps): ReactElement {
  const say = useWords(HANDOVER);
  const { year } = useFormats();
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
            <div className="w-mark">
              <WorkBadge state={kind === 'overdue' ? 'overdue' : row.state} />
            </div>
            <div className="w-main">
              <Link
                className="w-title"
                to={kind === 'waiting' ? `/approvals/${row.taskStageId}` : `/sheets/${row.taskStageId}`}
              >
                {titleOf(row.subject)}
              </Link>
              <p className="sub">
                <SubjectPlace subject={row.subject} />
              </p>
              {row.departmentName !== own && <p className="sub">{row.departmentName}</p>}
            </div>
            <div className="w-stage">
              <StageMark stage={row.stage} />
              <span className="sub">{say('year', { year: year(row.fiscalYear) })}</span>
            </div>
            <Due dueOn={row.dueOn} today={today} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Due({ dueOn, today }: { readonly dueOn: string; readonly today: string }): ReactElement {
  const say = useWords(HANDOVER);
  const { day, daysLeft } = useFormats();
  const left = daysBetween(today, dueOn);
  return (
    <p className="w-due">
      {say('until', { date: day(dueOn) })}
      <span className={left < 0 ? 'sub late' : 'sub'}>{daysLeft(left)}</span>
    </p>
  );
}
