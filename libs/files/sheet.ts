/** A sheet as it was found: every cell as text, nothing interpreted, blank rows left out. */
export type Sheet = readonly SheetRow[];

export interface SheetRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly row: number;
  /** From column A on. */
  readonly cells: readonly string[];
}

/** Bounds of what is read into memory. */
export interface TableLimits {
  /** Size of the file. */
  readonly bytes: number;
  /** Rows, the heading included. */
  readonly rows: number;
}

/** Whether nothing is to be seen in a cell: blanks of any width. */
export function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** Numbers the rows as they stand and leaves out the blank ones. */
export function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  return rows.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => !cells.every(isBlank));
}

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (at % 26));
}
