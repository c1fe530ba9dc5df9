import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { queryClient, sheetQuery, withdrawSheet } from '../api';
import type { TodayGroup, TodayRow } from '../api';
import { addDays, Notice, useErrorSentence, useFormats, useWide, weekdayOf } from '../parts';
import { GrowingList } from '../parts/growing-list';
import { useWords } from '../words';
import { TodayItem } from './today-row';

const FRIDAY = 5;
/** What fills a screen of each width, and what is drawn each time that the end comes near. */
const ROWS = { phone: 4, desk: 10, more: 5 } as const;

interface TodayGroupListProps {
  readonly group: TodayGroup;
  readonly date: string;
  /** The first group holds the one blue button of the page. */
  readonly leads: boolean;
  /** Where all of the group is, when not all of it is here. */
  readonly all: string | null;
}

export function TodayGroupList({ group, date, leads, all }: TodayGroupListProps): ReactElement {
  const say = useWords('today');
  const sentence = useErrorSentence();
  const { day } = useFormats();
  const label = useId();
  const wide = useWide();
  const withdrawal = useMutation({
    mutationFn: withdraw,
    onSettled: () =>
      queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
  const friday = addDays(date, Math.max(0, FRIDAY - weekdayOf(date)));
  const rest = group.total - group.rows.length;
  return (
    <section className="today-group" aria-labelledby={label}>
      <div className="today-group-head">
        <h2 id={label}>{say(`group.${group.kind}`)}</h2>
        <span className="count">
          {group.total}
          <span className="sr">{say('group.count')}</span>
        </span>
        <p className="sub">{say(`hint.${group.kind}`, { from: day(date), to: day(friday) })}</p>
      </div>
      {withdrawal.error && (
        <Notice tone="bad" role="alert">
          {sentence(withdrawal.error)}
        </Notice>
      )}
      <p className="sr" role="status">
        {withdrawal.isSuccess && say('withdrawn')}
      </p>
      <GrowingList
        listed={group.kind}
        className="card"
        rows={group.rows}
        first={wide ? ROWS.desk : ROWS.phone}
        step={ROWS.more}
        row={(row, place) => (
          <TodayItem
            key={row.taskStageId}
            row={row}
            place={place}
            waiting={group.kind === 'waiting'}
            primary={leads && row === group.rows[0]}
            withdrawing={withdrawal.isPending && withdrawal.variables.taskStageId === row.taskStageId}
            onWithdraw={() => withdrawal.mutate(row)}
          />
        )}
      />
      {rest > 0 && all !== null && (
        <p className="today-rest">
          <Link
            to={all}
            aria-label={say('more.label', { group: say(`group.${group.kind}`), count: group.total })}
          >
            {say('more', { count: rest })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** The list does not know the sheet's version, so the sheet is asked first. */
async function withdraw(row: TodayRow): Promise<void> {
  const sheet = await queryClient.fetchQuery({ ...sheetQuery(row.taskStageId), staleTime: 0 });
  await withdrawSheet(row.taskStageId, sheet.version);
}
