import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { IndicatorList, JudgementStatus } from '../api';
import { Icon, statusLook } from '../parts';
import { useWords } from '../words';
import { STATUSES } from './filter-address';
import type { Filter } from './filter-address';
import { countStatuses } from './indicator-filter';
import { INDICATORS } from './words';

interface FilterBarProps {
  readonly list: IndicatorList;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Chips that count and filter at once, the section, and a search in the names. */
export function FilterBar({ list, filter, onFilter }: FilterBarProps): ReactElement {
  const say = useWords(INDICATORS);
  const counts = useMemo(() => countStatuses(list), [list]);
  const sections = useMemo(
    () => new Map(list.indicators.map((one) => [one.sectionKey, `${one.sectionNumber} ${one.sectionTitle}`])),
    [list],
  );
  const toggle = (status: JudgementStatus) => {
    const statuses = filter.statuses.includes(status)
      ? filter.statuses.filter((one) => one !== status)
      : [...filter.statuses, status];
    onFilter({ ...filter, statuses });
  };
  return (
    <div className="filter" role="search">
      <div className="chips" role="group" aria-label={say('filter.status')}>
        <button
          type="button"
          className="chip"
          aria-pressed={filter.statuses.length === 0}
          onClick={() => onFilter({ ...filter, statuses: [] })}
        >
          {say('filter.all', { number: list.indicators.length })}
        </button>
        {STATUSES.filter((status) => counts.has(status)).map((status) => (
          <StatusChip
            key={status}
            status={status}
            count={counts.get(status) ?? 0}
            pressed={filter.statuses.includes(status)}
            onPress={() => toggle(status)}
          />
        ))}
      </div>
      <div className="filter-fields">
        <label>
          <span className="label">{say('filter.section')}</span>
          <select
            className="input"
            value={filter.section}
            onChange={(event) => onFilter({ ...filter, section: event.target.value })}
          >
            <option value="">{say('filter.every_section')}</option>
            {[...sections].map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{say('filter.search')}</span>
          <input
            type="search"
            className="input"
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          />
        </label>
      </div>
    </div>
  );
}

interface StatusChipProps {
  readonly status: JudgementStatus;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function StatusChip({ status, count, pressed, onPress }: StatusChipProps): ReactElement {
  const say = useWords(INDICATORS);
  const parts = useWords('parts');
  return (
    <button
      type="button"
      className={`chip ${statusLook(status).tone}`}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={statusLook(status).icon} small />
      {parts(`status.${status}`)}
      <b aria-hidden="true">{count}</b>
      <span className="sr">{say('filter.status_count', { number: count })}</span>
    </button>
  );
}
