import type { ReactElement } from 'react';
import { formatNumber, useFormats } from '../parts';
import { useWords } from '../words';
import type { ReadIndicator, ReadPlan } from './plan-reading';
import { EXCHANGE } from './words';

const TOTALS = ['sections', 'policies', 'indicators', 'programs', 'items'] as const;

/** The counts, sections and indicators that were read, each with the line it came from. */
export function PlanRead({ plan }: { readonly plan: ReadPlan }): ReactElement {
  const say = useWords(EXCHANGE);
  const { year } = useFormats();
  const { firstFiscalYear: first, lastFiscalYear: last } = plan;
  const period =
    first === null || last === null
      ? say('plan.unknown')
      : say('plan.period_value', { first: year(first), last: year(last) });
  return (
    <section aria-labelledby="plan-read">
      <h3 id="plan-read">{say('plan.read')}</h3>
      <dl className="counts">
        <div>
          <dt>{say('plan.period')}</dt>
          <dd>{period}</dd>
        </div>
        {TOTALS.map((name) => (
          <div key={name}>
            <dt>{say(`total.${name}`)}</dt>
            <dd>{plan.totals[name] ?? 0}</dd>
          </div>
        ))}
      </dl>
      <Sections plan={plan} />
      <Indicators plan={plan} />
    </section>
  );
}

function Sections({ plan }: { readonly plan: ReadPlan }): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <div className="read-table" role="region" tabIndex={0} aria-label={say('plan.sections')}>
      <table>
        <caption>{say('plan.sections')}</caption>
        <thead>
          <tr>
            <Line />
            <th scope="col">{say('plan.name')}</th>
            {(['policies', 'indicators', 'programs', 'items'] as const).map((name) => (
              <th scope="col" className="num" key={name}>
                {say(`total.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.sections.map((section) => (
            <tr key={section.line}>
              <td className="num sub">{section.line}</td>
              <th scope="row">
                {section.number} {section.title}
              </th>
              <td className="num">{section.policies}</td>
              <td className="num">{section.indicators}</td>
              <td className="num">{section.programs}</td>
              <td className="num">{section.items.reduce((sum, count) => sum + count, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line(): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <th scope="col" className="num">
      {say('plan.line_head')}
    </th>
  );
}

function Indicators({ plan }: { readonly plan: ReadPlan }): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <div className="read-table" role="region" tabIndex={0} aria-label={say('plan.indicators')}>
      <table>
        <caption>{say('plan.indicators')}</caption>
        <thead>
          <tr>
            <Line />
            <th scope="col">{say('plan.name')}</th>
            <th scope="col">{say('plan.unit')}</th>
            <th scope="col" className="num">
              {say('plan.baseline')}
            </th>
            <th scope="col" className="num">
              {say('plan.target')}
            </th>
            <th scope="col">{say('plan.direction')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.indicators.map((indicator) => (
            <IndicatorRow key={`${indicator.line}-${indicator.name}`} indicator={indicator} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IndicatorRow({ indicator }: { readonly indicator: ReadIndicator }): ReactElement {
  const say = useWords(EXCHANGE);
  const { year } = useFormats();
  const written = (value: string, at: number | null | undefined): string =>
    at == null ? formatNumber(value) : say('plan.with_year', { value: formatNumber(value), year: year(at) });
  return (
    <tr>
      <td className="num sub">{indicator.line}</td>
      <th scope="row">{indicator.name}</th>
      <td>{indicator.unit}</td>
      <td className="num">
        {indicator.baseline === null ? say('plan.none') : written(indicator.baseline, indicator.baselineYear)}
      </td>
      <td className="num">
        {targetsOf(indicator).map(({ value, year: at }) => (
          <span key={`${value}-${at}`} className="target">
            {indicator.floor
              ? say(indicator.direction === 'down' ? 'plan.ceiling' : 'plan.floor', {
                  value: written(value, at),
                })
              : written(value, at)}
          </span>
        ))}
      </td>
      <td>{say(`direction.${indicator.direction}`)}</td>
    </tr>
  );
}

function targetsOf({
  target,
  targets,
  targetWords,
  targetYear,
}: ReadIndicator): readonly { value: string; year: number | null }[] {
  if (targets !== undefined) return targets;
  const value = target ?? targetWords;
  return value === undefined ? [] : [{ value, year: targetYear ?? null }];
}
