import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReportItem, SectionReport } from '../api';
import { itemName } from './blocks-costs';
import type { PaperBlock } from './paper';
import { gradeMove, textParts } from './report-writing';
import type { Writing } from './report-writing';

/** What every item achieved, with grade, direction and money, program by program. */
export function itemBlocks(report: SectionReport, writing: Writing): readonly PaperBlock[] {
  const { say, year } = writing;
  const head = (
    <tr>
      <th scope="col">{say('items.item')}</th>
      <th scope="col">{say('items.results', { year: year(report.fiscalYear) })}</th>
      <th scope="col" className="c">
        {say('items.grade')}
        <br />
        <span>{say('items.last')}</span>
      </th>
      <th scope="col" className="c">
        {say('items.direction')}
      </th>
      <th scope="col" className="num">
        {say('items.settled')}
        <br />
        <span>{say('items.budget')}</span>
      </th>
    </tr>
  );
  const programs = programsOf(report);
  const groups = report.items.map((item, at) => {
    const [first = '', ...more] = textParts(resultsOf(item, writing));
    const opens = programs.length > 1 && item.programNumber !== report.items[at - 1]?.programNumber;
    const supports = item.supportResults.flatMap(({ departmentName, results }) =>
      textParts(results).map((text, part) => ({ name: part === 0 ? departmentName : null, text })),
    );
    return [
      <tbody key={item.key}>
        {opens && <ProgramRow item={item} />}
        <ItemRow item={item} results={first} writing={writing} />
      </tbody>,
      ...more.map((text, part) => <MoreRow key={`${item.key}-${part}`}>{text}</MoreRow>),
      ...supports.map(({ name, text }, part) => (
        <MoreRow key={`${item.key}-support-${part}`}>
          <span className="support">
            {name !== null && <b>{name}</b>}
            {name !== null && say('gap')}
            {text}
          </span>
        </MoreRow>
      )),
    ];
  });
  const items = groups.flatMap((rows, at) => rows.map((_, part) => ({ item: report.items[at], part })));
  return [
    {
      key: 'items',
      caption: say('items.caption'),
      className: 'items',
      columns: [37, 30, 7, 10, 16],
      head,
      rows: groups.flat(),
      continued: {
        rows: new Set(items.flatMap(({ part }, row) => (part > 0 ? [row] : []))),
        again: (row) => <AgainRow item={items[row]?.item} report={report} writing={writing} />,
      },
    },
    { key: 'items-note', content: <Note report={report} writing={writing} /> },
  ];
}

/** Numbers and titles of the programs, in the order of the items. */
export function programsOf(report: SectionReport): readonly string[] {
  return [...new Set(report.items.map((item) => `${item.programNumber} ${item.programTitle}`))];
}

function ProgramRow({ item }: { readonly item: ReportItem }): ReactElement {
  return (
    <tr className="program">
      <th scope="rowgroup" colSpan={5}>
        {item.programNumber} {item.programTitle}
      </th>
    </tr>
  );
}

function resultsOf(item: ReportItem, { say }: Writing): string {
  return item.results ?? say(item.checkApproved ? 'items.no_results' : 'items.not_approved');
}

interface ItemRowProps {
  readonly item: ReportItem;
  /** What fits into the first row of the item. */
  readonly results: string;
  readonly writing: Writing;
}

function ItemRow({ item, results, writing }: ItemRowProps): ReactElement {
  const { say, named, amount } = writing;
  const move = gradeMove(item.grade, item.lastGrade);
  return (
    <tr>
      <th scope="row" className="item">
        <b>{item.marker}</b>
        {say('gap')}
        <Link to={`/items/${encodeURIComponent(item.key)}`}>{item.text}</Link>
      </th>
      <td data-label={say('items.results_short')}>{results}</td>
      <td className="c" data-label={say('items.grade')}>
        <b className="gl">
          <ToSheet item={item} stage="check">
            {item.grade ?? say('none')}
          </ToSheet>
        </b>
        <span data-before={say('items.grade_before')}>
          {item.lastGrade ?? say('none')}
          {move !== null && ` ${say(`move.${move}`)}`}
        </span>
      </td>
      <td className="c" data-label={say('items.direction')}>
        <ToSheet item={item} stage="act">
          {item.direction === null ? say('none') : named('direction', item.direction)}
        </ToSheet>
      </td>
      <td className="num" data-label={say('items.money')}>
        {amount(item.settled)}
        <br />
        <span>{amount(item.budget)}</span>
      </td>
    </tr>
  );
}

interface ToSheetProps {
  readonly item: ReportItem;
  readonly stage: 'check' | 'act';
  readonly children: string;
}

/** What a sheet says leads to it, for who may read it. */
function ToSheet({ item, stage, children }: ToSheetProps): ReactNode {
  const id = item.stages.find((one) => one.stage === stage)?.taskStageId ?? null;
  const says = stage === 'check' ? item.grade : item.direction;
  return id === null || says === null ? children : <Link to={`/sheets/${id}`}>{children}</Link>;
}

interface AgainRowProps {
  readonly item: ReportItem | undefined;
  readonly report: SectionReport;
  readonly writing: Writing;
}

/** Whose results go on at the top of a page. */
function AgainRow({ item, report, writing: { say } }: AgainRowProps): ReactElement {
  return (
    <tbody className="again">
      <tr>
        <th scope="row" colSpan={5}>
          {item && say('items.again', { item: itemName(item, report), text: item.text })}
        </th>
      </tr>
    </tbody>
  );
}

/** More of an item's results; a page ends before it only where the item is longer than a page. */
function MoreRow({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <tbody>
      <tr className="more">
        <td />
        <td colSpan={4}>{children}</td>
      </tr>
    </tbody>
  );
}

function Note({
  report,
  writing,
}: {
  readonly report: SectionReport;
  readonly writing: Writing;
}): ReactElement {
  const { say, named } = writing;
  const { sheets, approved } = report.completion;
  const grades = (['A', 'B', 'C', 'D'] as const).map((grade) => `${grade} ${named('grade', grade)}`);
  const used = usedSheets(report, writing);
  return (
    <>
      <p className="sm note">
        {say('items.grades', { grades: grades.join(say('gap')) })}
        {say('items.separator')}
        {say(sheets === approved ? 'items.all_approved' : 'items.some_approved', { sheets, approved })}
      </p>
      {used.length > 0 && (
        <p className="sm">{say('items.versions', { list: used.join(say('items.separator')) })}</p>
      )}
    </>
  );
}

/** The stages of a year, as they follow each other. */
const ORDER: readonly string[] = ['plan', 'do', 'check', 'act', 'review'];

/**
 * 計画 第1版・点検 第6版：ア、イ and so on: every version of the sheets that the paper was made from. Items of which the same
 * versions were used share a line.
 */
function usedSheets(report: SectionReport, { say, named }: Writing): readonly string[] {
  const itemsOf = new Map<string, string[]>();
  for (const item of report.items) {
    const own = report.sheetVersions.filter((one) => one.key === item.key);
    const stages = ORDER.filter((stage) => own.some((one) => one.stage === stage)).map((stage) => {
      const versions = [...new Set(own.filter((one) => one.stage === stage).map((one) => one.version))];
      return say('items.version', {
        stage: named('stage', stage),
        version: versions.sort((one, other) => one - other).join(say('items.and')),
      });
    });
    if (stages.length === 0) continue;
    const used = stages.join(say('items.and'));
    itemsOf.set(used, [...(itemsOf.get(used) ?? []), itemName(item, report)]);
  }
  return [...itemsOf].map(([stages, items]) =>
    say('items.used', { stages, items: items.join(say('comma')) }),
  );
}
