import '../search/search.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { LONGEST_QUERY, searchQuery } from '../api';
import type { SearchResult } from '../api';
import { Dialog, Failed, Loading } from '../parts';
import { moveAmongHits } from '../search/arrow-keys';
import { HitRow } from '../search/hit-row';
import { SEARCH } from '../search/words';
import { useWords } from '../words';

/** So long a typing person is left alone, and so many hits of a kind have room. */
const PAUSE_MS = 200;
const FEW = 3;

/** What is typed, once the person pauses. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => settle(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Finds while one types; arrows move into the hits, Enter opens one, and from the field the page with all of them. */
export default function FindDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords('frame');
  const words = useWords(SEARCH);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const asked = useSettled(text.trim());
  const { data, error, refetch } = useQuery({
    ...searchQuery(asked, null, 1),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  const found = asked === '' ? undefined : data;
  const all = `/search?${new URLSearchParams({ q: text.trim() })}`;
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || text.trim() === '' || event.nativeEvent.isComposing) return;
    onClose();
    void navigate(all);
  };
  return (
    <Dialog title={say('find')} open onClose={onClose}>
      <div role="search" onKeyDown={moveAmongHits}>
        <label className="label" htmlFor="find">
          {words('field')}
        </label>
        <input
          className="input"
          id="find"
          autoComplete="off"
          maxLength={LONGEST_QUERY}
          data-first
          data-search-field
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onEnter}
        />
        <p className="sub find-count" role="status">
          {!found && words('hint')}
          {found && found.total > 0 && (
            <>
              {words('count', { count: found.total })} <span className="for-keys">{words('keys')}</span>
            </>
          )}
          {found && found.leftOut.length > 0 && `${words('left_out', { words: found.leftOut.join(' ') })} `}
          {found?.total === 0 && `${words('nothing', { words: asked })} ${words('nothing.hint')}`}
        </p>
        {error && <Failed error={error} retry={() => void refetch()} />}
        {asked !== '' && !data && !error && <Loading rows={2} />}
        {found && found.total > 0 && (
          <>
            <Groups result={found} onFollow={onClose} />
            <p className="search-more">
              <Link to={all} data-hit onClick={onClose}>
                {words('all', { count: found.total })}
              </Link>
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}

interface GroupsProps {
  readonly result: SearchResult;
  readonly onFollow: () => void;
}

function Groups({ result, onFollow }: GroupsProps): ReactElement[] {
  const words = useWords(SEARCH);
  return result.groups
    .filter(({ total }) => total > 0)
    .map(({ kind, total, rows }) => (
      <section className="find-group" key={kind} aria-labelledby={`find-${kind}`}>
        <h3 id={`find-${kind}`}>
          {words(`kind.${kind}`)}
          <span className="sub">{words('group.count', { count: total })}</span>
        </h3>
        <ul>
          {rows.slice(0, FEW).map((hit) => (
            <HitRow
              key={`${hit.type} ${hit.sectionKey} ${hit.key} ${hit.fiscalYear}`}
              hit={hit}
              onFollow={onFollow}
            />
          ))}
        </ul>
      </section>
    ));
}
