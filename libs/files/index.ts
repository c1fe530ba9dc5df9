export { asCode, asCount, asDecimal, asFiscalYear, asText } from './cell-values.js';
export { choiceWords } from './choice-words.js';
export type { ChoiceWords } from './choice-words.js';
export { countRows, exportTable, importTable, RowProblems } from './exchange-table.js';
export type { ExchangeTable, ImportContext, ImportCounts } from './exchange-table.js';
export type { TextEncoding } from './japanese-text.js';
export { readTable } from './read-table.js';
export type { TableFile } from './read-table.js';
export type { TableLimits } from './sheet.js';
export { refuseRows } from './table-problems.js';
export {
  dryRunSchema,
  importedSchema,
  sendTable,
  TABLE_TYPES,
  takeTable,
  tableEncodingSchema,
  tableFormatSchema,
  uploadedTable,
} from './table-transfer.js';
export { CellProblem, problem, tableSpec } from './table-spec.js';
export type {
  ColumnKind,
  TableColumn,
  TableRow,
  TableSpec,
  TableValues,
  WritableCell,
  WritableRow,
} from './table-spec.js';
export { writeCsv } from './write-csv.js';
export type { CsvOptions } from './write-csv.js';
export { excelSheet, writeExcel, writeWorkbook } from './write-excel.js';
export type { ExcelSheet } from './write-excel.js';
export { asInFile, decodeText } from './japanese-text.js';
export { clipped } from './read-cell.js';
