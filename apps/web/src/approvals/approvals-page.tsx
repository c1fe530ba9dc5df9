import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { approvalsQuery, queryClient } from '../api';
import type { ApprovalQueue } from '../api';
import { ButtonLink, Empty, Failed, Icon, Loading, PageTitle, useWide } from '../parts';
import { useWords } from '../words';
import { BulkDialog } from './bulk-dialog';
import { DocumentView } from './document-view';
import { Queue } from './queue';
import { StandInCard } from './stand-in-card';
import './approvals.css';
import './bulk.css';
import './decision.css';
import './grading.css';
import './words';

/** 確認待ち: the queue on the left, the document at its difference on the right; on phones one after the other. */
export default function ApprovalsPage(): ReactElement {
  const [search] = useSearchParams();
  const page = Math.max(1, Number(search.get('page')) || 1);
  const { data: queue, error, refetch } = useQuery(approvalsQuery(page));
  if (queue) return <Approvals queue={queue} />;
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  return <Loading />;
}

function Approvals({ queue }: { readonly queue: ApprovalQueue }): ReactElement {
  const say = useWords('approvals');
  const wide = useWide();
  const navigate = useNavigate();
  const { taskStageId } = useParams();
  const [told, setTold] = useState('');
  const [bulk, setBulk] = useState(false);
  const ids = queue.rows.map((row) => row.taskStageId);
  const current = taskStageId ?? (wide ? ids[0] : undefined);
  const at = current === undefined ? -1 : ids.indexOf(current);
  const query = queue.page > 1 ? `?page=${queue.page}` : '';
  const go = (id: string | undefined) =>
    void navigate(id === undefined ? `/approvals${query}` : `/approvals/${id}${query}`);

  const decided = async (sentence: string) => {
    setTold(sentence);
    const next = ids[at + 1] ?? ids.filter((id) => id !== current).at(-1);
    go(next);
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };

  return (
    <>
      <p className={told === '' ? 'sr' : 'told'} role="status">
        {told !== '' && <Icon name="tick-ring" small />}
        {told}
      </p>
      {current === undefined && <ListHead empty={queue.total === 0} />}
      {(wide || current === undefined) && <StandInCard />}
      {queue.total > 0 && (
        <div className={current === undefined ? 'ap list-only' : 'ap'}>
          {(wide || current === undefined) && (
            <Queue queue={queue} current={current} onBulk={() => setBulk(true)} />
          )}
          {current !== undefined && (
            <DocumentView
              key={current}
              taskStageId={current}
              at={at + 1}
              total={queue.total}
              last={queue.total <= 1}
              next={ids[at + 1]}
              previous={at > 0 ? ids[at - 1] : undefined}
              onGo={go}
              onDecided={decided}
            />
          )}
        </div>
      )}
      {queue.total === 0 && current !== undefined && (
        <DocumentView
          key={current}
          taskStageId={current}
          at={0}
          total={0}
          last
          onGo={go}
          onDecided={decided}
        />
      )}
      {bulk && <BulkDialog rows={queue.rows} onClose={() => setBulk(false)} onOpen={go} />}
      {current === undefined && queue.total === 0 && (
        <Empty title={say('empty.title')}>
          <p>{say('empty.text')}</p>
          <ButtonLink to="/">{say('empty.today')}</ButtonLink>
        </Empty>
      )}
    </>
  );
}

function ListHead({ empty }: { readonly empty: boolean }): ReactElement {
  const say = useWords('approvals');
  return (
    <div className="ap-head">
      <PageTitle tab={say('title')}>{say('title')}</PageTitle>
      {!empty && <p className="sub">{say('list.lead')}</p>}
    </div>
  );
}
