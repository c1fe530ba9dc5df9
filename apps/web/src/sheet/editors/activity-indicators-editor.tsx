import type { ReactElement } from 'react';
import { Button, readNumber } from '../../parts';
import { useWords } from '../../words';
import type { ActivityIndicator } from '../answers';
import { useAnswer } from '../desk';
import { NumberInput } from '../number-input';
import { useRows } from './use-rows';

const MOST = 10;

interface DraftRow {
  readonly name: string;
  readonly unit: string;
  readonly target: string;
}

const EMPTY: DraftRow = { name: '', unit: '', target: '' };
const close = ({ name, unit, target }: DraftRow): ActivityIndicator | null =>
  name.trim() !== '' && readNumber(target) !== null ? { name: name.trim(), unit: unit.trim(), target } : null;

interface ActivityIndicatorsEditorProps {
  readonly label: string;
  readonly begins?: boolean;
}

/** What is counted this year and how much of it is promised. */
export function ActivityIndicatorsEditor({ label, begins }: ActivityIndicatorsEditorProps): ReactElement {
  const say = useWords('sheet-page');
  const { now, before, write } = useAnswer('activityIndicators');
  const { rows, change, add, remove } = useRows<DraftRow, ActivityIndicator>({
    key: 'activityIndicators',
    stored: now,
    begin: begins ? before : undefined,
    empty: EMPTY,
    open: (row) => row,
    close,
    write,
  });
  return (
    <div id="f-activityIndicators">
      <table className="tbl rows-editor">
        <caption className="sr">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{say('activity.name')}</th>
            <th scope="col">{say('activity.unit')}</th>
            <th scope="col" className="num">
              {say('activity.target')}
            </th>
            <th scope="col">
              <span className="sr">{say('row.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <td>
                <input
                  className="input"
                  maxLength={100}
                  aria-label={say('activity.n', { n: at + 1 })}
                  value={row.name}
                  onChange={({ target }) => change(at, { name: target.value })}
                />
              </td>
              <td className="unit">
                <input
                  className="input"
                  maxLength={20}
                  aria-label={`${say('activity.n', { n: at + 1 })} ${say('activity.unit')}`}
                  value={row.unit}
                  onChange={({ target }) => change(at, { unit: target.value })}
                />
              </td>
              <td className="w">
                <NumberInput
                  label={`${say('activity.n', { n: at + 1 })} ${say('activity.target')}`}
                  value={row.target === '' ? undefined : row.target}
                  onChange={(target) => change(at, { target: target ?? '' })}
                />
              </td>
              <td className="cut">
                <Button
                  kind="quiet"
                  icon="cross"
                  aria-label={say('row.remove_n', { n: at + 1 })}
                  onClick={() => remove(at)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some((row) => row !== EMPTY && close(row) === null) && (
        <p className="sub">{say('row.incomplete')}</p>
      )}
      {rows.length < MOST && (
        <Button small icon="plus" onClick={add}>
          {say('activity.add')}
        </Button>
      )}
    </div>
  );
}
