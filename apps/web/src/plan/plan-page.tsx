import './plan.css';
import './policy-system.css';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { planQuery } from '../api';
import type { PlanTree } from '../api';
import { Card, Empty, Failed, Icon, Loading, Notice, PageTitle, useFormats } from '../parts';
import { useKeptParams } from '../parts/use-kept-params';
import { useWords } from '../words';
import { PolicySystem } from './policy-system';
import { searchPlan } from './search-plan';
import { FoundTree, SectionTree } from './section-tree';
import { PLAN } from './words';

/** 計画: the whole plan with search, and the picture of its policies. */
export default function PlanPage(): ReactElement {
  const say = useWords(PLAN);
  const { data, error, refetch } = useQuery(planQuery);
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  if (data.sections.length === 0) {
    return (
      <Empty title={say('empty')}>
        <p>{say('empty.next')}</p>
      </Empty>
    );
  }
  return <Plan plan={data} />;
}

function Plan({ plan }: { readonly plan: PlanTree }): ReactElement {
  const say = useWords(PLAN);
  const { year, number } = useFormats();
  const [params, keep] = useKeptParams();
  const [query, setQuery] = useState(() => params.get('q') ?? '');
  const asked = useDeferredValue(query);
  const found = useMemo(() => (asked.trim() === '' ? null : searchPlan(plan, asked)), [plan, asked]);
  const { totals } = plan;
  return (
    <div className="plan">
      <p className="sub">
        {say('period', { first: year(plan.firstFiscalYear), last: year(plan.lastFiscalYear) })}
      </p>
      <PageTitle tab={plan.title}>{plan.title}</PageTitle>
      <p className="totals">
        {say('totals', {
          sections: number(totals.sections),
          policies: number(totals.policies),
          indicators: number(totals.indicators),
          programs: number(totals.programs),
          items: number(totals.items),
        })}
      </p>
      {totals.itemsWithoutLead > 0 && (
        <Notice>{say('without_lead', { number: totals.itemsWithoutLead })}</Notice>
      )}
      <div className="search" role="search">
        <label className="label" htmlFor="plan-search">
          {say('search.label')}
        </label>
        <div className="search-box">
          <Icon name="search" />
          <input
            id="plan-search"
            type="search"
            className="input"
            value={query}
            placeholder={say('search.example')}
            onChange={({ target }) => {
              setQuery(target.value);
              keep({ q: target.value });
            }}
          />
        </div>
      </div>
      {/* What is hidden while one searches stays: drawing a plan of thousands of items anew would be felt. */}
      <div hidden={found !== null}>
        <Card title={say('system.title')} hint={say('system.hint')}>
          <PolicySystem plan={plan} />
        </Card>
        <h2 className="tree-title">{say('tree.title')}</h2>
        <SectionTree plan={plan} />
      </div>
      <p className="sr" role="status">
        {found && say('search.found', { number: found.reduce((sum, { count }) => sum + count, 0) })}
      </p>
      {found && (
        <>
          <h2 className="tree-title">{say('tree.found')}</h2>
          <FoundTree found={found} query={asked} />
        </>
      )}
    </div>
  );
}
