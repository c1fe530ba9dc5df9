import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { departmentTodayQuery } from '../../api';
import type { DepartmentRow } from '../../api';
import {
  Empty,
  Failed,
  Loading,
  Pager,
  StageMark,
  SubjectPlace,
  useFormats,
  useSubjectTitle,
  WorkBadge,
} from '../../parts';
import { useWords } from '../../words';
import { todayPath } from '../today-address';
import type { TodayAddress } from '../today-address';
import { TodayFilter } from '../today-filter';
import './department.css';
import { DEPARTMENT } from './words';

/** 所属全体: every open sheet below a manager, with who holds it until when. */
export default function DepartmentList({ address }: { readonly address: TodayAddress }): ReactElement {
  const say = useWords(DEPARTMENT);
  const today = useWords('today');
  const navigate = useNavigate();
  const { state, stage, page } = address;
  const { data, error, refetch } = useQuery({
    ...departmentTodayQuery({ state, stage, page }),
    placeholderData: (before) => before,
  });
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const narrowed = state !== null || stage !== null;
  return (
    <>
      <p className="today-whose">{say('lead')}</p>
      <TodayFilter address={address} counts={data.counts} by="state" />
      <p className="sr" role="status">
        {say('count', { count: data.counts.total })}
      </p>
      {data.rows.length === 0 ? (
        <Empty title={narrowed ? today('filter.none') : say('none')}>
          {narrowed && <Link to={todayPath({ view: 'department' })}>{today('filter.leave')}</Link>}
        </Empty>
      ) : (
        <ul className="card today-department">
          {data.rows.map((row) => (
            <Row key={row.taskStageId} row={row} />
          ))}
        </ul>
      )}
      <Pager
        page={data.page}
        pageSize={data.pageSize}
        total={data.counts.total}
        onPage={(to) => {
          void navigate(todayPath({ ...address, page: to }));
          window.scrollTo({ top: 0 });
        }}
      />
    </>
  );
}

function Row({ row }: { readonly row: DepartmentRow }): ReactElement {
  const say = useWords(DEPARTMENT);
  const today = useWords('today');
  const { day, daysLeft, year } = useFormats();
  const title = useSubjectTitle()(row.subject);
  const tone = row.daysLeft < 0 ? 'sub late' : row.daysLeft <= 1 ? 'sub soon' : 'sub';
  return (
    <li className="today-row">
      <div className="r-mark">
        <WorkBadge state={row.state} />
      </div>
      <div className="r-main">
        <Link className="r-title" to={`/sheets/${row.taskStageId}`}>
          {title}
        </Link>
        <p className="sub">
          <SubjectPlace subject={row.subject} leadDepartmentName={row.leadDepartmentName} />
        </p>
      </div>
      <div className="r-stage">
        <StageMark stage={row.stage} mine={false} />
        <span className="sub">{today('year', { year: year(row.fiscalYear) })}</span>
      </div>
      <div className="r-due">
        {day(row.dueOn)}
        <span className={tone}>{daysLeft(row.daysLeft)}</span>
      </div>
      <div className="r-holder">
        <span className="sr">{say('holder')}</span>
        {row.holder.title}
        {row.holder.name !== null && <span className="sub">{row.holder.name}</span>}
        {row.holder.title !== row.departmentName && <span className="sub">{row.departmentName}</span>}
      </div>
    </li>
  );
}
