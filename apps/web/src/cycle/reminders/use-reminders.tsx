import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { lastRemindersQuery } from '../../api/reminders';
import { useSession } from '../../frame/session';
import { useFormats } from '../../parts';
import { useWords } from '../../words';
import { leftOf } from '../board/board-rows';
import type { Board, BoardRow } from '../board/board-rows';
import { REMINDERS } from './words';

interface Reminders {
  readonly fit: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (codes: readonly string[]) => void;
  /** The box before a department; its place stays empty where nothing is left. */
  readonly mark: (row: BoardRow) => ReactElement;
  /** When a department was last asked. */
  readonly note: (row: BoardRow) => ReactElement | null;
}

/** Choosing departments of the board to ask them for what is left; null for who may not ask. */
export function useReminders(board: Board, today: string, openYears: readonly number[]): Reminders | null {
  const say = useWords(REMINDERS);
  const { plainDay } = useFormats();
  const mayAsk = useSession().roles.includes('planner');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const last = useQuery({ ...lastRemindersQuery, enabled: mayAsk });
  const lastOf = useMemo(
    () => new Map(last.data?.map(({ departmentCode, day }) => [departmentCode, day])),
    [last.data],
  );
  const fit = useMemo(
    () =>
      board.rows
        // What is over is asked of nobody, and nobody twice on a day.
        .filter(
          (row) =>
            lastOf.get(row.departmentCode) !== today &&
            leftOf(row, board.columns, 'submitted', today, openYears) > 0,
        )
        .map(({ departmentCode }) => departmentCode),
    [board, today, openYears, lastOf],
  );
  if (!mayAsk) return null;
  // Who handed everything in meanwhile is not asked any more.
  const chosen = picked.filter((code) => fit.includes(code));
  return {
    fit,
    chosen,
    onChoose: setPicked,
    mark: ({ departmentCode: code, departmentName }) =>
      fit.includes(code) ? (
        <label className="tick">
          <input
            type="checkbox"
            aria-label={say('choose', { department: departmentName })}
            checked={chosen.includes(code)}
            onChange={(event) =>
              setPicked(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
        </label>
      ) : (
        <i />
      ),
    note: ({ departmentCode }) => {
      const day = lastOf.get(departmentCode);
      return day === undefined ? null : (
        <span className="sub asked">{say('last', { date: plainDay(day) })}</span>
      );
    },
  };
}
