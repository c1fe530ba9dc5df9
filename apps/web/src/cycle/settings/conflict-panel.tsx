import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Button, Notice } from '../../parts';
import { useWords } from '../../words';
import type { CycleEditor } from '../use-cycle-draft';
import { CYCLE } from '../words';
import { useChangeWords } from './change-words';

/** Somebody else saved first: what they changed, and three ways on. Nothing typed is lost by looking at it. */
export function ConflictPanel({ editor }: { readonly editor: CycleEditor }): ReactElement | null {
  const say = useWords(CYCLE);
  const { name, value } = useChangeWords();
  const { conflict, changes } = editor;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (conflict === null) return;
    panel.current?.scrollIntoView({ block: 'center' });
    panel.current?.focus({ preventScroll: true });
  }, [conflict]);
  if (conflict === null) return null;
  const mine = new Set(changes.map(({ field }) => field));
  return (
    <div ref={panel} tabIndex={-1} className="conflict">
      <Notice tone="warn" role="alert">
        <b>{say('conflict.title')}</b>
        <p>{say('conflict.explain')}</p>
        <ul className="theirs">
          {conflict.theirs.map((change) => (
            <li key={change.field}>
              {say('conflict.change', {
                name: name(change.field),
                before: value(change, 'before'),
                after: value(change, 'after'),
              })}
              {mine.has(change.field) && <span className="pill must">{say('conflict.both')}</span>}
            </li>
          ))}
        </ul>
        <p className="ways">
          <Button kind="primary" onClick={editor.takeBoth}>
            {say('conflict.take_both')}
          </Button>
          <Button onClick={editor.takeTheirs}>{say('conflict.take_theirs')}</Button>
        </p>
      </Notice>
    </div>
  );
}
