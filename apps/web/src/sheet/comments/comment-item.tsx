import { useMutation } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { ReactElement } from 'react';
import { changeComment, removeComment } from '../../api/comments';
import type { CommentPart, SheetComment } from '../../api';
import { useSession } from '../../frame/session';
import { Badge, Button, Icon, useFormats } from '../../parts';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { useWords } from '../../words';
import { Composer } from './composer';
import { labelOf, writtenFrom } from './mention-text';
import { COMMENTS } from './words';

interface CommentItemProps {
  readonly comment: SheetComment;
  readonly taskStageId: string;
  /** Something was done: what to say, and the list is old. */
  readonly onDone: (news: string) => void;
}

/** One comment: who, when, what; one's own can be mended and taken back. */
export function CommentItem({ comment, taskStageId, onDone }: CommentItemProps): ReactElement {
  const say = useWords(COMMENTS);
  const parts = useWords('parts');
  const { plainDay, time } = useFormats();
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const [begunAt, setBegunAt] = useState(comment.version);
  const { author, removed } = comment;
  const at = say('at', { day: plainDay(comment.writtenOn), time: time(comment.writtenAt) });
  const department = author.departmentName ?? '';
  if (removed) {
    return (
      <li className="comment removed">
        <p className="sub">
          <Icon name="line" small /> {say('removed', { department, name: author.name })}
          <span className="nb">　{at}</span>
        </p>
      </li>
    );
  }
  return (
    <li className={comment.unread ? 'comment unread' : 'comment'}>
      <p className="comment-head">
        <span>
          {department} <b>{author.name}</b>
        </span>
        <span className="sub">{at}</span>
        {comment.taskStageId !== taskStageId && (
          <span className="sub">{say('stage', { stage: parts(`stage.${comment.stage}`) })}</span>
        )}
        {comment.edited && <span className="sub">{say('edited')}</span>}
        {comment.unread && (
          <Badge tone="key" icon="talk">
            {say('unread')}
          </Badge>
        )}
        {comment.toMe && !comment.unread && <span className="sub">{say('to_me')}</span>}
      </p>
      {doing === 'change' && comment.version !== begunAt && (
        <div className="comment-now">
          <p className="sub">{say('change.now')}</p>
          <p className="comment-body">
            <Parts parts={comment.parts} />
          </p>
        </div>
      )}
      {doing === 'change' ? (
        <Composer
          taskStageId={taskStageId}
          mends={{ commentId: comment.id, written: writtenFrom(comment.parts) }}
          send={(_key, body) => changeComment(taskStageId, comment.id, comment.version, body)}
          onSent={(isLeft) => {
            if (!isLeft) setDoing(null);
            onDone(say('changed'));
          }}
          onCancel={() => setDoing(null)}
        />
      ) : (
        <p className="comment-body">
          <Parts parts={comment.parts} />
        </p>
      )}
      {doing !== 'change' && (comment.mayEdit || comment.mayRemove) && (
        <p className="comment-acts">
          {comment.mayEdit && (
            <Button
              small
              kind="quiet"
              aria-label={say('change.label', { at })}
              onClick={() => {
                setBegunAt(comment.version);
                setDoing('change');
              }}
            >
              {say('change')}
            </Button>
          )}
          <Button
            small
            kind="quiet"
            aria-label={say('remove.label', { at })}
            onClick={() => setDoing('remove')}
          >
            {say('remove')}
          </Button>
        </p>
      )}
      {doing === 'remove' && (
        <RemoveDialog
          comment={comment}
          taskStageId={taskStageId}
          onClose={() => setDoing(null)}
          onRemoved={() => {
            setDoing(null);
            onDone(say('remove.done'));
          }}
        />
      )}
    </li>
  );
}

function Parts({ parts }: { readonly parts: readonly CommentPart[] }): ReactElement {
  const { person } = useSession();
  return (
    <>
      {parts.map((part, at) =>
        part.kind === 'text' ? (
          <Fragment key={at}>{part.text}</Fragment>
        ) : (
          <b key={at} className={part.personId === person.id ? 'mention to-me' : 'mention'}>
            {labelOf(part.departmentName, part.name)}
          </b>
        ),
      )}
    </>
  );
}

interface RemoveDialogProps {
  readonly comment: SheetComment;
  readonly taskStageId: string;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

function RemoveDialog({ comment, taskStageId, onClose, onRemoved }: RemoveDialogProps): ReactElement {
  const say = useWords(COMMENTS);
  const remove = useMutation({
    mutationFn: () => removeComment(taskStageId, comment.id),
    onSuccess: onRemoved,
  });
  return (
    <ConfirmDialog
      title={say('remove.title')}
      keep={say('change.cancel')}
      act={say('remove')}
      busy={remove.isPending && say('remove.doing')}
      error={remove.error}
      onAct={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{say('remove.explain')}</p>
    </ConfirmDialog>
  );
}
