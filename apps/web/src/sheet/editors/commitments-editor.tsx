import type { ReactElement } from 'react';
import { Button } from '../../parts';
import { DateField } from '../../parts/date-field';
import { useWords } from '../../words';
import { useAnswer, useDesk } from '../desk';
import { CellError, PastDay } from '../field-parts';
import { PROMISES } from '../row-forms';
import type { PromiseRow } from '../row-forms';
import { cellId } from '../unfinished-places';
import { useRows } from './use-rows';

const MOST = 20;
const FIELD = 'commitments';

/** What is promised for next year: what, which post, by when. */
export function CommitmentsEditor({ label }: { readonly label: string }): ReactElement {
  const say = useWords('sheet-page');
  const { now, write } = useAnswer(FIELD);
  const { lines, change, add, remove } = useRows({ field: FIELD, form: PROMISES, stored: now, write });
  return (
    <div id={`f-${FIELD}`} role="group" aria-label={label}>
      <p className="sub">{say('promise.hint')}</p>
      <ol className="promise-rows">
        {lines.map(({ id, row }, at) => (
          <li key={id} aria-label={say('promise.n', { n: at + 1 })}>
            <div className="promise-head">
              <b>{say('promise.n', { n: at + 1 })}</b>
              <Button
                kind="quiet"
                icon="cross"
                aria-label={say('row.remove_n', { n: at + 1 })}
                onClick={() => remove(id)}
              />
            </div>
            <PromiseCells id={id} row={row} onChange={(part) => change(id, part)} />
          </li>
        ))}
      </ol>
      {lines.length < MOST && (
        <Button small icon="plus" onClick={add}>
          {say('promise.add')}
        </Button>
      )}
    </div>
  );
}

interface PromiseCellsProps {
  readonly id: number;
  readonly row: PromiseRow;
  readonly onChange: (part: Partial<PromiseRow>) => void;
}

function PromiseCells({ id, row, onChange }: PromiseCellsProps): ReactElement {
  const say = useWords('sheet-page');
  const { asked } = useDesk();
  const open = PROMISES.openCells(row);
  const missing = (cell: string) => asked && open.some((one) => one.cell === cell && !one.unread);
  const idOf = (cell: string) => `f-${cellId(FIELD, id, cell)}`;
  const described = (cell: string) => (missing(cell) ? `e-${cellId(FIELD, id, cell)}` : undefined);
  return (
    <>
      <label className="label" htmlFor={idOf('what')}>
        {say('promise.what')}
      </label>
      <textarea
        className="textarea"
        id={idOf('what')}
        rows={2}
        maxLength={1000}
        value={row.what}
        aria-invalid={missing('what')}
        aria-describedby={described('what')}
        onChange={({ target }) => onChange({ what: target.value })}
      />
      {missing('what') && <CellError id={cellId(FIELD, id, 'what')} />}
      <div className="promise-who">
        <div>
          <label className="label" htmlFor={idOf('who')}>
            {say('promise.who')}
          </label>
          <input
            className="input"
            id={idOf('who')}
            maxLength={100}
            value={row.who}
            aria-invalid={missing('who')}
            aria-describedby={described('who')}
            onChange={({ target }) => onChange({ who: target.value })}
          />
          {missing('who') && <CellError id={cellId(FIELD, id, 'who')} />}
        </div>
        <div>
          <DateField
            id={idOf('due')}
            label={say('promise.due')}
            toCome
            value={row.due === '' ? null : row.due}
            error={missing('due') ? say('row.cell_missing') : null}
            onChange={(day, text) => onChange({ due: day ?? text })}
          />
          <PastDay date={row.due} />
        </div>
      </div>
      {open.length > 0 && !asked && <p className="sub">{say('row.incomplete')}</p>}
    </>
  );
}
