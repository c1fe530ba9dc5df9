import './compare.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { planReportQuery } from '../api/reports';
import type { PlanReport } from '../api';
import { Card, Failed, Grade, Icon, Loading, useFormats } from '../parts';
import { useWords } from '../words';
import { compareSections, compareYears } from './compare';
import type { Compared, ComparedSection } from './compare';
import { OVERVIEW } from './words';

/** 年度を比べる: another year beside this one, each figure with its change in sign and word. */
export function CompareCard({ report }: { readonly report: PlanReport }): ReactElement | null {
  const say = useWords(OVERVIEW);
  const { year } = useFormats();
  const [params, setParams] = useSearchParams();
  // Always the later year less the earlier one: a change has a direction.
  const others = report.years.filter((one) => one < report.fiscalYear).toSorted((a, b) => b - a);
  const chosen = others.find((one) => String(one) === params.get('beside'));
  if (others.length === 0) return null;
  const choose = (value: string) =>
    setParams(value === '' ? {} : { beside: value }, { preventScrollReset: true });
  return (
    <Card
      title={say('compare.title')}
      hint={
        chosen !== undefined && say('compare.hint', { now: year(report.fiscalYear), beside: year(chosen) })
      }
      end={
        <label className="compare-choice">
          <span>{say('compare.choose')}</span>
          <select className="input" value={chosen ?? ''} onChange={({ target }) => choose(target.value)}>
            <option value="">{say('compare.none')}</option>
            {others.map((one) => (
              <option key={one} value={one}>
                {year(one)}
              </option>
            ))}
          </select>
        </label>
      }
      bare
      className="compare"
    >
      {chosen !== undefined && <Beside report={report} fiscalYear={chosen} />}
    </Card>
  );
}

interface BesideProps {
  readonly report: PlanReport;
  readonly fiscalYear: number;
}

function Beside({ report, fiscalYear }: BesideProps): ReactElement {
  const say = useWords(OVERVIEW);
  const { year } = useFormats();
  const { data: beside, error, refetch } = useQuery(planReportQuery(fiscalYear));
  if (!beside) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={5} />;
  const years = { now: year(report.fiscalYear), beside: year(fiscalYear) };
  return (
    <>
      <CompareTable
        caption={say('compare.title')}
        heads={[say('compare.what'), years.now, years.beside, say('compare.change')]}
      >
        {compareYears(report, beside).map((one) => (
          <FigureRow key={one.key} compared={one} years={years} />
        ))}
      </CompareTable>
      <CompareTable
        caption={say('compare.sections')}
        heads={[
          say('compare.sections'),
          `${say('compare.grade')} ${years.now}`,
          `${say('compare.grade')} ${years.beside}`,
          say('compare.change'),
          say('compare.rate'),
          say('compare.approved'),
        ]}
      >
        {compareSections(report, beside).map((one) => (
          <SectionCompared
            key={one.section.key}
            compared={one}
            years={years}
            fiscalYear={report.fiscalYear}
          />
        ))}
      </CompareTable>
    </>
  );
}

interface CompareTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

function CompareTable({ caption, heads, children }: CompareTableProps): ReactElement {
  return (
    <table>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface Years {
  readonly now: string;
  readonly beside: string;
}

function FigureRow({
  compared,
  years,
}: {
  readonly compared: Compared;
  readonly years: Years;
}): ReactElement {
  const say = useWords(OVERVIEW);
  const { percent, number } = useFormats();
  const { key, now, beside, change, because } = compared;
  const isShare = key === 'share' || key === 'approved' || key === 'rate';
  const write = (value: string | null) =>
    value === null ? say('none') : isShare ? percent(value) : number(value);
  return (
    <tr>
      <th scope="row">{say(`compare.${key}`)}</th>
      <td data-label={years.now}>{write(now)}</td>
      <td data-label={years.beside}>{write(beside)}</td>
      <td data-label={say('compare.change')}>
        {because === 'rule' ? (
          <span className="sub">{say('compare.rule')}</span>
        ) : (
          <Change change={change} points={isShare} />
        )}
      </td>
    </tr>
  );
}

/** ＋5.6ポイント 増えた: sign, word and arrow say the same, no colour is needed. */
function Change({
  change,
  points,
}: {
  readonly change: string | null;
  readonly points?: boolean;
}): ReactElement {
  const say = useWords(OVERVIEW);
  const { signed } = useFormats();
  if (change === null) return <span className="sub">{say('compare.unknown')}</span>;
  const move = /^-?0*(\.0*)?$/.test(change) ? 'same' : change.startsWith('-') ? 'down' : 'up';
  const value = signed(change);
  return (
    <span className="change">
      {move !== 'same' && <Icon name={move === 'up' ? 'close-up' : 'open'} small />}
      {points ? say('compare.points', { value }) : value}
      <span className="sub">{say(`compare.${move}`)}</span>
    </span>
  );
}

interface SectionComparedProps {
  readonly compared: ComparedSection;
  readonly years: Years;
  readonly fiscalYear: number;
}

function SectionCompared({ compared, years, fiscalYear }: SectionComparedProps): ReactElement {
  const say = useWords(OVERVIEW);
  const { section, beside, grade, rate, approved } = compared;
  const letter = (one: PlanReport['sections'][number] | null) =>
    one?.grade ? <Grade grade={one.grade} /> : <span className="sub">{say('matrix.no_grade')}</span>;
  return (
    <tr>
      <th scope="row">
        <Link to={`/reports/${fiscalYear}/sections/${encodeURIComponent(section.key)}`}>
          {section.number}　{section.title}
        </Link>
      </th>
      <td data-label={`${say('compare.grade')} ${years.now}`}>{letter(section)}</td>
      <td data-label={`${say('compare.grade')} ${years.beside}`}>{letter(beside)}</td>
      <td data-label={say('compare.change')}>
        <GradeSteps steps={grade} />
      </td>
      <td data-label={say('compare.rate')}>
        <Change change={rate} points />
      </td>
      <td data-label={say('compare.approved')}>
        <Change change={approved} points />
      </td>
    </tr>
  );
}

function GradeSteps({ steps }: { readonly steps: number | null }): ReactElement {
  const say = useWords(OVERVIEW);
  if (steps === null) return <span className="sub">{say('compare.unknown')}</span>;
  if (steps === 0) return <span className="sub">{say('compare.same')}</span>;
  return (
    <span className="change">
      <Icon name={steps > 0 ? 'close-up' : 'open'} small />
      {say(steps > 0 ? 'compare.grade_up' : 'compare.grade_down', { count: Math.abs(steps) })}
    </span>
  );
}
