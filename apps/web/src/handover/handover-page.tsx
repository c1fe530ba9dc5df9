import './handover.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { handoverPostsQuery, handoverQuery } from '../api/me';
import type { Handover } from '../api';
import { Button, Empty, Failed, Loading, PageTitle, useFormats } from '../parts';
import { SubNav } from '../parts/sub-nav';
import { useWords } from '../words';
import { Commitments } from './commitments';
import { HandoverItems } from './handover-items';
import { HANDOVER } from './words';
import { WorkCard } from './work-card';

/** 引継ぎ: what lies on a post that I hold, on one page that can be printed. */
export default function HandoverPage(): ReactElement {
  const say = useWords(HANDOVER);
  const [params] = useSearchParams();
  const asked = params.get('post');
  const { data, error, refetch } = useQuery(handoverPostsQuery);
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={5} />;
  // Another post than one's own is asked for by address alone; the server knows who may.
  const postId = asked ?? data.posts[0]?.postId;
  if (postId === undefined)
    return (
      <>
        <PageTitle tab={say('title')}>{say('title')}</PageTitle>
        <Empty title={say('none')} />
      </>
    );
  return (
    <div className="handover">
      <Brief key={postId} postId={postId}>
        {data.posts.length > 1 && (
          <SubNav
            label={say('posts')}
            entries={data.posts.map((post) => ({
              key: post.postId,
              to: `/handover?post=${post.postId}`,
              name: post.title,
              current: post.postId === postId,
            }))}
          />
        )}
      </Brief>
    </div>
  );
}

interface BriefProps {
  readonly postId: string;
  /** The way to the other posts, below the heading of this one. */
  readonly children: ReactNode;
}

function Brief({ postId, children }: BriefProps): ReactElement {
  const { data, error, refetch } = useQuery(handoverQuery(postId));
  if (error || !data)
    return (
      <>
        {children}
        {error ? <Failed page error={error} retry={() => void refetch()} /> : <Loading rows={8} />}
      </>
    );
  const { counts } = data;
  const own = data.post.departmentName;
  return (
    <>
      <Head handover={data} />
      {children}
      <Counts counts={counts} own={data.post.since !== null} />
      {counts.overdue > 0 && (
        <WorkCard kind="overdue" rows={data.overdue} total={counts.overdue} own={own} today={data.date} />
      )}
      <WorkCard kind="due" rows={data.due} total={counts.open - counts.overdue} own={own} today={data.date} />
      {counts.waiting > 0 && (
        <WorkCard kind="waiting" rows={data.waiting} total={counts.waiting} own={own} today={data.date} />
      )}
      <Commitments rows={data.commitments} total={counts.commitments} today={data.date} />
      <HandoverItems postId={postId} own={own} />
    </>
  );
}

function Head({ handover: { date, post, holders, before } }: { readonly handover: Handover }): ReactElement {
  const say = useWords(HANDOVER);
  const { plainFullDay, list } = useFormats();
  const written = (holder: Handover['holders'][number]) => {
    const { name, kind, fromDate, toDate } = holder;
    const past = toDate !== null && toDate < date;
    const days = { from: plainFullDay(fromDate), ...(past && { to: plainFullDay(toDate) }) };
    const key = past ? 'former' : 'holder';
    return kind === 'main'
      ? say(key, { name, ...days })
      : say(`${key}_beside`, { name, kind: say(`holder_kind.${kind}`), ...days });
  };
  return (
    <header className="handover-head">
      <div>
        <PageTitle tab={say('tab', { title: post.title })}>{say('heading', { title: post.title })}</PageTitle>
        <p className="sub">{say(post.subtree ? 'subtree' : 'own', { department: post.departmentName })}</p>
        {post.since !== null && <p>{say('since', { date: plainFullDay(post.since) })}</p>}
      </div>
      <Button icon="print" className="handover-print" onClick={() => window.print()}>
        {say('print')}
      </Button>
      <dl>
        <dt>{say('holders')}</dt>
        <dd>{list(holders.map(written))}</dd>
        <dt>{say('before')}</dt>
        <dd>{before.length > 0 ? list(before.map(written)) : say('no_before')}</dd>
      </dl>
    </header>
  );
}

interface CountsProps {
  readonly counts: Handover['counts'];
  /** The reader's own post. */
  readonly own: boolean;
}

function Counts({ counts, own }: CountsProps): ReactElement {
  const say = useWords(HANDOVER);
  const shown = [
    ['overdue', counts.overdue],
    ['open', counts.open],
    [own ? 'waiting' : 'waiting_of_post', counts.waiting],
    ['submitted', counts.submitted],
    ['commitments', counts.commitments],
    ['items', counts.items],
  ] as const;
  return (
    <dl className="card handover-counts">
      {shown.map(([name, number]) => (
        <div key={name} className={name === 'overdue' && number > 0 ? 'late' : undefined}>
          <dt>{say(`count.${name}`)}</dt>
          <dd>{say('unit', { number })}</dd>
        </div>
      ))}
    </dl>
  );
}
