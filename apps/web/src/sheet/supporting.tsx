import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Sheet } from '../api';
import { Dialog, useFormats, WorkBadge } from '../parts';
import { useWords } from '../words';

type SupportingSheets = Sheet['supporting'];

const NAMED = 2;

/** Who supports, how many have submitted, and what they wrote: the lead needs it while writing. */
export function Supporting({ supporting }: { readonly supporting: SupportingSheets }): ReactElement {
  const say = useWords('sheet-page');
  const { list, money } = useFormats();
  const [open, setOpen] = useState(false);
  const names = supporting.map(({ departmentName }) => departmentName);
  const done = supporting.filter(({ state }) => state !== 'none' && state !== 'drafting').length;
  return (
    <>
      {names.length > NAMED + 1
        ? say('head.more', { first: list(names.slice(0, NAMED)), count: names.length - NAMED })
        : list(names)}{' '}
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {say('head.submitted', { done, total: supporting.length })}
      </button>
      <Dialog title={say('supporting.title')} open={open} onClose={() => setOpen(false)}>
        <ul className="supporting">
          {supporting.map((one) => (
            <li key={one.taskStageId}>
              <p className="supporting-head">
                <b>{one.departmentName}</b>
                <WorkBadge state={one.state} />
              </p>
              <p className="written">{one.summary ?? say('supporting.none')}</p>
              {one.cost !== null && (
                <p className="sub">{say('supporting.cost', { cost: money(one.cost) })}</p>
              )}
              <Link to={`/sheets/${one.taskStageId}`}>{say('supporting.open')}</Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
