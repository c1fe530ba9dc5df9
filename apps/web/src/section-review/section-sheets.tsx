import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { sectionReportQuery } from '../api/reports';
import type { IndicatorView, ReportItem, SectionReport } from '../api';
import { JudgementBadge, judgementOf, useValues } from '../charts';
import { Card, Failed, Grade, Icon, Loading, StageMark, useFormats, WorkBadge } from '../parts';
import { hasWords, useWords } from '../words';
import { moveOf } from './draft-opinion';
import { SECTION_REVIEW } from './words';
import './section-review.css';

interface SectionSheetsProps {
  readonly fiscalYear: number;
  readonly sectionKey: string;
  /** Below the table: what to do with what it says. */
  readonly children?: (report: SectionReport) => ReactNode;
}

/** All sheets of a section side by side: what its grade and opinion are drafted from. */
export default function SectionSheets({
  fiscalYear,
  sectionKey,
  children,
}: SectionSheetsProps): ReactElement {
  const say = useWords(SECTION_REVIEW);
  const { data: report, error, refetch } = useQuery(sectionReportQuery(fiscalYear, sectionKey));
  if (!report) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={4} />;
  const confirmed = (stage: string) =>
    report.items.filter((item) => item.stages.some((one) => one.stage === stage && one.state === 'approved'))
      .length;
  return (
    <Card
      title={say('title')}
      hint={say('hint', { items: report.items.length, check: confirmed('check'), act: confirmed('act') })}
      end={
        <Link to={`/reports/${fiscalYear}/sections/${encodeURIComponent(sectionKey)}`}>{say('report')}</Link>
      }
      bare
      className="side-by-side"
    >
      {report.indicators.length > 0 && <Indicators report={report} />}
      <ItemTable report={report} />
      <div className="sbs-foot">
        <Answers report={report} />
        {children?.(report)}
      </div>
    </Card>
  );
}

function Indicators({ report }: { readonly report: SectionReport }): ReactElement {
  const say = useWords(SECTION_REVIEW);
  return (
    <ul className="sbs-indicators" aria-label={say('indicators')}>
      {report.indicators.map((indicator) => (
        <Indicator key={indicator.key} indicator={indicator} fiscalYear={report.fiscalYear} />
      ))}
    </ul>
  );
}

/** Name, actual and expected value, badge with what stands beside it. */
function Indicator({
  indicator,
  fiscalYear,
}: {
  readonly indicator: IndicatorView;
  readonly fiscalYear: number;
}): ReactElement {
  const say = useWords(SECTION_REVIEW);
  const { year } = useFormats();
  const { withUnit, word } = useValues(indicator);
  const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  const expected = judgementOf(indicator, fiscalYear)?.expected ?? null;
  const value =
    actual?.milestone != null
      ? word(actual.milestone)
      : actual?.value != null
        ? withUnit(actual.value)
        : null;
  return (
    <li>
      <b>{indicator.name}</b>
      <span>
        {value === null
          ? say('indicator.no_value', { year: year(fiscalYear) })
          : expected === null
            ? say('indicator.actual', { actual: value })
            : say('indicator.values', { actual: value, expected: withUnit(expected) })}
      </span>
      <span>
        <JudgementBadge indicator={indicator} fiscalYear={fiscalYear} />
      </span>
    </li>
  );
}

function ItemTable({ report }: { readonly report: SectionReport }): ReactElement {
  const say = useWords(SECTION_REVIEW);
  const { costs, items } = report;
  const heads = ['item', 'results', 'grade', 'direction', 'issues'] as const;
  return (
    <table className="sbs">
      <caption className="sr">{say('title')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {say(head)}
            </th>
          ))}
          <th scope="col" className="num">
            {say('money')}
            <span className="sub">{say('money.unit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow key={item.key} item={item} report={report} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={5}>
            {say('sum', { items: items.length })}
          </th>
          <td className="num" data-label={say('money')}>
            <Money
              settled={costs.executionRate === null ? null : costs.settled}
              budget={costs.budget}
              rate={costs.executionRate}
            />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function ItemRow({
  item,
  report,
}: {
  readonly item: ReportItem;
  readonly report: SectionReport;
}): ReactElement {
  const say = useWords(SECTION_REVIEW);
  const { plainFullDay } = useFormats();
  const promises = report.commitments.filter((one) => one.key === item.key);
  const wordOf = (group: string, code: string) => {
    const key = `${group}.${code}`;
    return hasWords(SECTION_REVIEW, key) ? say(key) : code;
  };
  return (
    <tr>
      <th scope="row">
        <Link to={`/items/${encodeURIComponent(item.key)}`}>
          {item.marker}
          {say('gap')}
          {item.text}
        </Link>
        <span className="sub">{item.leadName ?? say('none')}</span>
        <Stages item={item} />
      </th>
      <td data-label={say('results')}>
        <div>
          {item.progress !== null && (
            <p className="sub">{say('progress', { word: wordOf('progress', item.progress) })}</p>
          )}
          <p className="written">
            {item.checkApproved ? (item.results ?? say('none')) : say('not_confirmed')}
          </p>
        </div>
      </td>
      <td data-label={say('grade')}>
        <GradeOf item={item} />
      </td>
      <td data-label={say('direction')}>
        <span>{item.direction === null ? say('none') : wordOf('direction', item.direction)}</span>
      </td>
      <td data-label={say('issues')}>
        <div>
          <p className="written">{item.issues ?? say('none')}</p>
          {promises.map(({ what, who, dueOn }, at) => (
            <p className="sub" key={at}>
              {say('promise', { what, who, date: plainFullDay(dueOn) })}
            </p>
          ))}
        </div>
      </td>
      <td className="num" data-label={say('money')}>
        <Money settled={item.settled} budget={item.budget} />
      </td>
    </tr>
  );
}

interface MoneyProps {
  readonly settled: string | null;
  readonly budget: string | null;
  readonly rate?: string | null;
}

/** What was settled, of which budget; － while one is unknown. */
function Money({ settled, budget, rate = null }: MoneyProps): ReactElement {
  const say = useWords(SECTION_REVIEW);
  const { money, percent } = useFormats();
  return (
    <span>
      {settled === null ? say('none') : money(settled)}
      <span className="sub">{budget === null ? say('none') : money(budget)}</span>
      {rate !== null && <span className="sub">{say('rate', { rate: percent(rate) })}</span>}
    </span>
  );
}

/** Where each stage stands, one step from its sheet for who may read it. */
function Stages({ item }: { readonly item: ReportItem }): ReactElement {
  const say = useWords(SECTION_REVIEW);
  const parts = useWords('parts');
  return (
    <ul className="sbs-stages">
      {item.stages.map(({ stage, state, taskStageId }) => {
        const mark = (
          <>
            <StageMark stage={stage} />
            <WorkBadge state={state} />
          </>
        );
        const name = say('stage.open', { item: item.marker, stage: parts(`stage.${stage}`) });
        return (
          <li key={stage}>
            {taskStageId === null ? (
              mark
            ) : (
              <Link to={`/sheets/${taskStageId}`} title={name}>
                {mark}
                <span className="sr">{name}</span>
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function GradeOf({ item: { grade, lastGrade } }: { readonly item: ReportItem }): ReactElement {
  const say = useWords(SECTION_REVIEW);
  const move = moveOf(grade, lastGrade);
  return (
    <span className="sbs-grade">
      {grade === null ? say('none') : <Grade grade={grade} />}
      <span className="sub">
        {move !== null && <Icon name={move === 'up' ? 'close-up' : 'open'} small />}
        {lastGrade === null
          ? say('grade.no_last')
          : say(move === null ? 'grade.last' : `grade.${move}`, { grade: lastGrade })}
      </span>
    </span>
  );
}

function Answers({ report: { answered } }: { readonly report: SectionReport }): ReactElement | null {
  const say = useWords(SECTION_REVIEW);
  const all = answered.done + answered.changed + answered.dropped + answered.open;
  return all === 0 ? null : <p className="sub">{say('answers', { all, ...answered })}</p>;
}
