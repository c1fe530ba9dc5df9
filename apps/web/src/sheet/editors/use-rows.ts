import { useState } from 'react';
import { sameAnswer } from '../answers';
import { useDesk } from '../desk';
import { completeOf, hasOpenCells, linesAgain } from '../row-forms';
import type { Line, RowField, RowForm } from '../row-forms';

interface Rows<Row> {
  readonly lines: readonly Line<Row, unknown>[];
  readonly change: (id: number, part: Partial<Row>) => void;
  readonly add: () => void;
  readonly remove: (id: number) => void;
}

interface RowsOptions<Row, Complete> {
  readonly field: RowField;
  readonly form: RowForm<Row, Complete>;
  readonly stored: readonly Complete[] | undefined;
  /** What the rows begin with while nothing is stored. */
  readonly begin?: readonly Complete[] | undefined;
  readonly write: (rows: Complete[] | null) => void;
}

/**
 * Rows that may be half written: complete ones go to the sheet at once, the others are held back until their last
 * cell is filled, so that leaving the page loses nothing and nothing half is submitted.
 */
export function useRows<Row, Complete>(options: RowsOptions<Row, Complete>): Rows<Row> {
  const { field, form, stored, begin, write } = options;
  const { held, unfinished } = useDesk();
  const heldLines = (held.rows[field] ?? []) as readonly Line<Row, Complete>[];
  const again = (rows: readonly Complete[]) => linesAgain(heldLines, rows, form, sameAnswer);
  const [lines, setLines] = useState(() => again(stored ?? (heldLines.length > 0 ? undefined : begin) ?? []));
  const [known, setKnown] = useState(stored);
  if (!sameAnswer(stored ?? [], known ?? [])) {
    // Changed from outside these rows: copied from last year, or taken over from another person.
    setKnown(stored);
    setLines(again(stored ?? []));
  }
  const shown = lines.length > 0 ? lines : [{ id: 0, row: form.empty, last: null }];
  const set = (next: readonly Line<Row, Complete>[]) => {
    const complete = completeOf(next, form);
    setLines(next);
    setKnown(complete);
    unfinished.holdRows(field, hasOpenCells(next, form) ? next : null);
    write(complete.length > 0 ? complete : null);
  };
  return {
    lines: shown,
    change: (id, part) =>
      set(
        shown.map((line) =>
          line.id === id ? settled({ ...line, row: { ...line.row, ...part } }, form) : line,
        ),
      ),
    add: () => {
      const id = Math.max(...shown.map((line) => line.id)) + 1;
      setLines([...shown, { id, row: form.empty, last: null }]);
    },
    remove: (id) => set(lines.filter((line) => line.id !== id)),
  };
}

/** A row that became complete is the one to fall back to from now on. */
function settled<Row, Complete>(
  line: Line<Row, Complete>,
  form: RowForm<Row, Complete>,
): Line<Row, Complete> {
  const complete = form.close(line.row);
  return complete === null ? line : { ...line, last: complete };
}
