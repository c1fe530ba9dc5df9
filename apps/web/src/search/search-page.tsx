import './search.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReactElement, SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { LONGEST_QUERY, searchQuery } from '../api';
import type { SearchKind, SearchResult } from '../api';
import { useSession } from '../frame/session';
import { Button, Card, Empty, Failed, Loading, Notice, Pager, PageTitle, useFormats } from '../parts';
import { useWords } from '../words';
import { moveAmongHits } from './arrow-keys';
import { HitRow } from './hit-row';
import { SEARCH } from './words';

const KINDS: readonly SearchKind[] = ['plan', 'sheets', 'reports', 'people'];

/** The address of a search; what is the usual is left out. */
function addressOf(q: string, kind: SearchKind | null, page = 1): string {
  const params = new URLSearchParams({ q });
  if (kind !== null) params.set('kind', kind);
  if (page > 1) params.set('page', String(page));
  return `?${params}`;
}

/** 検索: words in the plan, in sheets, in reports and among people, by kind and in pages; its address can be kept. */
export default function SearchPage(): ReactElement {
  const say = useWords(SEARCH);
  const [params, setParams] = useSearchParams();
  const q = (params.get('q') ?? '').slice(0, LONGEST_QUERY);
  const kind = KINDS.find((one) => one === params.get('kind')) ?? null;
  const page = Math.max(1, Math.trunc(Number(params.get('page'))) || 1);
  const asked = q.trim() !== '';
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...searchQuery(q, kind, page),
    enabled: asked,
    placeholderData: (before) => before,
  });
  return (
    <div className="search-page" role="search" onKeyDown={moveAmongHits}>
      <PageTitle tab={asked ? say('tab', { words: q }) : say('title')}>{say('title')}</PageTitle>
      <Field key={q} q={q} onSearch={(words) => setParams(addressOf(words, null))} />
      {!asked && <Asking />}
      {asked && error && <Failed error={error} retry={() => void refetch()} />}
      {asked && !data && !error && <Loading rows={6} />}
      {asked && data && !error && (
        <Results
          q={q}
          result={data}
          late={isPlaceholderData}
          onPage={(to) => setParams(addressOf(q, kind, to))}
        />
      )}
    </div>
  );
}

function Field({
  q,
  onSearch,
}: {
  readonly q: string;
  readonly onSearch: (q: string) => void;
}): ReactElement {
  const say = useWords(SEARCH);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (q === '') field.current?.focus();
  }, [q]);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(field.current?.value.trim() ?? '');
  };
  return (
    <form className="search-form" onSubmit={send}>
      <label className="label" htmlFor="search-words">
        {say('field')}
      </label>
      <input
        ref={field}
        className="input"
        id="search-words"
        type="search"
        autoComplete="off"
        maxLength={LONGEST_QUERY}
        defaultValue={q}
        data-search-field
        aria-describedby="search-hint"
      />
      <Button type="submit" kind="primary" icon="search">
        {say('go')}
      </Button>
      <p className="sub" id="search-hint">
        {say('hint')} <span className="for-keys">{say('keys')}</span>
      </p>
    </form>
  );
}

function Asking(): ReactElement {
  const say = useWords(SEARCH);
  const { outsider } = useSession();
  return (
    <Empty title={say('ask')}>
      <p>{say(outsider ? 'ask.hint_outside' : 'ask.hint')}</p>
    </Empty>
  );
}

interface ResultsProps {
  readonly q: string;
  readonly result: SearchResult;
  readonly late: boolean;
  readonly onPage: (page: number) => void;
}

function Results({ q, result, late, onPage }: ResultsProps): ReactElement {
  const say = useWords(SEARCH);
  const { number } = useFormats();
  const { kind, total, groups, leftOut } = result;
  const shown = groups.filter((group) => (kind === null ? group.total > 0 : group.kind === kind));
  const chips = [{ kind: null, total }, ...groups];
  return (
    <>
      <p role="status" className="sr">
        {late ? '' : say('count', { count: total })}
      </p>
      {leftOut.length > 0 && <Notice role="status">{say('left_out', { words: leftOut.join(' ') })}</Notice>}
      <nav className="chips" aria-label={say('kinds')}>
        {chips.map((chip) => (
          <Link
            key={chip.kind ?? 'all'}
            className="chip"
            to={addressOf(q, chip.kind)}
            aria-current={chip.kind === kind ? 'true' : undefined}
          >
            {say(`kind.${chip.kind ?? 'all'}`)}
            <span className="count">{number(chip.total)}</span>
          </Link>
        ))}
      </nav>
      {total === 0 && <Nothing q={q} />}
      {total > 0 &&
        shown.map((group) => <Group key={group.kind} q={q} group={group} result={result} onPage={onPage} />)}
    </>
  );
}

function Nothing({ q }: { readonly q: string }): ReactElement {
  const say = useWords(SEARCH);
  return (
    <Empty title={say('nothing', { words: q })}>
      <p>{say('nothing.hint')}</p>
      <p className="sub">{say('nothing.scope')}</p>
    </Empty>
  );
}

interface GroupProps {
  readonly q: string;
  readonly group: SearchResult['groups'][number];
  readonly result: SearchResult;
  readonly onPage: (page: number) => void;
}

function Group({ q, group, result, onPage }: GroupProps): ReactElement {
  const say = useWords(SEARCH);
  const name = say(`kind.${group.kind}`);
  if (group.rows.length === 0) {
    return (
      <Empty title={say('nothing.kind', { kind: name })}>
        <p>{say('nothing.kind_hint', { count: result.total - group.total })}</p>
      </Empty>
    );
  }
  const more = result.kind === null && group.total > group.rows.length;
  return (
    <Card title={name} end={<span className="sub">{say('group.count', { count: group.total })}</span>}>
      <ul>
        {group.rows.map((hit) => (
          <HitRow key={`${hit.type} ${hit.sectionKey} ${hit.key} ${hit.fiscalYear}`} hit={hit} />
        ))}
      </ul>
      {more && (
        <p className="search-more">
          <Link to={addressOf(q, group.kind)}>{say('group.all', { kind: name, count: group.total })}</Link>
        </p>
      )}
      {result.kind !== null && (
        <Pager page={result.page} pageSize={result.pageSize} total={group.total} onPage={onPage} />
      )}
    </Card>
  );
}
