import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { todayQuery } from '../api';
import type { Today } from '../api';
import { useSession } from '../frame/session';
import { Failed, later, Loading, PageTitle, useFormats } from '../parts';
import { useWords } from '../words';
import { Bold } from '../words/bold';
import { todayAddress } from './today-address';
import type { TodayAddress } from './today-address';
import { isNarrowed, TodayLists, toDo } from './today-lists';
import './today.css';
import './words';

/** For managers only. */
const Views = later(() => import('./department/today-views'));
const DepartmentList = later(() => import('./department/department-list'), <Loading />);

/** 要対応一覧: what I must do, what came back and why, what waits for me; for managers also what lies below them. */
export default function TodayPage(): ReactElement {
  const [params] = useSearchParams();
  const { manages } = useSession();
  const address = todayAddress(params);
  if (manages && address.view === 'department') {
    return (
      <>
        <Head address={address} today={undefined} />
        <DepartmentList address={address} />
      </>
    );
  }
  return <Own address={address} />;
}

function Own({ address }: { readonly address: TodayAddress }): ReactElement {
  const { kind, stage, page } = address;
  const {
    data: today,
    error,
    refetch,
  } = useQuery({ ...todayQuery({ kind, stage, page }), placeholderData: (before) => before });
  if (error && !today) return <Failed page error={error} retry={() => void refetch()} />;
  return (
    <>
      <Head address={address} today={today} />
      {today ? <TodayLists today={today} address={address} /> : <Loading />}
    </>
  );
}

interface HeadProps {
  readonly address: TodayAddress;
  readonly today: Today | undefined;
}

function Head({ address, today }: HeadProps): ReactElement {
  const say = useWords('today');
  const { fullDay } = useFormats();
  const session = useSession();
  return (
    <>
      <div className="today-head">
        <div>
          <p className="sub">
            {/* The bar of the sample city shows the day on every page. */}
            {!session.sampleCity && `${fullDay(today?.date ?? session.today)}　`}
            {session.person.departmentName}
          </p>
          <PageTitle tab={say('title')}>{say('title')}</PageTitle>
        </div>
        {today && !isNarrowed(address) && <Lead today={today} />}
      </div>
      {session.manages && (
        <div className="today-views">
          <Views view={address.view} />
        </div>
      )}
    </>
  );
}

function Lead({ today }: { readonly today: Today }): ReactElement | null {
  const say = useWords('today');
  const groups = toDo(today);
  const [first] = groups;
  if (!first) return null;
  const count = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <p className="today-lead">
      <Bold text={say('lead', { count, first: say(`first.${first.kind}`, { count: first.total }) })} />
    </p>
  );
}
