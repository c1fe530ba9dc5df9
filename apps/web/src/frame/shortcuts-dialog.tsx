import type { ReactElement } from 'react';
import { Dialog } from '../parts';
import { useWords } from '../words';
import { FRAME_LATE } from './late-words';

const GROUPS = [
  ['everywhere', ['/', '?', 'Esc']],
  ['sheet', ['Ctrl+S', 'Ctrl+Enter']],
  ['approvals', ['J', 'K', 'A', 'R']],
] as const;

/** Every key that does something, by where it works. */
export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords(FRAME_LATE);
  return (
    <Dialog title={say('keys')} open onClose={onClose}>
      {GROUPS.map(([group, keys]) => (
        <section className="shortcuts" key={group} aria-labelledby={`keys-${group}`}>
          <h3 id={`keys-${group}`}>{say(`keys.${group}`)}</h3>
          <dl>
            {keys.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{say(`key.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
