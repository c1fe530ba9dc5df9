import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Icon, useFormats } from '../../parts';
import { useWords } from '../../words';
import type { Say } from '../../words';
import { CYCLE } from '../words';
import { cellLevel, sumCells } from './board-rows';
import type { Board, BoardCell, BoardColumn, BoardRow, Counted } from './board-rows';

interface BoardTableProps {
  readonly board: Board;
  readonly rows: readonly BoardRow[];
  readonly counted: Counted;
  readonly today: string;
  /** The cycle whose list stands below: cells of another one lead to its own page. */
  readonly fiscalYear: number;
  /** What stands for the rows that are not shown, above the sum of all. */
  readonly more?: ReactElement | false;
  /** What stands before the name of a department, and below it. */
  readonly mark?: (row: BoardRow) => ReactElement;
  readonly note?: (row: BoardRow) => ReactElement | null;
}

/** The heat map as a table; on phones one card for each department. */
export function BoardTable({
  board,
  rows,
  counted,
  today,
  fiscalYear,
  more,
  mark,
  note,
}: BoardTableProps): ReactElement {
  const say = useWords(CYCLE);
  const { plainDay, year } = useFormats();
  const years = [...new Set(board.columns.map((column) => column.fiscalYear))];
  const several = years.length > 1;
  const names = board.columns.map((column) => columnName(column, say));
  const labels = board.columns.map((column, at) =>
    several
      ? say('board.of_year', { year: year(column.fiscalYear), name: names[at] ?? '' })
      : (names[at] ?? ''),
  );
  const cells = (row: readonly (BoardCell | null)[], department?: BoardRow) =>
    board.columns.map((column, at) => (
      <td
        key={labels[at]}
        data-label={
          several ? `${say('of_year', { year: year(column.fiscalYear) })}\n${names[at]}` : names[at]
        }
        className={cellClass(row[at] ?? null, column, counted, today, department === undefined)}
      >
        <Cell
          cell={row[at] ?? null}
          column={column}
          counted={counted}
          today={today}
          name={labels[at] ?? ''}
          chosen={fiscalYear}
          {...(department && { department })}
        />
      </td>
    ));
  return (
    <div className="hm-scroll" role="region" aria-label={say('board.title')} tabIndex={0}>
      <table>
        <caption className="sr">{say('board.caption', { counted: say(`board.${counted}`) })}</caption>
        <thead>
          {several && (
            <tr className="years">
              <td />
              {years.map((one) => (
                <th
                  key={one}
                  scope="colgroup"
                  colSpan={board.columns.filter((column) => column.fiscalYear === one).length}
                >
                  {say('of_year', { year: year(one) })}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">{say('board.department')}</th>
            {board.columns.map((column, at) => (
              <th scope="col" key={labels[at]} className={startsYear(board.columns, at)}>
                {names[at]}
                <span className="sub">
                  {column.opensOn > today
                    ? say('board.from', { date: plainDay(column.opensOn) })
                    : say('board.until', { date: plainDay(column.dueOn) })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.departmentCode}>
              <th scope="row">
                <span className="pick">
                  {mark?.(row)}
                  <span>
                    <Link to={listOf(fiscalYear, fiscalYear, { department: row.departmentCode })}>
                      {row.departmentName}
                    </Link>
                    {note?.(row)}
                  </span>
                </span>
              </th>
              {cells(row.cells, row)}
            </tr>
          ))}
          {more && (
            <tr className="more">
              <td colSpan={board.columns.length + 1}>{more}</td>
            </tr>
          )}
        </tbody>
        {board.rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{say('board.sum', { number: board.rows.length })}</th>
              {cells(sumCells(board))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function columnName({ stage, subjectKind }: BoardColumn, say: Say): string {
  return subjectKind === 'indicator' ? say('board.indicator') : say(`stage.${stage}`);
}

/** The address of the list of a year with what was chosen; below, when it is the year of this page. */
function listOf(fiscalYear: number, chosen: number, filter: Readonly<Record<string, string>>): string {
  const place = fiscalYear === chosen ? '' : `/cycle/${fiscalYear}`;
  return `${place}?${new URLSearchParams(filter).toString()}#submissions`;
}

/** A line parts the years. */
function startsYear(columns: readonly BoardColumn[], at: number): string | undefined {
  const before = columns[at - 1];
  return before && before.fiscalYear !== columns[at]?.fiscalYear ? 'next-year' : undefined;
}

function cellClass(
  cell: BoardCell | null,
  column: BoardColumn,
  counted: Counted,
  today: string,
  sum: boolean,
): string {
  if (cell === null || column.opensOn > today) return 'h na';
  return sum ? 'h' : `h l${cellLevel(cell, counted)}`;
}

interface CellProps {
  readonly cell: BoardCell | null;
  readonly column: BoardColumn;
  readonly counted: Counted;
  readonly today: string;
  readonly name: string;
  readonly chosen: number;
  readonly department?: BoardRow;
}

function Cell({ cell, column, counted, today, name, chosen, department }: CellProps): ReactElement {
  const say = useWords(CYCLE);
  if (cell === null || column.opensOn > today) return <span className="sub">{say('none')}</span>;
  const done = cell[counted] >= cell.total;
  const number = (
    <>
      {done && <Icon name="tick" small />}
      <span>
        <b>{cell[counted]}</b>
        {say('of', { all: cell.total })}
      </span>
    </>
  );
  const overdue = cell.overdue > 0 && (
    <span className="ov">
      <Icon name="warning" small />
      {say('board.overdue', { number: cell.overdue })}
    </span>
  );
  if (department === undefined) {
    return (
      <>
        {number}
        {overdue}
      </>
    );
  }
  const label = say('board.cell', {
    department: department.departmentName,
    column: name,
    counted: say(`board.${counted}`),
    part: cell[counted],
    all: cell.total,
  });
  return (
    <>
      <Link
        to={listOf(column.fiscalYear, chosen, {
          department: department.departmentCode,
          stage: column.stage,
        })}
        aria-label={label}
      >
        {number}
      </Link>
      {overdue}
    </>
  );
}
