import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { queryClient } from '../../api';
import { commentsQuery, markCommentsRead, writeComment } from '../../api/comments';
import { Card, Failed, Loading, Pager } from '../../parts';
import { useWords } from '../../words';
import { CommentItem } from './comment-item';
import { Composer } from './composer';
import './comments.css';
import { COMMENTS } from './words';

interface CommentsCardProps {
  readonly taskStageId: string;
  /** Below much else, where the page opens by itself: nothing counts as read that nobody has scrolled to. */
  readonly whenSeen?: boolean;
}

/** コメント: what people of the house say to each other about this sheet, the newest first. */
export function CommentsCard({ taskStageId, whenSeen }: CommentsCardProps): ReactElement {
  const say = useWords(COMMENTS);
  const [page, setPage] = useState(1);
  const [news, setNews] = useState('');
  const {
    data: list,
    error,
    refetch,
  } = useQuery({
    ...commentsQuery(taskStageId, page),
    placeholderData: (before) => before,
  });
  const place = useRef<HTMLDivElement>(null);
  const seen = useSeen(place, whenSeen !== true);
  const unread = seen && (list?.unread ?? 0) > 0;
  useEffect(() => {
    // The sheet is open, so what speaks to its reader has come to them; its mark stays until the page is left.
    if (!unread) return;
    void markCommentsRead(taskStageId)
      .then(() =>
        queryClient.invalidateQueries({
          predicate: ({ queryKey: [of] }) => of === 'counts' || of === 'today',
        }),
      )
      .catch(() => undefined);
  }, [unread, taskStageId]);
  const done = (what: string) => {
    setNews(what);
    void queryClient.invalidateQueries({ queryKey: ['comments', taskStageId] });
  };
  return (
    <Card
      title={say('title')}
      hint={say('inside')}
      end={list && <span className="sub">{say('count', { count: list.total })}</span>}
      bare
    >
      {list?.mayWrite && (
        <Composer
          taskStageId={taskStageId}
          send={(key, body) => writeComment(taskStageId, key, body)}
          onSent={() => {
            setPage(1);
            done(say('sent'));
          }}
        />
      )}
      <p className="sr" role="status">
        {news}
      </p>
      {error && !list && <Failed error={error} retry={() => void refetch()} />}
      {!list && !error && <Loading rows={2} />}
      {list?.total === 0 && <p className="comments-none">{say('none')}</p>}
      {list && list.total > 0 && (
        <ul className="comments">
          {list.rows.map((comment) => (
            <CommentItem key={comment.id} comment={comment} taskStageId={taskStageId} onDone={done} />
          ))}
        </ul>
      )}
      {list && <Pager {...list} onPage={setPage} />}
      <div ref={place} />
    </Card>
  );
}

/** Whether a place has been on the screen, from the start or once. */
function useSeen(place: RefObject<HTMLElement | null>, fromStart: boolean): boolean {
  const [seen, setSeen] = useState(fromStart);
  useEffect(() => {
    if (seen || place.current === null) return undefined;
    const observer = new IntersectionObserver((changes) => {
      if (changes.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [seen, place]);
  return seen;
}
