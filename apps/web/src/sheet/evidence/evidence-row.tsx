import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { queryClient } from '../../api';
import { evidenceFilePath, evidenceQuery, removeEvidence } from '../../api/evidence';
import type { Evidence } from '../../api';
import { Button, Icon, stageLetter, useFormats } from '../../parts';
import type { IconName } from '../../parts';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { useWords } from '../../words';
import { fileSize } from './file-check';
import { SourceForm } from './source-form';
import { EVIDENCE } from './words';

interface EvidenceRowProps {
  readonly piece: Evidence;
  readonly taskStageId: string;
  /** What was done, for whoever hears the page. */
  readonly onNews: (news: string) => void;
}

const ICONS: Readonly<Record<Evidence['kind'], IconName>> = {
  pdf: 'clip',
  png: 'chart',
  jpeg: 'chart',
  xlsx: 'table',
  docx: 'list',
  pptx: 'list',
  text: 'list',
  link: 'link',
};

/** One piece: to be saved or opened, with where it comes from; its own stage may mend or remove it. */
export function EvidenceRow({ piece, taskStageId, onNews }: EvidenceRowProps): ReactElement {
  const say = useWords(EVIDENCE);
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const was = useRef(doing);
  useEffect(() => {
    // Whoever leaves the form goes on where they opened it.
    if (was.current === 'change' && doing === null) change.current?.focus();
    was.current = doing;
  }, [doing]);
  return (
    <li className="evidence-row">
      <Icon name={ICONS[piece.kind]} />
      <div className="evidence-main">
        <PieceName piece={piece} taskStageId={taskStageId} />
        {doing === 'change' ? (
          <SourceForm
            piece={piece}
            taskStageId={taskStageId}
            onClose={() => setDoing(null)}
            onSaved={(title) => {
              onNews(say('changed', { title }));
              setDoing(null);
            }}
          />
        ) : (
          <PieceSource piece={piece} taskStageId={taskStageId} />
        )}
      </div>
      {piece.mayChange && doing !== 'change' && (
        <div className="evidence-row-acts">
          <Button
            ref={change}
            small
            kind="quiet"
            aria-label={say('change.label', { title: piece.title })}
            onClick={() => setDoing('change')}
          >
            {say(piece.source === '' && piece.datedOn === null ? 'change.first' : 'change')}
          </Button>
          <Button
            small
            kind="quiet"
            aria-label={say('remove.label', { title: piece.title })}
            onClick={() => setDoing('remove')}
          >
            {say('remove')}
          </Button>
        </div>
      )}
      {doing === 'remove' && (
        <RemoveDialog
          piece={piece}
          taskStageId={taskStageId}
          onClose={() => setDoing(null)}
          onRemoved={() => {
            onNews(say('removed', { title: piece.title }));
            // The row takes its buttons along; the reader stays with the list.
            document.getElementById('evidence')?.focus();
          }}
        />
      )}
    </li>
  );
}

interface PieceProps {
  readonly piece: Evidence;
  readonly taskStageId: string;
}

/** The name leads to it: a file is saved, a link opens beside this page, which stays as it is. */
export function PieceName({ piece, taskStageId }: PieceProps): ReactElement {
  const say = useWords(EVIDENCE);
  const { title, kind, url } = piece;
  if (url !== null) {
    const host = new URL(url).hostname;
    return (
      <p className="evidence-title">
        <a href={url} target="_blank" rel="noopener noreferrer" aria-label={say('visit', { title, host })}>
          {title}
        </a>
        {host !== title && <span className="sub">{host}</span>}
      </p>
    );
  }
  const size = fileSize(piece.size);
  const word = say(`kind.${kind}`);
  return (
    <p className="evidence-title">
      <a
        href={evidenceFilePath(taskStageId, piece.id)}
        download={title}
        aria-label={say('save', { title, kind: word, size })}
      >
        {title}
      </a>
      <span className="sub nb">
        {word}・{size}
      </span>
    </p>
  );
}

/** Where it comes from, of which day it is, and who added it. */
export function PieceSource({ piece, taskStageId }: PieceProps): ReactElement {
  const say = useWords(EVIDENCE);
  const parts = useWords('parts');
  const { plainFullDay, plainDay } = useFormats();
  const { source, datedOn, addedOn, addedBy, addedByDepartment } = piece;
  const elsewhere = piece.taskStageId !== taskStageId;
  return (
    <>
      <p className="evidence-source">
        {source === '' ? <span className="sub">{say('source.none')}</span> : source}
        {datedOn !== null && <span className="nb">{say('dated', { date: plainFullDay(datedOn) })}</span>}
      </p>
      <p className="sub">
        {elsewhere && (
          <span className="nb">
            <span aria-hidden="true">{stageLetter(piece.stage)}　</span>
            {say('brief.stage', { stage: parts(`stage.${piece.stage}`) })}・
          </span>
        )}
        {say('added', { date: plainDay(addedOn), department: addedByDepartment ?? '', name: addedBy })}
      </p>
    </>
  );
}

interface RemoveDialogProps extends PieceProps {
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

function RemoveDialog({ piece, taskStageId, onClose, onRemoved }: RemoveDialogProps): ReactElement {
  const say = useWords(EVIDENCE);
  const remove = useMutation({
    mutationFn: () => removeEvidence(taskStageId, piece.id),
    onSuccess: (list) => {
      queryClient.setQueryData(evidenceQuery(taskStageId).queryKey, list);
      onRemoved();
    },
  });
  return (
    <ConfirmDialog
      title={say('remove.title')}
      keep={say('change.cancel')}
      act={say('remove.do')}
      busy={remove.isPending && say('remove.doing')}
      error={remove.error}
      onAct={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{say('remove.explain', { title: piece.title })}</p>
    </ConfirmDialog>
  );
}
