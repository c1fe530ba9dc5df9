import './entry.css';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { actualEntriesQuery, entriesAddress, importEntries } from '../../api/actual-entries';
import type { ActualEntryList } from '../../api';
import { TableImport } from '../../exchange/table-import';
import {
  Button,
  ButtonLink,
  Crumbs,
  Empty,
  Failed,
  Icon,
  Loading,
  PageTitle,
  Pager,
  useFormats,
} from '../../parts';
import { useWords } from '../../words';
import { INDICATORS } from '../words';
import { EntryRow } from './entry-row';
import type { HandIn } from './entry-row';

/** 実績値の入力: every indicator of the open years on one page, typed in or taken from a file. */
export default function EntryPage(): ReactElement {
  const say = useWords(INDICATORS);
  const [search, setSearch] = useSearchParams();
  const page = Math.max(1, Number(search.get('page')) || 1);
  const { data, error, refetch, dataUpdatedAt } = useQuery(actualEntriesQuery(page));
  const [importing, setImporting] = useState(false);
  return (
    <>
      <Crumbs>
        {[
          <Link key="up" to="/indicators">
            {say('title')}
          </Link>,
          say('entry.title'),
        ]}
      </Crumbs>
      <PageTitle tab={say('entry.title')}>{say('entry.title')}</PageTitle>
      <p className="sub">{say('entry.lead')}</p>
      {error && <Failed page error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && data.total === 0 && (
        <Empty title={say('entry.none')}>
          <p>{say('entry.none_text')}</p>
          <ButtonLink to="/indicators">{say('entry.to_indicators')}</ButtonLink>
        </Empty>
      )}
      {data && data.total > 0 && (
        <>
          <FileActs onImport={() => setImporting(true)} />
          {/* After an import the rows begin anew, from what was taken in. */}
          <Rows key={`${page} ${dataUpdatedAt}`} list={data} />
          <Pager
            page={page}
            pageSize={data.pageSize}
            total={data.total}
            onPage={(to) => setSearch(to > 1 ? { page: String(to) } : {})}
          />
        </>
      )}
      <TableImport
        target={importing ? { heading: say('entry.table'), take: importEntries } : null}
        onClose={() => setImporting(false)}
      />
    </>
  );
}

const WAYS = [
  ['xlsx', 'xlsx', 'utf-8'],
  ['csv', 'csv', 'utf-8'],
  ['sjis', 'csv', 'shift_jis'],
] as const;

function FileActs({ onImport }: { readonly onImport: () => void }): ReactElement {
  const say = useWords(INDICATORS);
  return (
    <details className="entry-files">
      <summary>{say('entry.files')}</summary>
      <div>
        <Button small icon="upload" onClick={onImport}>
          {say('entry.in')}
        </Button>
        {WAYS.map(([key, format, encoding]) => (
          <a key={key} className="btn small" href={entriesAddress(format, encoding)} download>
            <Icon name="download" small />
            {say(`entry.out.${key}`)}
          </a>
        ))}
      </div>
    </details>
  );
}

type Progress = { readonly done: number; readonly all: number } | null;

/** The rows of one page, and one press that hands in all that are filled in, one after the other. */
function Rows({ list }: { readonly list: ActualEntryList }): ReactElement {
  const say = useWords(INDICATORS);
  const { year } = useFormats();
  const told = useRef<HTMLParagraphElement>(null);
  const handIns = useRef(new Map<string, HandIn>());
  const [progress, setProgress] = useState<Progress>(null);
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState(0);
  const years = [...new Set(list.rows.map(({ fiscalYear }) => fiscalYear))];
  const handInAll = async () => {
    const filled = [...handIns.current.values()].filter((one) => one.filled());
    if (filled.length === 0) return setSaid(say('entry.nothing_filled'));
    setSaid('');
    let handedIn = 0;
    for (const [done, one] of filled.entries()) {
      setProgress({ done, all: filled.length });
      if (await one.send()) handedIn += 1;
    }
    setProgress(null);
    // The button goes when nothing is left for it; what came of it is read on from here.
    told.current?.focus();
    setSaid(
      say(handedIn === filled.length ? 'entry.all_sent' : 'entry.some_sent', {
        handedIn,
        all: filled.length,
      }),
    );
  };
  return (
    <>
      {years.map((one) => (
        <section
          key={one}
          aria-label={say('entry.of_year', { year: year(one) })}
          // What was said of all is no longer true of what is typed now.
          onInput={() => setSaid('')}
        >
          <h2>{say('entry.of_year', { year: year(one) })}</h2>
          <ul className="entries">
            {list.rows
              .filter(({ fiscalYear }) => fiscalYear === one)
              .map((entry) => (
                <EntryRow
                  key={entry.taskStageId}
                  entry={entry}
                  alone={open === 1 && progress === null}
                  onHandIn={(handIn) => {
                    if (handIn) handIns.current.set(entry.taskStageId, handIn);
                    else handIns.current.delete(entry.taskStageId);
                    setOpen(handIns.current.size);
                  }}
                />
              ))}
          </ul>
        </section>
      ))}
      <div className="entry-all">
        {(open > 1 || progress !== null) && (
          <Button
            kind="primary"
            busy={progress !== null && say('entry.sending_all', { done: progress.done, all: progress.all })}
            onClick={() => void handInAll()}
          >
            {say('entry.send_all')}
          </Button>
        )}
        <p role="status" ref={told} tabIndex={-1}>
          {said}
        </p>
      </div>
    </>
  );
}
