import type { ReactElement } from 'react';
import { Icon, useErrorSentence, useFormats } from '../parts';
import type { IconName } from '../parts';
import { useWords } from '../words';
import { Sentence } from '../words/sentence';
import type { SaveState } from './draft-keeper';
import { useDesk } from './desk';

const ICONS: Readonly<Record<SaveState['kind'], IconName>> = {
  rest: 'cloud',
  saved: 'cloud',
  waiting: 'clock',
  saving: 'clock',
  offline: 'warning',
  conflict: 'person',
  refused: 'warning',
};

/** Always exactly one sentence about whether the words are safe. */
export function SaveLine({ onConflict }: { readonly onConflict: () => void }): ReactElement {
  const { draft } = useDesk();
  const { save } = draft;
  const alarm = save.kind === 'offline' || save.kind === 'conflict' || save.kind === 'refused';
  return (
    <p className={alarm ? 'saved alarm' : 'saved'} role="status" aria-live="polite" data-testid="save-state">
      <Icon name={ICONS[save.kind]} />
      <span>
        <SaveWords save={save} onConflict={onConflict} />
      </span>
    </p>
  );
}

interface SaveWordsProps {
  readonly save: SaveState;
  readonly onConflict: () => void;
}

function SaveWords({ save, onConflict }: SaveWordsProps): ReactElement {
  const say = useWords('sheet-page');
  const sentence = useErrorSentence();
  const { time } = useFormats();
  const { sheet } = useDesk();
  switch (save.kind) {
    case 'saved':
      return <>{say('save.saved', { time: time(save.at) })}</>;
    case 'waiting':
      return <>{say('save.waiting')}</>;
    case 'saving':
      return <>{say('save.saving')}</>;
    case 'offline':
      return <Sentence of="sheet-page" say="save.offline" />;
    case 'conflict':
      return (
        <Sentence
          of="sheet-page"
          say="save.conflict"
          values={{
            by: save.conflict.by ?? say('conflict.somebody'),
            time: save.conflict.at === null ? '' : time(save.conflict.at),
          }}
          parts={{ a: <button type="button" className="link" onClick={onConflict} /> }}
        />
      );
    case 'refused':
      return <>{say('save.refused', { sentence: sentence(save.problem) })}</>;
    case 'rest':
      if (sheet.editedAt === null) return <>{say('save.rest')}</>;
      if (sheet.editedBy === null) return <>{say('save.saved', { time: time(sheet.editedAt) })}</>;
      return <>{say('save.by', { by: sheet.editedBy, time: time(sheet.editedAt) })}</>;
  }
}
