import { useMutation, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { approvalQuery, approveAll, queryClient } from '../api';
import type { ApprovalRow } from '../api';
import { Button, Dialog, Notice, useErrorSentence, useSubjectTitle } from '../parts';
import { useWords } from '../words';
import { BulkRow } from './bulk-row';

interface BulkDialogProps {
  readonly rows: readonly ApprovalRow[];
  readonly onClose: () => void;
  readonly onOpen: (taskStageId: string) => void;
}

/** Several approvals at once, each with what changed; what looks odd has to be chosen on purpose. */
export function BulkDialog({ rows, onClose, onOpen }: BulkDialogProps): ReactElement {
  const say = useWords('approvals');
  const sentence = useErrorSentence();
  // The rows of the moment it was opened: the queue behind it shrinks when they are approved.
  const [listed] = useState(rows);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        listed.filter((row) => row.concerns === 0 && row.insteadOf === null).map((row) => row.taskStageId),
      ),
  );
  const [asked, setAsked] = useState(false);
  const found = useQueries({
    queries: listed.map((row) => ({ ...approvalQuery(row.taskStageId), staleTime: Infinity })),
  });
  const documents = new Map(found.flatMap(({ data }) => (data ? [[data.taskStageId, data] as const] : [])));
  const loading = found.filter((one) => one.isPending).length;
  // A section's grade is given one by one, and so is what is decided for somebody absent.
  const instead = listed.filter((row) => row.insteadOf !== null);
  const toGrade = listed.filter((row) => !instead.includes(row) && documents.get(row.taskStageId)?.grading);
  const sheets = [...chosen].flatMap((taskStageId) => {
    const document = documents.get(taskStageId);
    return document && document.grading === null && document.standsInFor === null
      ? [{ taskStageId, version: document.version }]
      : [];
  });
  const send = useMutation({
    mutationFn: () => approveAll(sheets),
    onSuccess: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[1] !== 'document',
      }),
  });
  const choose = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  const result = send.data;
  const refused = listed.filter((row) => result?.refused.some((one) => one.taskStageId === row.taskStageId));

  if (result) {
    return (
      <Dialog title={say('bulk.title')} open onClose={onClose} wide>
        <Notice tone="good" role="status">
          {say('bulk.done', { count: result.approved.length })}
        </Notice>
        {refused.length > 0 && (
          <div className="bulk-refused">
            <p>{say('bulk.refused', { count: refused.length })}</p>
            <p className="sub">{say('refused.changed')}</p>
            <OpenEach rows={refused} onClose={onClose} onOpen={onOpen} />
          </div>
        )}
        <div className="dialog-acts">
          <Button kind="primary" onClick={onClose}>
            {say('bulk.close')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={say('bulk.title')} open onClose={onClose} wide>
      <p>{say('bulk.lead')}</p>
      {send.error && (
        <Notice tone="bad" role="alert">
          {sentence(send.error)}
        </Notice>
      )}
      <ul className="bulk">
        {listed
          .filter((row) => !toGrade.includes(row) && !instead.includes(row))
          .map((row) => (
            <BulkRow
              key={row.taskStageId}
              row={row}
              document={documents.get(row.taskStageId)}
              chosen={chosen.has(row.taskStageId)}
              onChoose={(on) => choose(row.taskStageId, on)}
            />
          ))}
      </ul>
      {toGrade.length > 0 && (
        <div className="bulk-refused">
          <p className="sub">{say('bulk.to_grade')}</p>
          <OpenEach rows={toGrade} onClose={onClose} onOpen={onOpen} />
        </div>
      )}
      {instead.length > 0 && (
        <div className="bulk-refused">
          <p className="sub">{say('bulk.instead')}</p>
          <OpenEach rows={instead} onClose={onClose} onOpen={onOpen} />
        </div>
      )}
      <div className="dialog-acts bulk-acts">
        <p className="sub" role="status">
          {loading > 0 && say('bulk.loading', { done: listed.length - loading, total: listed.length })}
          {asked && sheets.length === 0 && loading === 0 && say('bulk.none')}
        </p>
        <Button
          kind="primary"
          icon="tick"
          busy={send.isPending && say('bulk.sending')}
          onClick={() => {
            setAsked(true);
            if (sheets.length > 0 && loading === 0) send.mutate();
          }}
        >
          {say('bulk.send', {
            count: chosen.size - toGrade.filter((row) => chosen.has(row.taskStageId)).length,
          })}
        </Button>
      </div>
    </Dialog>
  );
}

/** Sheets that have to be opened one by one. */
function OpenEach({ rows, onClose, onOpen }: BulkDialogProps): ReactElement {
  const say = useWords('approvals');
  const titleOf = useSubjectTitle();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.taskStageId}>
          <span>{titleOf(row.subject)}</span>
          <Button
            small
            onClick={() => {
              onClose();
              onOpen(row.taskStageId);
            }}
          >
            {say('bulk.open')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
