import { useId } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../parts';
import { DateField } from '../../parts/date-field';
import { useWords } from '../../words';
import type { Promised } from '../answers';
import { useAnswer } from '../desk';
import { useRows } from './use-rows';

const MOST = 20;

interface DraftRow {
  readonly what: string;
  readonly who: string;
  readonly dueOn: string | null;
}

const EMPTY: DraftRow = { what: '', who: '', dueOn: null };
const close = ({ what, who, dueOn }: DraftRow): Promised | null =>
  what.trim() !== '' && who.trim() !== '' && dueOn !== null
    ? { what: what.trim(), who: who.trim(), dueOn }
    : null;

/** What is promised for next year: what, which post, by when. */
export function CommitmentsEditor({ label }: { readonly label: string }): ReactElement {
  const say = useWords('sheet-page');
  const { now, write } = useAnswer('commitments');
  const { rows, change, add, remove } = useRows<DraftRow, Promised>({
    key: 'commitments',
    stored: now,
    empty: EMPTY,
    open: (row) => row,
    close,
    write,
  });
  const id = useId();
  return (
    <div id="f-commitments" role="group" aria-label={label}>
      <p className="sub">{say('promise.hint')}</p>
      <ol className="promise-rows">
        {rows.map((row, at) => (
          <li key={at} aria-label={say('promise.n', { n: at + 1 })}>
            <div className="promise-head">
              <b>{say('promise.n', { n: at + 1 })}</b>
              <Button
                kind="quiet"
                icon="cross"
                aria-label={say('row.remove_n', { n: at + 1 })}
                onClick={() => remove(at)}
              />
            </div>
            <label className="label" htmlFor={`${id}-what-${at}`}>
              {say('promise.what')}
            </label>
            <textarea
              className="textarea"
              id={`${id}-what-${at}`}
              rows={2}
              maxLength={1000}
              value={row.what}
              onChange={({ target }) => change(at, { what: target.value })}
            />
            <div className="promise-who">
              <div>
                <label className="label" htmlFor={`${id}-who-${at}`}>
                  {say('promise.who')}
                </label>
                <input
                  className="input"
                  id={`${id}-who-${at}`}
                  maxLength={100}
                  value={row.who}
                  onChange={({ target }) => change(at, { who: target.value })}
                />
              </div>
              <DateField
                label={say('promise.due')}
                value={row.dueOn}
                onChange={(dueOn) => change(at, { dueOn })}
              />
            </div>
            {row !== EMPTY && close(row) === null && <p className="sub">{say('row.incomplete')}</p>}
          </li>
        ))}
      </ol>
      {rows.length < MOST && (
        <Button small icon="plus" onClick={add}>
          {say('promise.add')}
        </Button>
      )}
    </div>
  );
}
