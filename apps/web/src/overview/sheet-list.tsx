import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { reportSheetsQuery } from '../api/reports';
import type { ReportSheets } from '../api';
import { Grade, StageMark, SubjectPlace, useFormats, useSubjectTitle, WorkBadge } from '../parts';
import { useWords } from '../words';
import { SHEETS_SHOWN } from './list-places';
import type { ListProps } from './list-places';
import { PAGE_SIZE, ReportList } from './report-list';
import { OVERVIEW } from './words';

/** Sheets by the state that was counted, each one step from itself. */
export function SheetList({ fiscalYear, section, show, page, onPage }: ListProps): ReactElement {
  const shown = SHEETS_SHOWN.find((one) => one === show) ?? 'all';
  const query = useQuery({
    ...reportSheetsQuery(fiscalYear, {
      ...(section !== null && { section }),
      show: shown,
      page,
      pageSize: PAGE_SIZE,
    }),
    placeholderData: (before) => before,
  });
  return (
    <ReportList
      query={query}
      onPage={onPage}
      row={(row, at) => <SheetRow key={row.taskStageId ?? at} row={row} />}
    />
  );
}

function SheetRow({ row }: { readonly row: ReportSheets['rows'][number] }): ReactElement {
  const say = useWords(OVERVIEW);
  const title = useSubjectTitle()(row.subject);
  const { plainFullDay } = useFormats();
  const { kind, key } = row.subject;
  const to =
    row.taskStageId !== null
      ? `/sheets/${row.taskStageId}`
      : kind === 'item'
        ? `/items/${encodeURIComponent(key)}`
        : `/plan/${encodeURIComponent(row.subject.sectionKey)}`;
  return (
    <li>
      <div className="list-state">
        <WorkBadge state={row.late ? 'overdue' : row.state} />
        <StageMark stage={row.stage} />
        {row.grade !== null && <Grade grade={row.grade} />}
      </div>
      <div>
        <Link to={to}>{title}</Link>
        <p className="sub">
          <SubjectPlace subject={row.subject} />
        </p>
      </div>
      <p className="sub">
        {row.departmentName}
        {row.role === 'support' && say('list.support')}
        <br />
        {say('list.due', { date: plainFullDay(row.dueOn) })}
      </p>
    </li>
  );
}
