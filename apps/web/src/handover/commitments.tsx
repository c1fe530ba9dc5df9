import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Handover } from '../api';
import { Badge, Card, useFormats } from '../parts';
import { useWords } from '../words';
import { HANDOVER } from './words';

interface CommitmentsProps {
  readonly rows: Handover['commitments'];
  readonly total: number;
  readonly today: string;
}

/** 改善策 that the departments still owe: what, who, by when, and of which item. */
export function Commitments({ rows, total, today }: CommitmentsProps): ReactElement {
  const say = useWords(HANDOVER);
  const { plainFullDay, year } = useFormats();
  return (
    <Card
      title={say('commitments.title')}
      hint={total > rows.length ? say('first', { shown: rows.length, total }) : say('commitments.hint')}
      bare
    >
      {rows.length === 0 && <p className="handover-none">{say('commitments.none')}</p>}
      <ul className="handover-commitments">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <p>
                <b>{row.what}</b>
              </p>
              <p className="sub">
                <Link to={`/items/${encodeURIComponent(row.itemKey)}`}>{row.itemTitle}</Link>
              </p>
              <p className="sub">{say('commitments.made', { year: year(row.madeInFiscalYear) })}</p>
            </div>
            <dl>
              <dt>{say('commitments.who')}</dt>
              <dd>{row.who}</dd>
              <dt>{say('commitments.due')}</dt>
              <dd>
                {plainFullDay(row.dueOn)}
                {row.dueOn < today && (
                  <>
                    {' '}
                    <Badge tone="bad" icon="warning">
                      {say('late')}
                    </Badge>
                  </>
                )}
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </Card>
  );
}
