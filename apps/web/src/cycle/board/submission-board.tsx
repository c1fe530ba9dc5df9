import './board.css';
import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { boardQuery } from '../../api/cycles';
import { Button, Failed, Loading } from '../../parts';
import { useWords } from '../../words';
import { Sentence } from '../../words/sentence';
import { ReminderBar } from '../reminders/reminder-bar';
import { useReminders } from '../reminders/use-reminders';
import { CYCLE } from '../words';
import { BoardTable } from './board-table';
import { mergeBoards, ORDERS, orderRows, overdueOf } from './board-rows';
import type { Board, Counted, Order } from './board-rows';

const FIRST = 10;

interface BoardCardProps {
  readonly fiscalYear: number;
  /** Cycles whose work goes on; the board shows what is late in all of them. */
  readonly openYears: readonly number[];
  readonly today: string;
}

/** 提出状況: departments × stages. The darker a cell, the more is left; each opens its list below. */
export function SubmissionBoardCard({ fiscalYear, openYears, today }: BoardCardProps): ReactElement {
  const say = useWords(CYCLE);
  const years = openYears.includes(fiscalYear) ? openYears : [fiscalYear];
  const { boards, error, refetch } = useQueries({
    queries: years.map((one) => boardQuery(one)),
    combine: (results) => ({
      boards: results.flatMap(({ data }) => (data ? [data] : [])),
      error: results.find((result) => result.error)?.error,
      refetch: () => results.forEach((result) => void result.refetch()),
    }),
  });
  const read = boards.length === years.length;
  const data = useMemo(
    () => (read ? mergeBoards(boards, fiscalYear, today) : undefined),
    [boards, read, fiscalYear, today],
  );
  return (
    <section className="card hm" aria-labelledby="board">
      <div className="card-head">
        <h2 id="board">{say('board.title')}</h2>
        <span className="sub">
          <Sentence of={CYCLE} say="board.hint" parts={{ colour: <span className="of-colour" /> }} />
        </span>
        <p className="end ramp-legend" aria-hidden="true">
          <span>{say('board.all_done')}</span>
          <span className="ramp">
            {[5, 4, 3, 2, 1].map((level) => (
              <i key={level} className={`l${level}`} />
            ))}
          </span>
          <span>{say('board.much_left')}</span>
        </p>
      </div>
      {error && <Failed error={error} retry={refetch} />}
      {!data && !error && <Loading rows={6} />}
      {data && data.rows.length === 0 && <p className="card-body">{say('board.empty')}</p>}
      {data && data.rows.length > 0 && (
        <BoardView board={data} fiscalYear={fiscalYear} openYears={openYears} today={today} />
      )}
    </section>
  );
}

interface BoardViewProps {
  readonly board: Board;
  readonly fiscalYear: number;
  readonly openYears: readonly number[];
  readonly today: string;
}

function BoardView({ board, fiscalYear, openYears, today }: BoardViewProps): ReactElement {
  const say = useWords(CYCLE);
  const [counted, setCounted] = useState<Counted>('submitted');
  const [order, setOrder] = useState<Order>('late');
  const [all, setAll] = useState(false);
  const rows = useMemo(() => orderRows(board, order, counted, today), [board, order, counted, today]);
  const shown = all ? rows : rows.slice(0, FIRST);
  const hidden = rows.slice(shown.length);
  const reminders = useReminders(board, today, openYears);
  const hiddenLate = hidden.reduce((sum, row) => sum + overdueOf(row), 0);
  return (
    <>
      <div className="board-choices">
        <div className="chips" role="group" aria-label={say('board.counted')}>
          {(['submitted', 'approved'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={counted === one}
              onClick={() => setCounted(one)}
            >
              {say(`board.${one}`)}
            </button>
          ))}
        </div>
        <label>
          <span className="sr">{say('board.order')}</span>
          <select
            className="input"
            value={order}
            onChange={(event) => setOrder(ORDERS.find((one) => one === event.target.value) ?? 'late')}
          >
            {ORDERS.map((one) => (
              <option key={one} value={one}>
                {say(`board.order.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {reminders && <ReminderBar {...reminders} />}
      <BoardTable
        board={board}
        rows={shown}
        counted={counted}
        today={today}
        fiscalYear={fiscalYear}
        {...(reminders && { mark: reminders.mark, note: reminders.note })}
        more={
          rows.length > FIRST && (
            <>
              <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? say('board.fewer') : say('board.more', { number: hidden.length })}
              </Button>
              {!all && (
                <span className="sub">
                  {hiddenLate === 0 ? say('board.none_late') : say('board.late', { number: hiddenLate })}
                </span>
              )}
            </>
          )
        }
      />
    </>
  );
}
