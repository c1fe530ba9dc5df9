import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { Button, JudgementBadge } from '../parts';
import { Sentence } from '../words/sentence';
import { judgementOf } from './judgement-basis';
import type { IndicatorProps } from './judgement-badge';
import { totalsToDate } from './chart-series';
import { useValues } from './use-values';
import type { Values } from './use-values';
import { CHARTS } from './words';

interface TableProps extends IndicatorProps {
  /** On paper, where the additions to the year's badge already stand above. */
  readonly plainBadges?: boolean;
}

/** Every year of an indicator with expected value, progress, pace and judgement: the chart as a table. */
export function IndicatorTable({ indicator, fiscalYear, plainBadges }: TableProps): ReactElement {
  const { say } = useValues(indicator);
  const totals = indicator.kind === 'plan_total';
  return (
    <div
      className="indicator-scroll"
      role="region"
      tabIndex={0}
      aria-label={say('table.caption', { name: indicator.name })}
    >
      <table className="tb yr">
        <caption className="sr">{say('table.caption', { name: indicator.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('table.year')}</th>
            <Head word={say('table.actual')} />
            {totals && <Head word={say('table.total')} />}
            <Head word={say('table.expected')} />
            <Head word={say('table.progress')} />
            <Head word={say('table.pace')} />
            <th scope="col">{say('table.status')}</th>
          </tr>
        </thead>
        <tbody>
          {yearsOf(indicator).map((year) => (
            <YearRow
              key={year}
              indicator={indicator}
              fiscalYear={year}
              current={year === fiscalYear}
              plain={plainBadges === true}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Head = ({ word }: { readonly word: string }): ReactElement => (
  <th scope="col" className="num">
    {word}
  </th>
);

function YearRow({
  indicator,
  fiscalYear,
  current,
  plain,
}: IndicatorProps & { readonly current: boolean; readonly plain: boolean }): ReactElement {
  const values = useValues(indicator);
  const { say, number, value, percent } = values;
  const judgement = judgementOf(indicator, fiscalYear);
  const expected =
    judgement?.expected ??
    indicator.expectedPath.find((point) => point.fiscalYear === fiscalYear)?.value ??
    null;
  const isBaseline = indicator.baseline?.fiscalYear === fiscalYear;
  const none = say('table.none');
  const show = (text: string | null | undefined, write: (text: string) => string = value): string =>
    text === null || text === undefined ? none : write(text);
  return (
    <tr className={current ? 'cur' : undefined} aria-current={current ? 'true' : undefined}>
      <th scope="row">
        <BothYears fiscalYear={fiscalYear} values={values} />
      </th>
      <td className="num">{show(actualText(indicator, fiscalYear))}</td>
      {indicator.kind === 'plan_total' && (
        <td className="num">{show(totalsToDate(indicator).get(fiscalYear))}</td>
      )}
      <td className="num">{show(isBaseline ? null : expected)}</td>
      <td className="num">{show(judgement?.progress, (text) => percent(number(text)))}</td>
      <td className="num">{show(judgement?.pace, (text) => percent(number(text)))}</td>
      <td>
        {judgement && !isBaseline ? (
          <JudgementBadge judgement={plain ? { ...judgement, byRounding: false } : judgement} />
        ) : (
          yearName(indicator, fiscalYear, values)
        )}
      </td>
    </tr>
  );
}

/** R3(2021); in English the year is the same in both calendars and said once. */
function BothYears({
  fiscalYear,
  values: { shortYear, year },
}: {
  readonly fiscalYear: number;
  readonly values: Values;
}): ReactElement {
  const short = shortYear(fiscalYear);
  if (short === String(fiscalYear)) return <>{year(fiscalYear)}</>;
  return (
    <Sentence
      of={CHARTS}
      say="table.yearBoth"
      values={{ short, year: fiscalYear }}
      parts={{ western: <span className="western" /> }}
    />
  );
}

function actualText(indicator: IndicatorProps['indicator'], fiscalYear: number): string | null {
  const actual = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  const written = actual?.milestone ?? actual?.value;
  if (written != null) return written;
  return indicator.baseline?.fiscalYear === fiscalYear ? indicator.baseline.value : null;
}

function yearName(
  { baseline, targets }: IndicatorProps['indicator'],
  fiscalYear: number,
  { say }: Values,
): string {
  if (baseline?.fiscalYear === fiscalYear) return say('table.baseline');
  return targets.some((target) => target.fiscalYear === fiscalYear) ? say('table.target') : '';
}

/** From the first year that is known to the last target, none left out. */
export function yearsOf({ baseline, actuals, targets }: IndicatorProps['indicator']): readonly number[] {
  const known = [
    ...(baseline ? [baseline.fiscalYear] : []),
    ...actuals.map((actual) => actual.fiscalYear),
    ...targets.map((target) => target.fiscalYear),
  ];
  if (known.length === 0) return [];
  const first = Math.min(...known);
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => first + at);
}

/** 表で見る: the table below its chart, opened and closed by one button. */
export function IndicatorTableToggle(props: IndicatorProps): ReactElement {
  const { say } = useValues(props.indicator);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button small icon="table" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {say(open ? 'table.close' : 'table.open')}
        <span className="sr">{props.indicator.name}</span>
      </Button>
      <div id={id} hidden={!open} className="indicator-table-place">
        {open && <IndicatorTable {...props} />}
      </div>
    </>
  );
}
