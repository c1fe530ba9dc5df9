import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { reportCommitmentsQuery } from '../api/reports';
import type { ReportCommitments } from '../api';
import { Badge, useFormats } from '../parts';
import type { IconName, Tone } from '../parts';
import { useWords } from '../words';
import { COMMITMENTS_SHOWN } from './list-places';
import type { ListProps } from './list-places';
import { PAGE_SIZE, ReportList } from './report-list';
import { OVERVIEW } from './words';

type Row = ReportCommitments['rows'][number];
type Answer = NonNullable<Row['answer']>;
type Overdue = NonNullable<Row['overdue']>;

const LOOK: Readonly<Record<Answer | 'open' | Overdue, readonly [Tone, IconName]>> = {
  done: ['good', 'tick-ring'],
  changed: ['fair', 'pen'],
  dropped: ['none', 'line'],
  open: ['flat', 'clock'],
  promise: ['bad', 'clock'],
  check: ['bad', 'clock'],
  year: ['bad', 'clock'],
};

/** Promises of earlier years with what the year said about each, one step from the item that answers. */
export function CommitmentList({ fiscalYear, section, show, page, onPage }: ListProps): ReactElement {
  const shown = COMMITMENTS_SHOWN.find((one) => one === show) ?? 'all';
  const query = useQuery({
    ...reportCommitmentsQuery(fiscalYear, {
      ...(section !== null && { section }),
      show: shown,
      page,
      pageSize: PAGE_SIZE,
    }),
    placeholderData: (before) => before,
  });
  return <ReportList query={query} onPage={onPage} row={(row) => <CommitmentRow key={row.id} row={row} />} />;
}

function CommitmentRow({ row }: { readonly row: Row }): ReactElement {
  const say = useWords(OVERVIEW);
  const { plainFullDay, year } = useFormats();
  const state = row.answer ?? row.overdue ?? 'open';
  const [tone, icon] = LOOK[state];
  return (
    <li>
      <div className="list-state">
        <Badge tone={tone} icon={icon}>
          {say(`list.commitments.${state}`)}
        </Badge>
      </div>
      <div>
        <b>{row.what}</b>
        {row.text !== null && <p>{row.text}</p>}
        <p className="sub">
          {row.sectionLabel}　<Link to={`/items/${encodeURIComponent(row.itemKey)}`}>{row.itemLabel}</Link>
        </p>
      </div>
      <p className="sub">
        {say('list.promise', { who: row.who, date: plainFullDay(row.dueOn) })}
        <br />
        {row.decidedOn === null
          ? say('list.made', { year: year(row.madeInFiscalYear) })
          : say('list.decided', { date: plainFullDay(row.decidedOn) })}
      </p>
    </li>
  );
}
