import type { ReactElement } from 'react';
import type { PlanPreview } from '../api';
import { formatNumber, useFormats } from '../parts';
import { useWords } from '../words';
import type { ReadIndicator, ReadSection } from './plan-reading';
import { EXCHANGE } from './words';

const TOTALS = ['sections', 'policies', 'indicators', 'programs', 'items'] as const;

/** The counts and the whole tree that was read, each entry beside the line it came from. */
export function PlanRead({ plan }: { readonly plan: PlanPreview }): ReactElement {
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
            <dd>{plan.totals[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="sub">{say('plan.tree_hint')}</p>
      <div className="read-tree">
        {plan.sections.map((section) => (
          <Section key={section.key} section={section} />
        ))}
      </div>
    </section>
  );
}

function Section({ section }: { readonly section: ReadSection }): ReactElement {
  const say = useWords(EXCHANGE);
  const { policies, indicators, programs } = section;
  const items = programs.reduce((sum, program) => sum + program.items.length, 0);
  return (
    <details>
      <summary>
        <b>
          {section.number} {section.title}
        </b>
        <span className="sub">
          {say('plan.section_counts', {
            policies: policies.length,
            indicators: indicators.length,
            programs: programs.length,
            items,
          })}
        </span>
        <Line line={section.line} />
      </summary>
      <ul>
        {policies.map(({ text, line }) => (
          <Entry key={line} label={say('total.policies')} line={line}>
            {text}
          </Entry>
        ))}
        {indicators.map((indicator) => (
          <Entry key={indicator.key} label={say('total.indicators')} line={indicator.line}>
            <Indicator indicator={indicator} />
          </Entry>
        ))}
        {programs.map((program) => (
          <Entry key={program.key} label={say('total.programs')} line={program.line}>
            <b>{program.title}</b>
            <ul>
              {program.items.map((item) => (
                <Entry key={item.key} label={item.marker} line={item.line}>
                  {item.text}
                </Entry>
              ))}
            </ul>
          </Entry>
        ))}
      </ul>
    </details>
  );
}

interface EntryProps {
  readonly label: string;
  readonly line: number;
  readonly children: React.ReactNode;
}

function Entry({ label, line, children }: EntryProps): ReactElement {
  return (
    <li>
      <span className="sub">{label}</span>
      <div>{children}</div>
      <Line line={line} />
    </li>
  );
}

function Line({ line }: { readonly line: number }): ReactElement {
  const say = useWords(EXCHANGE);
  return <span className="line sub">{say('plan.line', { line })}</span>;
}

function Indicator({ indicator }: { readonly indicator: ReadIndicator }): ReactElement {
  const say = useWords(EXCHANGE);
  const { year } = useFormats();
  const written = ({ value, year: at }: { value: string; year: number | null }): string =>
    at === null ? formatNumber(value) : say('plan.with_year', { value: formatNumber(value), year: year(at) });
  const bound = indicator.direction === 'down' ? 'plan.ceiling' : 'plan.floor';
  const targets = indicator.targets.map((target) =>
    indicator.floor ? say(bound, { value: written(target) }) : written(target),
  );
  const target = [indicator.targetWords, ...targets].filter((one) => one !== null).join(say('comma'));
  return (
    <>
      {indicator.name}
      <span className="sub block">
        {say('plan.indicator_line', {
          unit: indicator.unit === '' ? say('plan.none') : indicator.unit,
          baseline: indicator.baseline === null ? say('plan.none') : written(indicator.baseline),
          target: target === '' ? say('plan.none') : target,
          direction: say(`direction.${indicator.direction}`),
        })}
      </span>
    </>
  );
}
