import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { queryClient, reviewDecisions, standInDecisionsQuery } from '../api';
import type { StandInDecision } from '../api';
import {
  Button,
  Card,
  Notice,
  Pager,
  StageMark,
  useErrorSentence,
  useFormats,
  useSubjectTitle,
} from '../parts';
import { ReturnPlaces } from '../sheet/return-places';
import { useWords } from '../words';
import './stand-in.css';

/** 後閲: what was decided in my place; nothing at all when there is none. */
export function StandInCard(): ReactElement | null {
  const say = useWords('approvals');
  const sentence = useErrorSentence();
  const [page, setPage] = useState(1);
  const [said, setSaid] = useState('');
  const { data } = useQuery(standInDecisionsQuery(page));
  const review = useMutation({
    mutationFn: reviewDecisions,
    onSuccess: async ({ reviewed }) => {
      setSaid(say('review.done', { count: reviewed }));
      setPage(1);
      await Promise.all(
        [['approvals', 'stand-in'], ['counts']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  if (!data || (data.total === 0 && said === '')) return null;
  const ids = data.rows.map(({ approvalId }) => approvalId);
  return (
    <Card title={say('review.title')} className="stand-in-card">
      {data.total > 0 && <p className="sub">{say('review.lead')}</p>}
      {review.error && (
        <Notice tone="bad" role="alert">
          {sentence(review.error)}
        </Notice>
      )}
      <p role="status">{said}</p>
      <ul className="stand-in">
        {data.rows.map((row) => (
          <Row key={row.approvalId} row={row} onReviewed={() => review.mutate([row.approvalId])} />
        ))}
      </ul>
      <Pager page={data.page} pageSize={data.pageSize} total={data.total} onPage={setPage} />
      {ids.length > 1 && (
        <Button busy={review.isPending && say('review.doing')} onClick={() => review.mutate(ids)}>
          {say('review.all', { count: ids.length })}
        </Button>
      )}
    </Card>
  );
}

interface RowProps {
  readonly row: StandInDecision;
  readonly onReviewed: () => void;
}

function Row({ row, onReviewed }: RowProps): ReactElement {
  const say = useWords('approvals');
  const { plainFullDay } = useFormats();
  const title = useSubjectTitle()(row.subject);
  return (
    <li>
      <StageMark stage={row.stage} />
      <div>
        <Link to={`/sheets/${row.taskStageId}`}>{title}</Link>
        <p className="sub">
          {say(`review.${row.decision}`, { by: row.decidedBy, date: plainFullDay(row.decidedOn) })}
          {'　'}
          {say('review.post', { post: row.postTitle })}
        </p>
        <ReturnPlaces places={row.places} />
        {row.comment !== null && <p className="written">{row.comment}</p>}
      </div>
      <Button small aria-label={say('review.do_of', { title })} onClick={onReviewed}>
        {say('review.do')}
      </Button>
    </li>
  );
}
