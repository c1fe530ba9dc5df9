import type { ReactElement } from 'react';
import { Button, Icon, useErrorSentence } from '../../parts';
import { useWords } from '../../words';
import { fileSize } from './file-check';
import type { evidenceUploads, Upload } from './uploads';
import { EVIDENCE } from './words';

interface UploadRowProps {
  readonly upload: Upload;
  readonly uploads: ReturnType<typeof evidenceUploads>;
  readonly largest: number;
}

/** A file on its way: how far it is, and what became of it when it did not arrive. */
export function UploadRow({ upload, uploads, largest }: UploadRowProps): ReactElement {
  const say = useWords(EVIDENCE);
  const { key, file, state } = upload;
  const { name } = file;
  const ended = state === 'failed' || state === 'refused';
  return (
    <li className={`evidence-row ${state}`}>
      <Icon name={ended ? 'warning' : 'upload'} />
      <div className="evidence-main">
        <p className="evidence-title">{name}</p>
        <State upload={upload} largest={largest} />
      </div>
      <div className="evidence-row-acts">
        {state === 'failed' && (
          <Button small aria-label={say('retry.label', { name })} onClick={() => uploads.retry(key)}>
            {say('retry')}
          </Button>
        )}
        <Button
          small
          kind="quiet"
          aria-label={say(state === 'refused' ? 'dismiss.label' : 'cancel.label', { name })}
          onClick={() => uploads.drop(key)}
        >
          {say(state === 'refused' ? 'dismiss' : 'cancel')}
        </Button>
      </div>
    </li>
  );
}

function State({ upload, largest }: Pick<UploadRowProps, 'upload' | 'largest'>): ReactElement {
  const say = useWords(EVIDENCE);
  const sentence = useErrorSentence();
  const { file, state, sent, total, fault, error } = upload;
  if (state === 'waiting') return <p className="sub">{say('waiting')}</p>;
  if (state === 'sending') {
    const done = sent >= total && total > 0;
    return (
      <p className="evidence-progress">
        <progress max={total} value={sent} aria-label={say('sending.label', { name: file.name })} />
        <span className="sub" aria-hidden="true">
          {done ? say('checking') : say('sending', { sent: fileSize(sent), total: fileSize(total) })}
        </span>
      </p>
    );
  }
  const why =
    fault !== null
      ? say(`refused.${fault}`, { size: fileSize(file.size), most: fileSize(largest) })
      : state === 'failed'
        ? say('failed')
        : sentence(error);
  return (
    <p className="err-msg" role="alert">
      {why}
    </p>
  );
}
