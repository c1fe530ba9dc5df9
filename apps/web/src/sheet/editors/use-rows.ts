import { useState } from 'react';
import { useSession } from '../../frame/session';
import { sameAnswer } from '../answers';
import { useDesk } from '../desk';

interface Rows<Draft> {
  readonly rows: readonly Draft[];
  readonly change: (at: number, part: Partial<Draft>) => void;
  readonly add: () => void;
  readonly remove: (at: number) => void;
}

interface RowsOptions<Draft, Complete> {
  /** The field's name, under which half-written rows are kept on this device. */
  readonly key: string;
  readonly stored: readonly Complete[] | undefined;
  /** What the rows begin with while nothing is stored. */
  readonly begin?: readonly Complete[] | undefined;
  readonly empty: Draft;
  readonly open: (row: Complete) => Draft;
  /** The row as the API takes it, or null while a cell is missing. */
  readonly close: (row: Draft) => Complete | null;
  readonly write: (rows: Complete[] | null) => void;
}

/**
 * Rows that may be half written: complete ones go to the sheet at once, the others stay on this device until
 * their last cell is filled, so that leaving the page loses nothing.
 */
export function useRows<Draft, Complete>(options: RowsOptions<Draft, Complete>): Rows<Draft> {
  const { key, stored, begin, empty, open, close, write } = options;
  const { sheet } = useDesk();
  const { person } = useSession();
  const place = `mawasu.rows.${person.id}.${sheet.taskStageId}.${key}`;
  const [rows, setRows] = useState<readonly Draft[]>(
    () => kept<Draft>(place) ?? (stored ?? begin ?? []).map(open),
  );
  const [known, setKnown] = useState(stored);
  if (stored !== undefined && !sameAnswer(stored, known)) {
    // Changed from outside these rows: copied from last year, or taken over from another person.
    setKnown(stored);
    setRows(stored.map(open));
  }
  const set = (next: readonly Draft[]) => {
    setRows(next);
    const complete = next.map(close).filter((row) => row !== null);
    if (complete.length < next.length) keep(place, next);
    else localStorage.removeItem(place);
    setKnown(complete.length > 0 ? complete : undefined);
    write(complete.length > 0 ? complete : null);
  };
  return {
    rows: rows.length > 0 ? rows : [empty],
    change: (at, part) => {
      const from = rows.length > 0 ? rows : [empty];
      set(from.map((row, index) => (index === at ? { ...row, ...part } : row)));
    },
    add: () => setRows([...(rows.length > 0 ? rows : [empty]), empty]),
    remove: (at) => set(rows.filter((_, index) => index !== at)),
  };
}

function keep(place: string, rows: unknown): void {
  try {
    localStorage.setItem(place, JSON.stringify(rows));
  } catch {
    // Without room on this device the rows live as long as the page.
  }
}

function kept<Draft>(place: string): readonly Draft[] | null {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return Array.isArray(rows) ? (rows as Draft[]) : null;
  } catch {
    return null;
  }
}
