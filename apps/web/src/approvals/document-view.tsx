import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { approvalQuery, approve, isProblem, markOpened, sendBack } from '../api';
import type { ApprovalView } from '../api';
import {
  Button,
  ButtonLink,
  Failed,
  Icon,
  Loading,
  Notice,
  useErrorSentence,
  useSubjectTitle,
} from '../parts';
import { useOrigin } from '../parts/use-origin';
import { useWords } from '../words';
import { Sentence } from '../words/sentence';
import { DecisionBar } from './decision-bar';
import { DocumentBody } from './document-body';
import { gradeMissing, gradeOfAnother, gradeRequest } from './grading';
import { focusGrade, GradingForm } from './grading-form';
import type { SentBack } from './return-form';
import { useDecisionKeys } from './use-decision-keys';
import { useGrade } from './use-grade';

interface DocumentViewProps {
  readonly taskStageId: string;
  /** Place in the queue from 1, 0 when it is not in it. */
  readonly at: number;
  readonly total: number;
  readonly last: boolean;
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
  readonly onGo: (taskStageId: string | undefined) => void;
  readonly onDecided: (sentence: string) => Promise<void>;
}

export function DocumentView(props: DocumentViewProps): ReactElement {
  const { data, error, refetch } = useQuery({ ...approvalQuery(props.taskStageId), staleTime: Infinity });
  return (
    <div className="doc-column">
      <PhoneNav {...props} />
      {data && <Document {...props} document={data} reload={() => void refetch()} />}
      {error && !data && <Failed page error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
    </div>
  );
}

function PhoneNav({ at, total, next, onGo }: DocumentViewProps): ReactElement {
  const say = useWords('approvals');
  const origin = useOrigin();
  return (
    <nav className="ph-nav" aria-label={say('nav.label')}>
      {origin === null || origin.to.startsWith('/approvals') ? (
        <Button kind="quiet" icon="back" onClick={() => onGo(undefined)}>
          {say('nav.list')}
        </Button>
      ) : (
        <ButtonLink kind="quiet" icon="back" to={origin.to}>
          {origin.name}
        </ButtonLink>
      )}
      {at > 0 && (
        <span>
          <Sentence of="approvals" say="nav.at" values={{ at, total }} />
        </span>
      )}
      {next ? (
        <Button kind="quiet" icon="next" className="icon-last" onClick={() => onGo(next)}>
          {say('nav.next')}
        </Button>
      ) : (
        <span className="ph-gap" />
      )}
    </nav>
  );
}

interface DocumentProps extends DocumentViewProps {
  readonly document: ApprovalView;
  readonly reload: () => void;
}

/** The document with the decision under it. */
function Document({ document, reload, next, previous, last, onGo, onDecided }: DocumentProps): ReactElement {
  const say = useWords('approvals');
  const title = useSubjectTitle()(document.subject);
  const { taskStageId, version, mayDecide } = document;
  const [returning, setReturning] = useState(false);
  useEffect(() => {
    // Reading goes on even when this is not heard: the sheet can then be withdrawn a moment longer.
    if (mayDecide) void markOpened(taskStageId).catch(() => undefined);
  }, [taskStageId, mayDecide]);

  const { grading } = document;
  const [asked, setAsked] = useState(false);
  const { grade, write, drop } = useGrade(document);
  const decided = (sentence: string) => {
    drop();
    return onDecided(sentence);
  };

  const approval = useMutation({
    mutationFn: () =>
      approve(taskStageId, { version, ...(grading !== null && gradeRequest(grading, grade)) }),
    onSuccess: () =>
      decided(say(document.standsInFor === null ? 'told.approved' : 'told.instead', { title })),
  });
  const back = useMutation({
    mutationFn: ({ places, ...sent }: SentBack) =>
      sendBack(taskStageId, { version, ...sent, places: [...places] }),
    onSuccess: () => decided(say('told.returned', { title })),
  });
  const confirm = () => {
    setAsked(true);
    const [missing] = grading === null ? [] : gradeMissing(grading, grade);
    if (missing !== undefined) return focusGrade(missing);
    approval.mutate();
  };
  useDecisionKeys({
    next: () => next !== undefined && onGo(next),
    previous: () => previous !== undefined && onGo(previous),
    approve: () =>
      document.mayDecide && !returning && !approval.isPending && !gradeOfAnother(document) && confirm(),
    giveBack: () => document.mayDecide && setReturning(true),
    close: () => setReturning(false),
  });
  const failure = approval.error ?? back.error;

  return (
    <>
      <article className="doc" aria-label={say('doc.label')}>
        {failure && <Refused error={failure} reload={reload} />}
        {!document.mayDecide && <NotWaiting document={document} />}
        <DocumentBody document={document} title={title}>
          {grading !== null && (
            <GradingForm
              document={document}
              grading={grading}
              written={grade}
              asked={asked}
              onWrite={write}
            />
          )}
        </DocumentBody>
      </article>
      {document.mayDecide && (
        <DecisionBar
          document={document}
          last={last}
          returning={returning}
          approving={approval.isPending}
          sending={back.isPending}
          onApprove={confirm}
          onReturning={setReturning}
          onReturn={back.mutate}
        />
      )}
    </>
  );
}

/** The reader came by an address of somebody else, or of before: there is nothing for them to decide. */
function NotWaiting({ document: { waitsFor } }: { readonly document: ApprovalView }): ReactElement {
  const say = useWords('approvals');
  return (
    <Notice tone="flat">
      {waitsFor === null ? say('doc.nothing_waits') : say('doc.waits_for', { title: waitsFor })}
    </Notice>
  );
}

/** Why the decision was not taken; when the sheet changed meanwhile, the way to its present content. */
function Refused({ error, reload }: { readonly error: Error; readonly reload: () => void }): ReactElement {
  const say = useWords('approvals');
  const sentence = useErrorSentence();
  return (
    <Notice tone="bad" role="alert">
      <p>{sentence(error)}</p>
      {isProblem(error, 409) && (
        <Button small onClick={reload}>
          <Icon name="clock" small />
          {say('stale.reload')}
        </Button>
      )}
    </Notice>
  );
}
