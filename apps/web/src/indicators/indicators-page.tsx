import './indicators.css';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { indicatorsQuery } from '../api';
import { reportYearsQuery } from '../api/reports';
import type { IndicatorList } from '../api';
import { ChartLegend } from '../charts';
import { useSession } from '../frame/session';
import { Button, ButtonLink, Empty, Failed, Loading, PageTitle, useFormats } from '../parts';
import { GrowingList } from '../parts/growing-list';
import { useKeptParams } from '../parts/use-kept-params';
import { useWords } from '../words';
import { FilterBar } from './filter-bar';
import { IndicatorCard } from './indicator-card';
import { filterFrom, NO_FILTER, paramsOf } from './filter-address';
import type { Filter } from './filter-address';
import { filterIndicators } from './indicator-filter';
import { INDICATORS } from './words';

/** Cards drawn at a time: few enough that scrolling does not feel it. */
const CARDS = 9;

/** 検証指標: all indicators as small multiples with a filter. */
export default function IndicatorsPage(): ReactElement {
  const say = useWords(INDICATORS);
  const { roles } = useSession();
  const [params, keep] = useKeptParams();
  const [year, setYear] = useState(() => Number(params.get('year')) || undefined);
  const { data, error, refetch } = useQuery({
    ...indicatorsQuery(year),
    placeholderData: (before) => before,
  });
  // Whoever decides or checks enters nothing.
  const enters = !roles.some((role) => role === 'management' || role === 'auditor');
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  return (
    <div className="indicators">
      <div className="indicators-head">
        <div>
          <PageTitle tab={say('title')}>{say('title')}</PageTitle>
          <p className="sub">{say('lead')}</p>
        </div>
        {enters && (
          <ButtonLink to="/indicators/entry" icon="pen">
            {say('entry.open')}
          </ButtonLink>
        )}
        <YearChoice
          shown={data.fiscalYear}
          onYear={(chosen) => {
            setYear(chosen);
            keep({ year: String(chosen) });
          }}
        />
      </div>
      {data.indicators.length === 0 ? <Empty title={say('empty')} /> : <Wall list={data} />}
    </div>
  );
}

function Wall({ list }: { readonly list: IndicatorList }): ReactElement {
  const say = useWords(INDICATORS);
  const [params, keep] = useKeptParams();
  const [filter, setFilter] = useState(() => filterFrom(params));
  const choose = (next: Filter) => {
    setFilter(next);
    keep(paramsOf(next));
  };
  // The press is answered at once; the wall follows.
  const asked = useDeferredValue(filter);
  const shown = useMemo(() => filterIndicators(list, asked), [list, asked]);
  const filtered = shown.length < list.indicators.length;
  return (
    <>
      <FilterBar list={list} filter={filter} onFilter={choose} />
      <div className="shown">
        <p role="status">{say('filter.shown', { all: list.indicators.length, number: shown.length })}</p>
        {filtered && (
          <Button kind="quiet" onClick={() => choose(NO_FILTER)}>
            {say('filter.clear')}
          </Button>
        )}
        <ChartLegend />
      </div>
      {shown.length === 0 && <p className="card nothing">{say('filter.nothing')}</p>}
      <GrowingList
        listed={JSON.stringify([list.fiscalYear, asked])}
        className="wall"
        rows={shown}
        step={CARDS}
        row={(indicator, place) => (
          <IndicatorCard
            key={indicator.key}
            indicator={indicator}
            fiscalYear={list.fiscalYear}
            place={place}
          />
        )}
      />
    </>
  );
}

interface YearChoiceProps {
  readonly shown: number;
  readonly onYear: (year: number) => void;
}

function YearChoice({ shown, onYear }: YearChoiceProps): ReactElement {
  const say = useWords(INDICATORS);
  const { year } = useFormats();
  const { data } = useQuery(reportYearsQuery);
  const years = [...new Set([...(data?.years ?? []), shown])].sort((one, other) => other - one);
  return (
    <label className="year-choice">
      <span className="label">{say('year')}</span>
      <select className="input" value={shown} onChange={(event) => onYear(Number(event.target.value))}>
        {years.map((one) => (
          <option key={one} value={one}>
            {say('year.option', { year: year(one) })}
          </option>
        ))}
      </select>
    </label>
  );
}
