import { useState } from 'react';
import type { ReactElement } from 'react';
import { importTable, tableAddress } from '../api/exchange';
import type { ExchangeTables, TableEncoding, TableFormat } from '../api/exchange';
import { Button, Card, Icon } from '../parts';
import { useWords } from '../words';
import { TableImport } from './table-import';
import { EXCHANGE } from './words';

type Table = ExchangeTables['tables'][number];

/** Every table with its columns, its downloads and the way in. */
export function TableList({ tables }: Pick<ExchangeTables, 'tables'>): ReactElement {
  const say = useWords(EXCHANGE);
  const [chosen, setChosen] = useState<Table | null>(null);
  return (
    <Card title={say('tables')} hint={say('tables_hint')} bare>
      <ul className="tables">
        {tables.map((table) => (
          <TableRow key={table.name} table={table} onImport={() => setChosen(table)} />
        ))}
      </ul>
      <TableImport
        target={
          chosen && {
            heading: chosen.heading,
            take: (file, dryRun) => importTable(chosen.name, file, dryRun),
          }
        }
        onClose={() => setChosen(null)}
      />
    </Card>
  );
}

interface Way {
  readonly key: string;
  readonly format: TableFormat;
  readonly encoding?: TableEncoding;
}

const WAYS: readonly Way[] = [
  { key: 'xlsx', format: 'xlsx' },
  { key: 'csv', format: 'csv', encoding: 'utf-8' },
  { key: 'sjis', format: 'csv', encoding: 'shift_jis' },
];

function TableRow({
  table,
  onImport,
}: {
  readonly table: Table;
  readonly onImport: () => void;
}): ReactElement {
  const say = useWords(EXCHANGE);
  const columns = table.columns.map((column) => columnName(column, say));
  return (
    <li>
      <div>
        <h3>{table.heading}</h3>
        <Columns names={columns} />
      </div>
      <div className="table-acts">
        <div role="group" aria-label={say('out')}>
          {WAYS.map(({ key, format, encoding }) => (
            <a
              key={key}
              className="btn small"
              href={tableAddress(table.name, format, encoding)}
              download
              aria-label={say('out.of', { table: table.heading, format: say(`out.${key}`) })}
            >
              <Icon name="download" small />
              {say(`out.${key}`)}
            </a>
          ))}
        </div>
        {table.mayWrite && (
          <Button small icon="upload" aria-label={say('in.of', { table: table.heading })} onClick={onImport}>
            {say('in')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** A column is its heading, alone or with what it takes. */
function columnName(
  column: string | { readonly heading: string; readonly required?: boolean },
  say: ReturnType<typeof useWords>,
): string {
  if (typeof column === 'string') return column;
  return column.required ? say('required', { name: column.heading }) : column.heading;
}

const FIRST = 8;

/** The headings of a table; a long list stays closed after the first ones. */
function Columns({ names }: { readonly names: readonly string[] }): ReactElement {
  const say = useWords(EXCHANGE);
  const all = say('columns', { number: names.length, list: names.slice(0, FIRST).join(say('comma')) });
  const rest = names.slice(FIRST);
  if (rest.length <= 4) {
    return <p className="sub">{say('columns', { number: names.length, list: names.join(say('comma')) })}</p>;
  }
  return (
    <details className="sub">
      <summary>{say('columns.more', { list: all, number: rest.length })}</summary>
      {rest.join(say('comma'))}
    </details>
  );
}
