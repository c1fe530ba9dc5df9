import { Decimal } from 'decimal.js';
import type { ReactElement } from 'react';
import type { ReportItem, SectionReport } from '../api';
import type { PaperBlock } from './paper';
import { unusedOf } from './report-writing';
import type { Writing } from './report-writing';

const COLUMNS = ['budget', 'settled', 'unused', 'rate', 'general', 'people', 'labour'] as const;

/** Budget, settlement and labour of every item, and their sum. Amounts in 千円. */
export function costBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  const { say } = writing;
  const people = writePeople(report);
  const head = (
    <tr>
      <th scope="col">{say('costs.item')}</th>
      {COLUMNS.map((column) => (
        <th scope="col" className="num" key={column}>
          {say(`costs.${column}`)}
        </th>
      ))}
    </tr>
  );
  const rows = report.items.map((item) => (
    <tbody key={item.key}>
      <Row name={itemName(item, report)} cells={cellsOf(item, writing, people)} writing={writing} />
    </tbody>
  ));
  return [
    {
      key: 'costs',
      caption: say('costs.caption'),
      className: 'cost',
      columns: [12, 13, 13, 12, 12, 14, 10, 14],
      head,
      rows,
      foot: <Row name={say('costs.sum')} cells={sumOf(report, writing, people)} writing={writing} />,
    },
  ];
}

/** ア, or (2)ア when the section has several programs. */
export function itemName(item: ReportItem, { items }: SectionReport): string {
  const several = items.some((other) => other.programNumber !== item.programNumber);
  return several ? `${item.programNumber}${item.marker}` : item.marker;
}

type WritePeople = (personYears: string) => string;

/** 7 beside 5.4 is 7.0: one column, one number of decimals. */
function writePeople({ costs, items }: SectionReport): WritePeople {
  const shown = items.flatMap(({ personYears }) => (personYears === null ? [] : [personYears]));
  const places = Math.max(...[...shown, costs.personYears].map((one) => new Decimal(one).decimalPlaces()));
  return (personYears) => new Decimal(personYears).toFixed(places);
}

function cellsOf(item: ReportItem, { amount, share }: Writing, people: WritePeople): readonly string[] {
  return [
    amount(item.budget),
    amount(item.settled),
    amount(unusedOf(item.budget, item.settled)),
    share(item.executionRate),
    // Until something is settled the share of it is the budget's, which says nothing about the year.
    amount(item.settled === null ? null : item.generalFunds),
    item.personYears === null ? amount(null) : people(item.personYears),
    amount(item.labourCost),
  ];
}

function sumOf(
  { costs, items }: SectionReport,
  { amount, share }: Writing,
  people: WritePeople,
): readonly string[] {
  // Before anything is settled a zero would say that nothing was spent.
  const isSettled = items.some((item) => item.settled !== null);
  const hasPeople = items.some((item) => item.personYears !== null);
  const known = (value: string | null) => (isSettled ? value : null);
  return [
    amount(costs.budget),
    amount(known(costs.settled)),
    amount(known(costs.unused)),
    share(known(costs.executionRate)),
    amount(known(settledGeneralFunds(items))),
    hasPeople ? people(costs.personYears) : amount(null),
    amount(hasPeople ? costs.labourCost : null),
  ];
}

/** The sum of what the rows above show. */
function settledGeneralFunds(items: readonly ReportItem[]): string {
  const shown = items.flatMap(({ settled, generalFunds }) =>
    settled === null || generalFunds === null ? [] : [generalFunds],
  );
  return shown.reduce((sum, one) => sum.plus(one), new Decimal(0)).toFixed();
}

interface RowProps {
  readonly name: string;
  readonly cells: readonly string[];
  readonly writing: Writing;
}

function Row({ name, cells, writing: { say } }: RowProps): ReactElement {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map((column, at) => (
        <td className="num" key={column} data-label={say(`costs.${column}`)}>
          {cells[at]}
        </td>
      ))}
    </tr>
  );
}
