import type { ReactElement } from 'react';
import type { LetterRow } from '../api';
import { Badge, Button, useFormats } from '../parts';
import { useWords } from '../words';
import type { Say } from '../words';
import { canBeSentAgain, stateLook } from './letter-state';
import { LETTERS } from './words';

interface LetterTableProps {
  readonly rows: readonly LetterRow[];
  /** Ids of the selected letters; null for who may not send again. */
  readonly selected: ReadonlySet<string> | null;
  readonly onSelect: (ids: readonly string[], on: boolean) => void;
  readonly onShow: (letter: LetterRow) => void;
  readonly onDetail: (letter: LetterRow) => void;
}

/** One row for each letter: day, person, state, subject, the server's answer. */
export function LetterTable(props: LetterTableProps): ReactElement {
  const { rows, selected, onSelect } = props;
  const say = useWords(LETTERS);
  const heads = ['state', 'letter', 'person', 'day', 'answer'] as const;
  const fit = rows.filter(canBeSentAgain).map(({ id }) => id);
  return (
    <div className="card">
      {selected && fit.length > 0 && (
        <label className="tick all">
          <input
            type="checkbox"
            checked={fit.every((id) => selected.has(id))}
            onChange={(event) => onSelect(fit, event.target.checked)}
          />
          {say('select_all')}
        </label>
      )}
      <table>
        <caption className="sr">{say('title')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {say(`head.${head}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  selected,
  onSelect,
  onShow,
  onDetail,
}: { readonly row: LetterRow } & Omit<LetterTableProps, 'rows'>): ReactElement {
  const say = useWords(LETTERS);
  const { day } = useFormats();
  const of = { person: row.recipientName, day: day(row.day) };
  return (
    <tr>
      <td>
        {selected && canBeSentAgain(row) && (
          <label className="tick">
            <input
              type="checkbox"
              aria-label={say('select', of)}
              checked={selected.has(row.id)}
              onChange={(event) => onSelect([row.id], event.target.checked)}
            />
          </label>
        )}
        <Badge {...stateLook(row.state)}>{say(`state.${row.state}`)}</Badge>
      </td>
      <th scope="row">
        {row.subject ?? say(row.state === 'not_needed' ? 'never_written' : 'no_subject')}
        <span className="sub">
          {say(`kind.${row.kind}`)}
          {say('gap')}
          {say('notices', { number: row.told.reduce((sum, { count }) => sum + count, 0) })}
        </span>
        {row.copyForName !== null && (
          <span className="sub">{say('copy_for', { name: row.copyForName })}</span>
        )}
        {row.asTest && <span className="sub">{say('as_test')}</span>}
      </th>
      <td>
        {row.recipientTitle}
        <span className="sub">
          {row.recipientName}
          <span className="address">
            <Address email={row.email} />
          </span>
        </span>
      </td>
      <td className="nb">{day(row.day)}</td>
      <td>
        {answerOf(row, say)}
        {row.asks && <span className="sub">{say('asks')}</span>}
        {row.nothingLeft && <span className="sub">{say('nothing_left')}</span>}
        {row.tries > 1 && <span className="sub">{say('tries', { number: row.tries })}</span>}
      </td>
      <td className="does">
        <Button small aria-label={say('show_of', of)} onClick={() => onShow(row)}>
          {say('show')}
        </Button>
        <Button small aria-label={say('detail_of', of)} onClick={() => onDetail(row)}>
          {say('detail')}
        </Button>
      </td>
    </tr>
  );
}

/** The server's words where something is wrong; that it took a letter is said in the reader's, and in its words in the details. */
function answerOf(row: LetterRow, say: Say): string {
  if (row.bouncedAt !== null) return say('bounced_mark');
  if (row.state === 'sent' && row.serverAnswer !== null) return say('taken');
  return row.serverAnswer ?? say(unanswered(row));
}

/** Why there is no answer of a server yet, or never will be. */
const unanswered = ({ state }: LetterRow): string =>
  state === 'not_needed' ? 'not_needed_why' : 'no_answer';

/** An address that is too long for its column breaks before the @, never inside a word. */
function Address({ email }: { readonly email: string }): ReactElement {
  const at = email.indexOf('@');
  if (at < 0) return <>{email}</>;
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}
