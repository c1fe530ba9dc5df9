import './exchange.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ImportResult } from '../api/exchange';
import { Button, Dialog, Icon, Notice } from '../parts';
import { useWords } from '../words';
import { FileChoice } from './file-choice';
import { ImportDifferences } from './import-differences';
import { ImportErrors } from './import-errors';
import { EXCHANGE } from './words';

/** Where the rows of a file go. */
export interface ImportTarget {
  readonly heading: string;
  /** Reads a file in; a trial only tells what would happen. */
  readonly take: (file: File, dryRun: boolean) => Promise<ImportResult>;
}

interface TableImportProps {
  readonly target: ImportTarget | null;
  readonly onClose: () => void;
}

/** A file is tried first; only then can it be taken in, all of it or nothing. */
export function TableImport({ target, onClose }: TableImportProps): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <Dialog
      title={target ? say('in.of', { table: target.heading }) : ''}
      open={target !== null}
      onClose={onClose}
      wide
    >
      {target && <Steps key={target.heading} target={target} onClose={onClose} />}
    </Dialog>
  );
}

interface StepsProps {
  readonly target: ImportTarget;
  readonly onClose: () => void;
}

function Steps({ target, onClose }: StepsProps): ReactElement {
  const say = useWords(EXCHANGE);
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const trial = useMutation({ mutationFn: (chosen: File) => target.take(chosen, true) });
  const real = useMutation({
    mutationFn: (chosen: File) => target.take(chosen, false),
    onSuccess: () => queries.invalidateQueries(),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    real.reset();
    trial.mutate(chosen);
  };
  const error = real.error ?? trial.error;
  const isNew = trial.data && trial.data.added + trial.data.changed > 0;
  return (
    <div className="import" aria-busy={trial.isPending || real.isPending}>
      <FileChoice accept=".csv,.xlsx,.txt" kinds={say('file.kinds')} file={file} onFile={choose} />
      <div role="status">
        {trial.isPending && <p>{say('trial.running')}</p>}
        {trial.data && !real.data && !error && (
          <>
            <p>{say(isNew ? 'trial.ok' : 'trial.nothing')}</p>
            <Counts result={trial.data} />
          </>
        )}
        {real.data && (
          <Notice tone="good" role="note">
            <b>{say('accepted')}</b>
            <Counts result={real.data} />
          </Notice>
        )}
      </div>
      {trial.data?.differences && !real.data && !error && (
        <ImportDifferences differences={trial.data.differences} />
      )}
      {error && <ImportErrors error={error} />}
      <div className="dialog-acts">
        <Button onClick={onClose}>{say('close')}</Button>
        {file && isNew && !real.data && !error && (
          <Button kind="primary" busy={real.isPending && say('accepting')} onClick={() => real.mutate(file)}>
            {say('accept')}
          </Button>
        )}
      </div>
    </div>
  );
}

const COUNTS = ['added', 'changed', 'unchanged'] as const;

function Counts({ result }: { readonly result: ImportResult }): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <dl className="counts">
      {COUNTS.map((name) => (
        <div key={name} className={result[name] === 0 ? 'zero' : undefined}>
          <dt>
            <Icon name={name === 'added' ? 'plus' : name === 'changed' ? 'pen' : 'line'} small />
            {say(`counts.${name}`)}
          </dt>
          <dd>{say('counts.rows', { number: result[name] })}</dd>
        </div>
      ))}
    </dl>
  );
}
