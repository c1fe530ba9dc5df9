import { useMutation } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { queryClient } from '../../api';
import { markMentionsRead } from '../../api/comments';
import type { MentionRow, Today } from '../../api';
import {
  Badge,
  Button,
  Notice,
  StageMark,
  SubjectPlace,
  useErrorSentence,
  useFormats,
  useSubjectTitle,
} from '../../parts';
import { useWords } from '../../words';
import { MENTIONS } from './words';

/** Comments that speak to the reader, until they have seen them. */
export default function MentionGroup({ mentions }: { readonly mentions: Today['mentions'] }): ReactElement {
  const say = useWords(MENTIONS);
  const today = useWords('today');
  const sentence = useErrorSentence();
  const label = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const reading = useMutation({
    mutationFn: (commentIds: string[]) => markMentionsRead(commentIds),
    onSuccess: () => {
      // The row goes and takes its button along.
      heading.current?.focus();
      return queryClient.invalidateQueries({
        predicate: ({ queryKey: [of] }) => of === 'today' || of === 'counts' || of === 'comments',
      });
    },
  });
  const { rows, total } = mentions;
  return (
    <section className="today-group" aria-labelledby={label}>
      <div className="today-group-head">
        <h2 id={label} ref={heading} tabIndex={-1}>
          {say('title')}
        </h2>
        <span className="count">
          {total}
          <span className="sr">{today('group.count')}</span>
        </span>
        <p className="sub">{say('hint')}</p>
        {rows.length > 1 && (
          <Button
            small
            className="today-group-end"
            busy={reading.isPending && say('reading')}
            onClick={() => reading.mutate(rows.map(({ commentId }) => commentId))}
          >
            {say('read_all', { count: rows.length })}
          </Button>
        )}
      </div>
      {reading.error && (
        <Notice tone="bad" role="alert">
          {sentence(reading.error)}
        </Notice>
      )}
      <p className="sr" role="status">
        {reading.isSuccess && say('read_done')}
      </p>
      <ul className="card">
        {rows.map((row) => (
          <Mention
            key={row.commentId}
            row={row}
            busy={reading.isPending && reading.variables.includes(row.commentId)}
            onRead={() => reading.mutate([row.commentId])}
          />
        ))}
      </ul>
    </section>
  );
}

interface MentionProps {
  readonly row: MentionRow;
  readonly busy: boolean;
  readonly onRead: () => void;
}

function Mention({ row, busy, onRead }: MentionProps): ReactElement {
  const say = useWords(MENTIONS);
  const today = useWords('today');
  const { day, year } = useFormats();
  const title = useSubjectTitle()(row.subject);
  return (
    <li className="today-row">
      <div className="r-mark">
        <Badge tone="key" icon="talk">
          {say('mention')}
        </Badge>
      </div>
      <div className="r-main">
        <Link className="r-title" to={`/sheets/${row.taskStageId}#comments`}>
          {title}
        </Link>
        <p className="sub">
          <SubjectPlace subject={row.subject} />
        </p>
        <blockquote className="reason said">
          <b>{say('said', { department: row.author.departmentName ?? '', name: row.author.name })}</b>
          {row.excerpt}
        </blockquote>
      </div>
      <div className="r-stage">
        <StageMark stage={row.stage} mine={false} />
        <span className="sub">{today('year', { year: year(row.fiscalYear) })}</span>
      </div>
      <div className="r-due">{day(row.writtenOn)}</div>
      <div className="r-act">
        <Button busy={busy && say('reading')} aria-label={say('read.label', { title })} onClick={onRead}>
          {say('read')}
        </Button>
      </div>
    </li>
  );
}
