import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ApprovalQueue, ApprovalRow } from '../api';
import { useSingleKeys } from '../frame/single-keys';
import { Button, Icon, Pager, StageMark, useFormats, useSubjectTitle } from '../parts';
import { useWords } from '../words';
import type { Say } from '../words';

interface QueueProps {
  readonly queue: ApprovalQueue;
  readonly current: string | undefined;
  readonly onBulk: () => void;
}

/** Everything that waits for me, oldest due date first. */
export function Queue({ queue, current, onBulk }: QueueProps): ReactElement {
  const say = useWords('approvals');
  const [, setSearch] = useSearchParams();
  const singleKeys = useSingleKeys();
  return (
    <aside className="queue" aria-label={say('queue.label')}>
      <div className="q-head">
        <h2>{say('title')}</h2>
        {current === undefined ? (
          <b>{say('queue.total', { count: queue.total })}</b>
        ) : (
          <span className="count">
            {queue.total}
            <span className="sr">{say('queue.count')}</span>
          </span>
        )}
        {queue.total > 1 && (
          <Button small aria-haspopup="dialog" onClick={onBulk}>
            {say('queue.bulk')}
          </Button>
        )}
      </div>
      <ol>
        {queue.rows.map((row) => (
          <QueueRow key={row.taskStageId} row={row} page={queue.page} current={row.taskStageId === current} />
        ))}
      </ol>
      <Pager
        page={queue.page}
        pageSize={queue.pageSize}
        total={queue.total}
        onPage={(page) => setSearch(page > 1 ? { page: String(page) } : {})}
      />
      {singleKeys && <KeyHints />}
    </aside>
  );
}

function KeyHints(): ReactElement {
  const say = useWords('approvals');
  return (
    <p className="sub keys">
      {(['J next', 'K previous', 'A approve', 'R return'] as const).map((pair) => {
        const [key = '', meaning = ''] = pair.split(' ');
        return (
          <span key={key}>
            <kbd>{key}</kbd> {say(`keys.${meaning}`)}
          </span>
        );
      })}
    </p>
  );
}

interface QueueRowProps {
  readonly row: ApprovalRow;
  readonly page: number;
  readonly current: boolean;
}

/** After a return what was done about it counts, before one what differs from last year. */
function whatChanged({ changes, sinceReturn }: ApprovalRow, say: Say): string {
  if (sinceReturn !== null) return say('queue.since_return', { count: sinceReturn });
  return changes === 0 ? say('queue.unchanged') : say('queue.changes', { count: changes });
}

/** 第1節 (1)ウ */
function shortPlace({ subject }: ApprovalRow): string {
  const [section = ''] = subject.sectionLabel.split(' ');
  const [program = ''] = (subject.programLabel ?? '').split(' ');
  return `${section} ${program}${subject.marker}`.trim();
}

function QueueRow({ row, page, current }: QueueRowProps): ReactElement {
  const say = useWords('approvals');
  const { day } = useFormats();
  const titleOf = useSubjectTitle();
  const place = [shortPlace(row), row.role === 'support' && say('queue.support'), row.submitterName];
  return (
    <li className={current ? 'on' : undefined}>
      <Link
        to={`/approvals/${row.taskStageId}${page > 1 ? `?page=${page}` : ''}`}
        aria-current={current ? 'true' : undefined}
      >
        <span className="q-top">
          <StageMark stage={row.stage} mine={current} />
          <span className={row.overdue ? 'sub late' : 'sub'}>
            {say(row.overdue ? 'queue.overdue' : 'queue.until', { date: day(row.dueOn) })}
          </span>
        </span>
        <b>{row.subject.kind === 'item' ? row.subject.title : titleOf(row.subject)}</b>
        <span className="sub">{place.filter(Boolean).join('・')}</span>
        {row.insteadOf !== null && (
          <span className="pill">{say('queue.instead_of', { name: row.insteadOf })}</span>
        )}
        <span className="q-n">
          <Icon name="pen" small />
          {whatChanged(row, say)}
          {row.concerns > 0 && (
            <span className="q-w">
              <Icon name="warning" small />
              {say('queue.concerns', { count: row.concerns })}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
