import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { TodayRow } from '../api';
import {
  Button,
  ButtonLink,
  later,
  StageMark,
  SubjectPlace,
  useFormats,
  useSubjectTitle,
  WorkBadge,
} from '../parts';
import type { ListPlace } from '../parts/growing-list';
import { useWords } from '../words';

/** With all names of the fields of a sheet, which only what came back needs. */
const ReturnPlaces = later(async () => ({
  default: (await import('../sheet/return-places')).ReturnPlaces,
}));

interface TodayItemProps {
  readonly row: TodayRow;
  readonly place?: ListPlace;
  readonly waiting: boolean;
  readonly primary: boolean;
  readonly withdrawing: boolean;
  readonly onWithdraw: () => void;
}

const addressOf = (row: TodayRow) =>
  row.action === 'approve' ? `/approvals/${row.taskStageId}` : `/sheets/${row.taskStageId}`;

/** State, title, stage, date, action; always in these columns. */
export function TodayItem({
  row,
  place,
  waiting,
  primary,
  withdrawing,
  onWithdraw,
}: TodayItemProps): ReactElement {
  const say = useWords('today');
  const { year } = useFormats();
  const title = useSubjectTitle()(row.subject);
  const action = say(`action.${row.action}`);
  return (
    <li className="today-row" {...place}>
      <div className="r-mark">
        <WorkBadge state={row.badge} />
      </div>
      <div className="r-main">
        <Link className="r-title" to={addressOf(row)}>
          {title}
        </Link>
        <p className="sub">
          <SubjectPlace subject={row.subject} leadDepartmentName={row.leadDepartmentName} />
        </p>
        <Reason row={row} />
        <Progress row={row} />
      </div>
      <div className="r-stage">
        <StageMark stage={row.stage} mine={!waiting} />
        <span className="sub">{say('year', { year: year(row.fiscalYear) })}</span>
      </div>
      <Due row={row} waiting={waiting} />
      <div className="r-act">
        {row.action === 'view' && <span className="sub">{row.holder?.opened ? say('opened') : null}</span>}
        {row.action === 'withdraw' && (
          <Button
            kind="quiet"
            busy={withdrawing && say('withdrawing')}
            aria-label={say('action.label', { action, title })}
            onClick={onWithdraw}
          >
            {action}
          </Button>
        )}
        {row.action !== 'view' && row.action !== 'withdraw' && (
          <ButtonLink
            to={addressOf(row)}
            kind={primary ? 'primary' : 'plain'}
            aria-label={say('action.label', { action, title })}
          >
            {action}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}

function Reason({ row: { returned } }: { readonly row: TodayRow }): ReactElement | null {
  const say = useWords('today');
  const { day } = useFormats();
  if (returned === null) return null;
  return (
    <blockquote className="reason">
      <b>{say('returned', { by: returned.by, on: day(returned.on) })}</b>
      <ReturnPlaces places={returned.places} />
      {returned.reason}
    </blockquote>
  );
}

function Progress({ row: { progress } }: { readonly row: TodayRow }): ReactElement | null {
  const say = useWords('today');
  if (progress === null || progress.total === 0) return null;
  const { done, total } = progress;
  return (
    <p className="r-progress">
      <span className="prog" role="img" aria-label={say('progress.label', { done, total })}>
        <span style={{ width: `${(done / total) * 100}%` }} />
      </span>
      <span className="sub" aria-hidden="true">
        {say('progress', { done, total })}
      </span>
    </p>
  );
}

/** The due date with how long it is still; on what waits for others, who holds it until when. */
function Due({ row, waiting }: { readonly row: TodayRow; readonly waiting: boolean }): ReactElement {
  const say = useWords('today');
  const { daysLeft, day } = useFormats();
  if (row.holder) {
    return (
      <div className="r-due">
        {row.holder.title}
        <span className="sub">{say('until', { date: day(row.holder.dueOn) })}</span>
      </div>
    );
  }
  // What lies with others is not overdue for this person.
  if (waiting) return <div className="r-due until">{say('until', { date: day(row.dueOn) })}</div>;
  const tone = row.daysLeft < 0 ? 'sub late' : row.daysLeft <= 1 ? 'sub soon' : 'sub';
  return (
    <div className="r-due">
      {day(row.dueOn)}
      <span className={tone}>{daysLeft(row.daysLeft)}</span>
    </div>
  );
}
