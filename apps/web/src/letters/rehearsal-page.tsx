import './letters.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { clockQuery } from '../api';
import { rehearseLetters } from '../api/letters';
import type { Rehearsal } from '../api';
import {
  addDays,
  Button,
  Crumbs,
  Dialog,
  Loading,
  Notice,
  PageTitle,
  Pager,
  useErrorSentence,
  useFormats,
} from '../parts';
import { DateField } from '../parts/date-field';
import { useWords } from '../words';
import { LETTERS } from './words';
import { WrittenLetter } from './written-letter';

const PAGE_SIZE = 20;

/** 予行: what a coming morning would send to everybody, and each letter as its recipient would read it. */
export default function RehearsalPage(): ReactElement {
  const say = useWords(LETTERS);
  const clock = useQuery(clockQuery);
  return (
    <div className="letters">
      <Crumbs>
        {[
          <Link key="letters" to="/letters">
            {say('title')}
          </Link>,
          say('rehearsal'),
        ]}
      </Crumbs>
      <PageTitle tab={say('rehearsal')}>{say('rehearsal')}</PageTitle>
      <p className="sub">{say('rehearsal.lead')}</p>
      {clock.data ? <RehearsalForm tomorrow={addDays(clock.data.today, 1)} /> : <Loading rows={3} />}
    </div>
  );
}

function RehearsalForm({ tomorrow }: { readonly tomorrow: string }): ReactElement {
  const say = useWords(LETTERS);
  const sentence = useErrorSentence();
  const [date, setDate] = useState<string | null>(tomorrow);
  const [search, setSearch] = useState('');
  const rehearse = useMutation({ mutationFn: rehearseLetters });
  const ask = (page: number): void => {
    if (date !== null) rehearse.mutate({ date, search, page, pageSize: PAGE_SIZE });
  };
  return (
    <>
      <form
        className="filter"
        onSubmit={(event) => {
          event.preventDefault();
          ask(1);
        }}
      >
        <DateField label={say('rehearsal.date')} toCome value={date} onChange={setDate} />
        <div>
          <label className="label" htmlFor="rehearsal-search">
            {say('search')}
          </label>
          <input
            className="input"
            id="rehearsal-search"
            type="search"
            maxLength={100}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          kind="primary"
          disabled={date === null}
          busy={rehearse.isPending && say('rehearsal.busy')}
        >
          {say('rehearsal.run')}
        </Button>
      </form>
      {rehearse.error && (
        <Notice tone="bad" role="alert">
          {sentence(rehearse.error)}
        </Notice>
      )}
      {rehearse.data && <Rehearsed rehearsal={rehearse.data} asked={rehearse.variables.date} onPage={ask} />}
    </>
  );
}

interface RehearsedProps {
  readonly rehearsal: Rehearsal;
  /** The day that was asked for; a morning without mail gives way to the next one. */
  readonly asked: string;
  readonly onPage: (page: number) => void;
}

function Rehearsed({ rehearsal, asked, onPage }: RehearsedProps): ReactElement {
  const say = useWords(LETTERS);
  const { fullDay } = useFormats();
  const [shown, setShown] = useState<Rehearsal['rows'][number] | null>(null);
  const all = rehearsal.letters.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="rehearsed">
      <div role="status">
        <h2 id="rehearsed">{say('rehearsal.would', { day: fullDay(rehearsal.day), number: all })}</h2>
      </div>
      {rehearsal.day !== asked && (
        <p className="sub">
          {say('rehearsal.other_day', { asked: fullDay(asked), day: fullDay(rehearsal.day) })}
        </p>
      )}
      <p className="sub">
        {say('rehearsal.letters', {
          list: rehearsal.letters
            .map(({ kind, count }) => say('rehearsal.of', { what: say(`kind.${kind}`), number: count }))
            .join(say('gap')),
        })}
      </p>
      <p className="sub">
        {say('rehearsal.notices', {
          list: rehearsal.notices
            .map(({ kind, count }) => say('told.of', { what: say(`told.${kind}`), number: count }))
            .join(say('gap')),
        })}
      </p>
      {rehearsal.rows.length === 0 ? (
        <p className="card nothing">{say('rehearsal.none')}</p>
      ) : (
        <div className="card">
          <table>
            <caption className="sr">{say('rehearsal')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('kind')}</th>
                <th scope="col">{say('head.letter')}</th>
                <th scope="col">{say('head.person')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rehearsal.rows.map((row) => (
                <tr key={row.id}>
                  <td>{say(`kind.${row.kind}`)}</td>
                  <th scope="row">
                    {row.subject}
                    {row.copyFor !== null && (
                      <span className="sub">{say('copy_for', { name: row.copyFor })}</span>
                    )}
                  </th>
                  <td>
                    {row.recipientTitle}
                    <span className="sub">{row.recipientName}</span>
                  </td>
                  <td>
                    <Button
                      small
                      aria-label={say('rehearsal.show_of', { person: row.recipientName })}
                      onClick={() => setShown(row)}
                    >
                      {say('show')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager page={rehearsal.page} pageSize={rehearsal.pageSize} total={rehearsal.total} onPage={onPage} />
      <Dialog title={say('preview')} open={shown !== null} onClose={() => setShown(null)} wide>
        {shown && <WrittenLetter letter={{ ...shown, to: `${shown.recipientName} <${shown.email}>` }} />}
      </Dialog>
    </section>
  );
}
