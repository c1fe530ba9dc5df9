import { memo } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { PlanTree } from '../api';
import { Icon } from '../parts';
import { GrowingList } from '../parts/growing-list';
import { useWords } from '../words';
import { ItemList } from './item-list';
import { Marked } from './marked';
import { itemCount } from './plan-tree';
import type { FoundSection } from './search-plan';
import { searchPlan } from './search-plan';
import { PLAN } from './words';

interface SectionTreeProps {
  readonly plan: PlanTree;
}

/** Every section to be opened. */
export const SectionTree = memo(function SectionTree({ plan }: SectionTreeProps): ReactElement {
  const sections = searchPlan(plan, '');
  return (
    <ul className="sections">
      {sections
        .filter(({ section }) => section.programs.length + section.indicators.length > 0)
        .map((one) => (
          <li key={one.section.key} className="card">
            <Section found={one} query="" open={false} />
          </li>
        ))}
    </ul>
  );
});

interface FoundTreeProps {
  readonly found: readonly FoundSection[];
  readonly query: string;
}

/** What the words of a search stand in, opened. */
export const FoundTree = memo(function FoundTree({ found, query }: FoundTreeProps): ReactElement {
  const say = useWords(PLAN);
  if (found.length === 0)
    return <p className="card nothing">{say('search.nothing', { query: query.trim() })}</p>;
  return (
    <GrowingList
      listed={query}
      className="sections"
      rows={found}
      step={SECTIONS}
      row={(one, place) => (
        <li key={one.section.key} className="card" {...place}>
          <Section found={one} query={query} open />
        </li>
      )}
    />
  );
});

/** Sections of what was found that are drawn at a time: one may hold hundreds of items. */
const SECTIONS = 1;

interface SectionProps {
  readonly found: FoundSection;
  readonly query: string;
  readonly open: boolean;
}

function Section({ found: { section, indicators, programs }, query, open }: SectionProps): ReactElement {
  const say = useWords(PLAN);
  return (
    <details open={open}>
      <summary>
        <Icon name="next" />
        <h3>
          <span className="no">{section.number}</span>
          <Marked text={section.title} query={query} />
        </h3>
        <span className="sub">
          {say('section.sum', {
            programs: section.programs.length,
            items: itemCount(section),
            indicators: section.indicators.length,
          })}
        </span>
      </summary>
      <p className="open-section">
        <Link to={`/plan/${encodeURIComponent(section.key)}`}>
          {say('section.open', { section: section.number })}
        </Link>
      </p>
      {indicators.length > 0 && (
        <ul className="named">
          {indicators.map(({ key, name, unit }) => (
            <li key={key}>
              <Icon name="chart" small />
              <Marked text={unit === '' ? name : say('indicator.name', { name, unit })} query={query} />
            </li>
          ))}
        </ul>
      )}
      {programs.map(({ program, items }) => (
        <section key={program.key} className="program" aria-label={`${program.number} ${program.title}`}>
          <h4>
            {program.number} <Marked text={program.title} query={query} />
          </h4>
          <ItemList items={items} query={query} />
        </section>
      ))}
    </details>
  );
}
