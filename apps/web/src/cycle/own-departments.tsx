import './cycle.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useNavigate, useParams } from 'react-router';
import { reportYearsQuery } from '../api/reports';
import type { ReportYears } from '../api';
import { useSession } from '../frame/session';
import { Empty, Failed, Icon, Loading, PageTitle, fiscalYearOf, useFormats } from '../parts';
import { useWords } from '../words';
import { SubmissionBoardCard } from './board/submission-board';
import { Submissions } from './board/submissions';
import { CYCLE } from './words';

/** 課の状況: what a manager's departments have handed in, without the settings of the cycle. */
export function OwnDepartments(): ReactElement {
  const say = useWords(CYCLE);
  const { year } = useParams();
  const { today } = useSession();
  const { data, error, refetch } = useQuery(reportYearsQuery);
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  if (data.years.length === 0) return <Empty title={say('nothing')} />;
  const asked = data.years.find((one) => String(one) === year) ?? data.current;
  return (
    <div className="cycle">
      <div className="head">
        <div>
          <PageTitle tab={say('mine.title')}>{say('mine.title')}</PageTitle>
          <p className="sub">{say('mine.lead')}</p>
        </div>
        <div className="ctl">
          <YearChoice years={data.years} chosen={asked} />
        </div>
      </div>
      <SubmissionBoardCard fiscalYear={asked} openYears={goingOn(data, today)} today={today} />
      <Submissions fiscalYear={asked} today={today} />
    </div>
  );
}

/** From the year that is evaluated to the one that runs. */
function goingOn({ years, current }: ReportYears, today: string): readonly number[] {
  return years.filter((one) => one >= current && one <= fiscalYearOf(today));
}

function YearChoice({
  years,
  chosen,
}: {
  readonly years: readonly number[];
  readonly chosen: number;
}): ReactElement {
  const say = useWords(CYCLE);
  const { year } = useFormats();
  const navigate = useNavigate();
  return (
    <label className="btn choice">
      <span className="sr">{say('mine.year')}</span>
      <select value={chosen} onChange={(event) => void navigate(`/cycle/${event.target.value}`)}>
        {[...years]
          .sort((one, other) => other - one)
          .map((one) => (
            <option key={one} value={one}>
              {say('of_year', { year: year(one) })}
            </option>
          ))}
      </select>
      <Icon name="open" small />
    </label>
  );
}
