import type { ReactElement } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { useWords } from '../../words';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';

/** Who is not signed in any more cannot stay. */
const SIGN_IN = '/sign-in';

/** Asks whoever goes to another page, or another year, with changes that are not saved. */
export function LeaveUnsaved({
  editor: { changes, unread },
}: {
  readonly editor: CycleEditor;
}): ReactElement | null {
  const say = useWords(CYCLE);
  const places = new Set([...changes.map(({ field }) => field), ...Object.keys(unread)]).size;
  const isUnsaved = places > 0;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved && nextLocation.pathname !== currentLocation.pathname && nextLocation.pathname !== SIGN_IN,
  );
  useBeforeUnload((event) => {
    if (isUnsaved) event.preventDefault();
  });
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={say('leave.title')}
      keep={say('leave.stay')}
      act={say('leave.go')}
      onAct={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      <p>{say('leave.explain', { number: places })}</p>
    </ConfirmDialog>
  );
}
