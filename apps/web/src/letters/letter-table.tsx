import type { ReactElement } from 'react';
import type { LetterRow } from '../api';
import { Badge, Button, useFormats } from '../parts';
import { useWords } from '../words';
import { stateLook } from './letter-state';
import { LETTERS } from './words';

interface LetterTableProps {
  readonly rows: readonly LetterRow[];
  readonly onShow: (letter: LetterRow) => void;
}

/** One row for each letter: day, person, state, subject, the server's answer. */
export function LetterTable({ rows, onShow }: LetterTableProps): ReactElement {
  const say = useWords(LETTERS);
  const heads = ['state', 'letter', 'person', 'day', 'answer'] as const;
  return (
    <div className="card">
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
            <Row key={row.id} row={row} onShow={onShow} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, onShow }: { readonly row: LetterRow } & Pick<LetterTableProps, 'onShow'>): ReactElement {
  const say = useWords(LETTERS);
  const { day } = useFormats();
  return (
    <tr>
      <td>
        <Badge {...stateLook(row.state)}>{say(`state.${row.state}`)}</Badge>
      </td>
      <th scope="row">
        {row.subject ?? say('no_subject')}
        <span className="sub">
          {say(`kind.${row.kind}`)}
          {say('gap')}
          {say('notices', { number: row.told.reduce((sum, { count }) => sum + count, 0) })}
        </span>
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
        {row.serverAnswer ?? say('no_answer')}
        {row.tries > 1 && <span className="sub">{say('tries', { number: row.tries })}</span>}
      </td>
      <td>
        <Button
          small
          aria-label={say('show_of', { person: row.recipientName, day: day(row.day) })}
          onClick={() => onShow(row)}
        >
          {say('show')}
        </Button>
      </td>
    </tr>
  );
}

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
