import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Icon, useErrorSentence, useFormats } from '../../parts';
import type { SaveState } from '../../sheet/draft-keeper';
import { useWords } from '../../words';
import { Sentence } from '../../words/sentence';
import { INDICATORS } from '../words';

interface RowStateProps {
  readonly save: SaveState;
  readonly taskStageId: string;
  readonly handedIn: boolean;
}

/** One sentence about whether what was typed is safe. */
export function RowState({ save, taskStageId, handedIn }: RowStateProps): ReactElement {
  const alarm = save.kind === 'offline' || save.kind === 'conflict' || save.kind === 'refused';
  return (
    <p className={alarm ? 'saved alarm' : 'saved'} role="status">
      {alarm && <Icon name="warning" small />}
      <span>
        <Words save={save} taskStageId={taskStageId} handedIn={handedIn} />
      </span>
    </p>
  );
}

function Words({ save, taskStageId, handedIn }: RowStateProps): ReactElement | null {
  const say = useWords(INDICATORS);
  const sentence = useErrorSentence();
  const { time } = useFormats();
  if (handedIn) return <>{say('entry.sent')}</>;
  switch (save.kind) {
    case 'rest':
      return null;
    case 'saved':
      return <>{say('entry.saved', { time: time(save.at) })}</>;
    case 'waiting':
    case 'saving':
      return <>{say('entry.saving')}</>;
    case 'offline':
      return <>{say('entry.offline')}</>;
    case 'refused':
      return <>{sentence(save.problem)}</>;
    case 'conflict':
      return (
        <Sentence
          of={INDICATORS}
          say="entry.conflict"
          values={{ by: save.conflict.by ?? say('entry.somebody') }}
          parts={{ a: <Link to={`/sheets/${taskStageId}`} /> }}
        />
      );
  }
}
