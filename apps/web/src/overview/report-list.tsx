import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Failed, Loading, Pager } from '../parts';
import { useWords } from '../words';
import { OVERVIEW } from './words';

/** Rows on one page of a list. */
export const PAGE_SIZE = 50;

interface ReportListProps<Row> {
  readonly query: UseQueryResult<{
    readonly total: number;
    readonly page: number;
    readonly pageSize: number;
    readonly rows: readonly Row[];
  }>;
  /** A row as a list item with its key. */
  readonly row: (row: Row, at: number) => ReactElement;
  readonly onPage: (page: number) => void;
}

/** What was counted, in pages, with how many there are. */
export function ReportList<Row>({ query, row, onPage }: ReportListProps<Row>): ReactElement {
  const say = useWords(OVERVIEW);
  const { data, error, refetch } = query;
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={8} />;
  return (
    <>
      <p role="status">{say('list.count', { count: data.total })}</p>
      {data.total > 0 && <ul className="card list-rows">{data.rows.map(row)}</ul>}
      <Pager page={data.page} pageSize={data.pageSize} total={data.total} onPage={onPage} />
    </>
  );
}
