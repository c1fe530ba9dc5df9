import type { ReactElement } from 'react';
import { Button } from '../../parts';
import { useWords } from '../../words';
import { useAnswer, useDesk } from '../desk';
import { NumberBox } from '../number-input';
import { ACTIVITIES } from '../row-forms';
import { cellId } from '../unfinished-places';
import { useRows } from './use-rows';

const MOST = 10;

const FIELD = 'activityIndicators';

interface ActivityIndicatorsEditorProps {
  readonly label: string;
  readonly begins?: boolean;
}

/** What is counted this year and how much of it is promised. */
export function ActivityIndicatorsEditor({ label, begins }: ActivityIndicatorsEditorProps): ReactElement {
  const say = useWords('sheet-page');
  const { asked } = useDesk();
  const { now, before, write } = useAnswer(FIELD);
  const { lines, change, add, remove } = useRows({
    field: FIELD,
    form: ACTIVITIES,
    stored: now,
    begin: begins ? before : undefined,
    write,
  });
  const open = lines.map(({ row }) => ACTIVITIES.openCells(row).map(({ cell }) => cell));
  const left = open.some((cells) => cells.length > 0);
  return (
    <div id={`f-${FIELD}`}>
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
          {lines.map(({ id, row }, at) => (
            <tr key={id}>
              <td>
                <input
                  className="input"
                  id={`f-${cellId(FIELD, id, 'name')}`}
                  maxLength={100}
                  aria-label={say('activity.n', { n: at + 1 })}
                  aria-invalid={asked && open[at]?.includes('name') === true}
                  aria-describedby={left ? `h-${FIELD}` : undefined}
                  value={row.name}
                  onChange={({ target }) => change(id, { name: target.value })}
                />
              </td>
              <td className="unit">
                <input
                  className="input"
                  maxLength={20}
                  aria-label={`${say('activity.n', { n: at + 1 })} ${say('activity.unit')}`}
                  value={row.unit}
                  onChange={({ target }) => change(id, { unit: target.value })}
                />
              </td>
              <td className="w">
                <NumberBox
                  id={`f-${cellId(FIELD, id, 'target')}`}
                  label={`${say('activity.n', { n: at + 1 })} ${say('activity.target')}`}
                  value={row.target === '' ? undefined : row.target}
                  unit={row.unit}
                  invalid={asked && open[at]?.includes('target') === true}
                  {...(left && { describedBy: `h-${FIELD}` })}
                  onType={(target) => change(id, { target })}
                />
              </td>
              <td className="cut">
                <Button
                  kind="quiet"
                  icon="cross"
                  aria-label={say('row.remove_n', { n: at + 1 })}
                  onClick={() => remove(id)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left && (
        <p className={asked ? 'err-msg' : 'sub'} id={`h-${FIELD}`}>
          {say('row.incomplete')}
        </p>
      )}
      {lines.length < MOST && (
        <Button small icon="plus" onClick={add}>
          {say('activity.add')}
        </Button>
      )}
    </div>
  );
}
