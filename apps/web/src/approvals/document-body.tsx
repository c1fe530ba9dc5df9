import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { ApprovalView } from '../api';
import { later, Notice, PageTitle, StageMark, SubjectPlace, useFormats } from '../parts';
import { useChangeEntries } from '../sheet/change-entries';
import { ChangeView } from '../sheet/change-view';
import { ConcernText } from '../sheet/concern-text';
import { ReturnPlaces } from '../sheet/return-places';
import { useWords } from '../words';
import { Sentence } from '../words/sentence';
import { Answered, Indicators, Same, Supporting } from './document-folds';
import type { PartProps } from './document-folds';
import { gradeOfAnother } from './grading';
import { SectionOf } from './grading-form';

const EvidenceBrief = later(() => import('../sheet/evidence/evidence-brief'));

const CommentsCard = later(async () => ({
  default: (await import('../sheet/comments/comments-card')).CommentsCard,
}));

interface HeadProps {
  readonly document: ApprovalView;
  readonly title: string;
}

interface DocumentBodyProps extends HeadProps {
  /** What the approver decides beside confirming: a section's grade. */
  readonly children?: ReactNode;
}

/** What is odd, then what changed, then what stayed. */
export function DocumentBody({ document, title, children }: DocumentBodyProps): ReactElement {
  return (
    <>
      <Head document={document} title={title} />
      <InsteadOf document={document} />
      <Concerns document={document} />
      {children}
      <SinceReturn document={document} />
      <Changes document={document} />
      <EvidenceBrief taskStageId={document.taskStageId} />
      <Same document={document} />
      <Answered document={document} />
      <Indicators document={document} />
      <Supporting document={document} />
      <SectionOf document={document} />
      <CommentsCard taskStageId={document.taskStageId} whenSeen />
    </>
  );
}

function Head({ document, title }: HeadProps): ReactElement {
  const say = useWords('approvals');
  const { daysLeft, year, day } = useFormats();
  const { submitterName: name, submittedOn, departmentName: department } = document;
  return (
    <header className="d-head">
      <p className="line">
        <StageMark stage={document.stage} mine />
        <span className="sub">{say('doc.year', { year: year(document.fiscalYear) })}</span>
        <span className="sub">
          <SubjectPlace subject={document.subject} />
          {document.role === 'support' && `・${say('queue.support')}`}
        </span>
      </p>
      <PageTitle tab={say('tab', { title })}>{title}</PageTitle>
      <p className="sub">
        {name !== null && submittedOn !== null
          ? say('doc.submitted', { name, department, date: day(submittedOn) })
          : say('doc.submitted_plain', { department })}
        {'　'}
        {document.mayDecide && (
          <span className={document.daysLeft < 0 ? 'nb late' : 'nb'}>
            <Sentence
              of="approvals"
              say="doc.due"
              values={{ date: day(document.dueOn), left: daysLeft(document.daysLeft) }}
            />
            {'　'}
          </span>
        )}
        <Link className="nb" to={`/sheets/${document.taskStageId}`}>
          {say('doc.sheet')}
        </Link>
      </p>
    </header>
  );
}

/** 代決: for whom the reader decides here, said before anything is read. */
function InsteadOf({ document }: PartProps): ReactElement | null {
  const say = useWords('approvals');
  const { day } = useFormats();
  const { standsInFor } = document;
  if (standsInFor === null) return null;
  return (
    <Notice tone="flat">
      {say(gradeOfAnother(document) ? 'doc.grade_of_another' : 'doc.instead_of', {
        name: standsInFor.personName,
        title: standsInFor.title,
        date: day(standsInFor.until),
      })}
    </Notice>
  );
}

/** Said where the changes since the return stand. */
const UNCHANGED = 'unchanged_since_return';

function Concerns({ document }: PartProps): ReactElement | null {
  const say = useWords('approvals');
  const concerns = document.concerns.filter(({ code }) => code !== UNCHANGED);
  if (concerns.length === 0) return null;
  return (
    <Notice>
      <b>{say('doc.concerns', { count: concerns.length })}</b>
      <ul className="doc-concerns">
        {concerns.map((concern, at) => (
          <li key={at}>
            <ConcernText concern={concern} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface SummaryProps {
  readonly title: string;
  /** Of fields, as the queue counts them: an entry below may hold two, or a field several entries. */
  readonly count: number;
  readonly marks?: boolean;
}

function Summary({ title, count, marks }: SummaryProps): ReactElement {
  const say = useWords('parts');
  const words = useWords('approvals');
  return (
    <div className="sum">
      <h2>{title}</h2>
      <span className="count">{words('doc.fields', { count })}</span>
      {marks && (
        <span className="mk" aria-hidden="true">
          <ins>{say('diff.added')}</ins>
          <del>{say('diff.removed')}</del>
        </span>
      )}
    </div>
  );
}

/** After a return the approver reads first what became of their own words. */
function SinceReturn({ document }: PartProps): ReactElement | null {
  const say = useWords('approvals');
  const { day } = useFormats();
  const entries = useChangeEntries()(document.sinceReturn, document);
  const { lastReturn, earlierReturns } = document;
  if (lastReturn === null) return null;
  return (
    <section className="since">
      <Summary
        title={say('doc.since_return')}
        count={document.sinceReturn.length + document.promisesSinceReturn}
        marks={entries.length > 0}
      />
      <blockquote className="return-reason">
        <b>{say('doc.last_return', { by: lastReturn.by, date: day(lastReturn.on) })}</b>
        <ReturnPlaces places={lastReturn.places} />
        {lastReturn.reason}
      </blockquote>
      {earlierReturns.length > 0 && (
        <details>
          <summary>{say('doc.earlier_returns', { count: earlierReturns.length })}</summary>
          {earlierReturns.map(({ by, on, reason, places }, at) => (
            <blockquote className="return-reason" key={at}>
              <b>{say('doc.last_return', { by, date: day(on) })}</b>
              <ReturnPlaces places={places} />
              {reason}
            </blockquote>
          ))}
        </details>
      )}
      {entries.length === 0 && (
        <p>
          {say(
            document.concerns.some(({ code }) => code === UNCHANGED)
              ? 'doc.since_nothing'
              : 'doc.since_promises',
          )}
        </p>
      )}
      {entries.length > 0 && document.promisesSinceReturn > 0 && (
        <p>{say('doc.since_promises_too', { count: document.promisesSinceReturn })}</p>
      )}
      {entries.map((entry) => (
        <ChangeView
          key={entry.key}
          entry={entry}
          before={say('doc.before_return')}
          after={say('doc.after_return')}
        />
      ))}
    </section>
  );
}

function Changes({ document }: PartProps): ReactElement {
  const say = useWords('approvals');
  const label = useWords('sheet-page');
  const { year } = useFormats();
  const entries = useChangeEntries()(document.changes, document);
  const first = document.lastFiscalYear === null;
  return (
    <section>
      <Summary
        title={say(first ? 'doc.written' : 'doc.changes')}
        count={document.changes.length}
        marks={!first && entries.length > 0}
      />
      {entries.length === 0 && <p className="diff">{say('doc.unchanged')}</p>}
      {entries.map((entry) => (
        <ChangeView
          key={entry.key}
          entry={entry}
          before={label('year.last', { year: year(document.lastFiscalYear ?? document.fiscalYear - 1) })}
          after={label('year.this', { year: year(document.fiscalYear) })}
          first={first}
        />
      ))}
    </section>
  );
}
