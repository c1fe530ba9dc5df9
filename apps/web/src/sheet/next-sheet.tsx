import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { todayQuery } from '../api';
import type { Today, TodayRow } from '../api';
import { ButtonLink } from '../parts';
import { TO_WRITE } from '../today/today-order';
import { useWords } from '../words';

/** The sheet to write next, and how many there are in all; null when all are handed in. */
function nextOf(
  { groups }: Today,
  current: string,
): { readonly row: TodayRow; readonly count: number } | null {
  const open = TO_WRITE.flatMap((kind) => groups.filter((group) => group.kind === kind));
  const [row] = open.flatMap(({ rows }) => rows).filter(({ taskStageId }) => taskStageId !== current);
  return row === undefined ? null : { row, count: open.reduce((sum, { total }) => sum + total, 0) };
}

/** From a sheet that is handed in to the next one, or back to the list. */
export function NextSheet({ current }: { readonly current: string }): ReactElement {
  const say = useWords('sheet-page');
  const { data, isFetchedAfterMount } = useQuery(todayQuery({ kind: null, stage: null, page: 1 }));
  // What was read before the sheet was handed in still counts it.
  const isKnown = data !== undefined && isFetchedAfterMount;
  const next = isKnown ? nextOf(data, current) : null;
  return (
    <>
      <ButtonLink to="/">{say('bar.today')}</ButtonLink>
      {next !== null && (
        <ButtonLink kind="primary" to={`/sheets/${next.row.taskStageId}`}>
          {say('bar.next', { count: next.count })}
        </ButtonLink>
      )}
    </>
  );
}
