import './submissions.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { boardQuery, submissionsQuery } from '../../api/cycles';
import type { SubmissionFilter } from '../../api/cycles';
import { Button, Failed, Loading, Pager, useFormats } from '../../parts';
import { useWords } from '../../words';
import { STAGE_ORDER } from '../cycle-draft';
import { CYCLE } from '../words';
import { SubmissionTable } from './submission-table';

const STATES = [
  'left',
  'overdue',
  'returned',
  'none',
  'drafting',
  'submitted',
  'approved',
  'not_applicable',
] as const;
/** In the address: whatever the state. */
const ANY = 'all';
const PAGE = 20;

interface SubmissionsProps {
  readonly fiscalYear: number;
  readonly today: string;
}

/** 提出の一覧: every sheet of the cycle with filters; the filter is the address, so it can be sent to somebody. */
export function Submissions({ fiscalYear, today }: SubmissionsProps): ReactElement {
  const say = useWords(CYCLE);
  const { year } = useFormats();
  const [params, setParams] = useSearchParams();
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash !== '#submissions') return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [hash, key]);
  const filter = filterOf(params);
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, refetch } = useQuery({
    ...submissionsQuery(fiscalYear, { ...filter, page, pageSize: PAGE }),
    placeholderData: (before) => before,
  });
  const board = useQuery(boardQuery(fiscalYear));
  const filtered = FILTERS.some((name) => params.has(name));
  const put = (name: string, value: string) => {
    // The address is newer than this render when two filters follow each other quickly.
    const next = new URLSearchParams(window.location.search);
    // What the list showed before anything was chosen stays chosen.
    if (!FILTERS.some((one) => next.has(one))) next.set('state', UNASKED);
    if (value !== '') next.set(name, value);
    else if (name === 'state') next.set(name, ANY);
    else next.delete(name);
    next.delete('page');
    setParams(next, { preventScrollReset: true });
  };
  const turn = (to: number) => {
    const next = new URLSearchParams(params);
    next.set('page', String(to));
    setParams(next);
    heading.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <section className="card submissions" aria-labelledby="submissions">
      <div className="card-head">
        <h2 id="submissions" ref={heading} tabIndex={-1}>
          {say('list.title_of', { year: year(fiscalYear) })}
        </h2>
        <span className="sub" role="status">
          {data && say(filtered ? 'list.filtered' : 'list.left', { number: data.total })}
        </span>
        {filtered && (
          <Button kind="quiet" className="end" onClick={() => setParams({}, { preventScrollReset: true })}>
            {say('list.clear')}
          </Button>
        )}
      </div>
      <Filters fiscalYear={fiscalYear} filter={filter} onPut={put} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data?.rows.length === 0 && <p className="card-body">{say('list.empty')}</p>}
      {data && data.rows.length > 0 && (
        <SubmissionTable rows={data.rows} columns={board.data?.columns ?? []} today={today} />
      )}
      {data && <Pager page={data.page} pageSize={data.pageSize} total={data.total} onPage={turn} />}
    </section>
  );
}

type Filter = Pick<SubmissionFilter, 'stage' | 'department' | 'state'>;

const FILTERS = ['stage', 'state', 'department'] as const;
/** Who asks for nothing sees what is left to do. */
const UNASKED = 'left';

function filterOf(params: URLSearchParams): Filter {
  if (!FILTERS.some((name) => params.has(name))) return { state: UNASKED };
  const stage = STAGE_ORDER.find((one) => one === params.get('stage'));
  const state = STATES.find((one) => one === params.get('state'));
  const department = params.get('department') ?? '';
  return { ...(stage && { stage }), ...(state && { state }), ...(department !== '' && { department }) };
}

interface FiltersProps {
  readonly fiscalYear: number;
  readonly filter: Filter;
  readonly onPut: (name: string, value: string) => void;
}

function Filters({ fiscalYear, filter, onPut }: FiltersProps): ReactElement {
  const say = useWords(CYCLE);
  const parts = useWords('parts');
  const { data } = useQuery(boardQuery(fiscalYear));
  const departments = (data?.rows ?? []).map(({ departmentCode, departmentName }) => ({
    value: departmentCode,
    name: departmentName,
  }));
  const choices = [
    { name: 'department', value: filter.department ?? '', options: departments },
    {
      name: 'stage',
      value: filter.stage ?? '',
      options: STAGE_ORDER.map((value) => ({ value, name: say(`stage.${value}`) })),
    },
    {
      name: 'state',
      value: filter.state ?? '',
      options: STATES.map((value) => ({
        value,
        name: value === 'left' ? say('list.state.left') : parts(`state.${value}`),
      })),
    },
  ];
  return (
    <div className="filters" role="search" aria-label={say('list.filter')}>
      {choices.map((choice) => (
        <label key={choice.name}>
          <span className="label">{say(`list.${choice.name}`)}</span>
          <select
            className="input"
            value={choice.value}
            onChange={(event) => onPut(choice.name, event.target.value)}
          >
            <option value="">{say('list.any')}</option>
            {choice.options.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
