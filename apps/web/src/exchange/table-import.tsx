import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { importTable } from '../api';
import type { ExchangeTables, ImportResult } from '../api';
import { Button, Dialog, Icon, Notice } from '../parts';
import { useWords } from '../words';
import { FileChoice } from './file-choice';
import { ImportErrors } from './import-errors';
import { EXCHANGE } from './words';

type Table = ExchangeTables['tables'][number];

interface TableImportProps {
  readonly table: Table | null;
  readonly onClose: () => void;
}

/** A file is tried first; only then can it be taken in, all of it or nothing. */
export function TableImport({ table, onClose }: TableImportProps): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <Dialog
      title={table ? say('in.of', { table: table.heading }) : ''}
      open={table !== null}
      onClose={onClose}
      wide
    >
      {table && <Steps key={table.name} table={table} onClose={onClose} />}
    </Dialog>
  );
}

function Steps({ table, onClose }: { readonly table: Table; readonly onClose: () => void }): ReactElement {
  const say = useWords(EXCHANGE);
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const trial = useMutation({ mutationFn: (chosen: File) => importTable(table.name, chosen, true) });
  const real = useMutation({
    mutationFn: (chosen: File) => importTable(table.name, chosen, false),
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
