import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { SubmissionBoard } from '../../api';
import { Icon, useFormats } from '../../parts';
import { useWords } from '../../words';
import { CYCLE } from '../words';
import { cellLevel, sumCells } from './board-rows';
import type { BoardCell, BoardColumn, BoardRow, Counted } from './board-rows';

interface BoardTableProps {
  readonly board: SubmissionBoard;
  readonly rows: readonly BoardRow[];
  readonly counted: Counted;
  readonly today: string;
}

/** The heat map as a table; on phones one card for each department. */
export function BoardTable({ board, rows, counted, today }: BoardTableProps): ReactElement {
  const say = useWords(CYCLE);
  const { plainDay } = useFormats();
  const names = board.columns.map((column) => columnName(column, say));
  const cells = (row: readonly (BoardCell | null)[], department?: BoardRow) =>
    board.columns.map((column, at) => (
      <td
        key={names[at]}
        data-label={names[at]}
        className={cellClass(row[at] ?? null, column, counted, today, department === undefined)}
      >
        <Cell
          cell={row[at] ?? null}
          column={column}
          counted={counted}
          today={today}
          {...(department && { department })}
        />
      </td>
    ));
  return (
    <div className="hm-scroll" role="region" aria-label={say('board.title')} tabIndex={0}>
      <table>
        <caption className="sr">{say('board.caption', { counted: say(`board.${counted}`) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('board.department')}</th>
            {board.columns.map((column, at) => (
              <th scope="col" key={names[at]}>
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
                <Link to={listOf({ department: row.departmentCode })}>{row.departmentName}</Link>
              </th>
              {cells(row.cells, row)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('board.sum', { number: board.rows.length })}</th>
            {cells(sumCells(board))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function columnName({ stage, subjectKind }: BoardColumn, say: ReturnType<typeof useWords>): string {
  return subjectKind === 'indicator' ? say('board.indicator') : say(`stage.${stage}`);
}

/** The address of the list below with what was chosen. */
function listOf(filter: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams(filter).toString()}#submissions`;
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
  readonly department?: BoardRow;
}

function Cell({ cell, column, counted, today, department }: CellProps): ReactElement {
  const say = useWords(CYCLE);
  if (cell === null || column.opensOn > today) return <span className="sub">{say('none')}</span>;
  const done = cell[counted] >= cell.total;
  const number = (
    <>
      {done && <Icon name="tick" small />}
      <b>{cell[counted]}</b>
      {say('of', { all: cell.total })}
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
    column: columnName(column, say),
    counted: say(`board.${counted}`),
    part: cell[counted],
    all: cell.total,
  });
  return (
    <>
      <Link to={listOf({ department: department.departmentCode, stage: column.stage })} aria-label={label}>
        {number}
      </Link>
      {overdue}
    </>
  );
}
