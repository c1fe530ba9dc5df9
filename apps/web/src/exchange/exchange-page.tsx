import './exchange.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { exchangeQuery } from '../api/exchange';
import { useSession } from '../frame/session';
import { Failed, Loading, PageTitle } from '../parts';
import { useWords } from '../words';
import { PlanImport } from './plan-import';
import { TableList } from './table-list';
import { EXCHANGE } from './words';

/** データ: tables out and in, and the text of a plan. */
export default function ExchangePage(): ReactElement {
  const say = useWords(EXCHANGE);
  const { roles } = useSession();
  const { data, error, refetch } = useQuery(exchangeQuery);
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  return (
    <div className="exchange">
      <PageTitle tab={say('title')}>{say('title')}</PageTitle>
      <p className="sub">{say('lead')}</p>
      {data ? <TableList tables={data.tables} /> : <Loading rows={5} />}
      {roles.includes('planner') && <PlanImport />}
    </div>
  );
}
