import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon, later } from '../parts';
import { useWords } from '../words';
import { useSingleKeys } from './single-keys';
import { usePageKeys } from './use-page-keys';

const FindDialog = later(() => import('./find-dialog'));
const ShortcutsDialog = later(() => import('./shortcuts-dialog'));

/** The field that opens the search, by a press or by `/`; `?` lists the keys. */
export function Finder(): ReactElement {
  const say = useWords('frame');
  const [open, setOpen] = useState<'find' | 'keys' | null>(null);
  const close = () => setOpen(null);
  const singleKeys = useSingleKeys();
  usePageKeys({ '/': () => setOpen('find'), '?': () => setOpen('keys') });
  return (
    <>
      <button
        type="button"
        className="find"
        aria-label={say('find')}
        aria-haspopup="dialog"
        onClick={() => setOpen('find')}
      >
        <Icon name="search" />
        <span>{say('find')}</span>
        {singleKeys && <kbd aria-hidden="true">/</kbd>}
      </button>
      {open === 'find' && <FindDialog onClose={close} />}
      {open === 'keys' && <ShortcutsDialog onClose={close} />}
    </>
  );
}
