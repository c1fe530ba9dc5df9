import { useState } from 'react';
import type { ReactElement } from 'react';
import { useBeforeUnload } from 'react-router';
import type { ApprovalView } from '../api';
import { Button, Dialog, useWide } from '../parts';
import { useWords } from '../words';
import { gradeOfAnother } from './grading';
import { ReturnForm } from './return-form';
import type { SentBack, WrittenReturn } from './return-form';

interface DecisionBarProps {
  readonly document: ApprovalView;
  readonly last: boolean;
  readonly returning: boolean;
  readonly approving: boolean;
  readonly sending: boolean;
  readonly onApprove: () => void;
  readonly onReturning: (returning: boolean) => void;
  readonly onReturn: (sent: SentBack) => void;
}

/** 代決 is named on the button itself, so that nobody takes it for their own approval. */
function approveLabel({ standsInFor }: ApprovalView, last: boolean): string {
  if (standsInFor !== null) return last ? 'decide.instead_last' : 'decide.instead';
  return last ? 'decide.approve_last' : 'decide.approve';
}

/** Confirm or return. Returning grows out of the bar on desks and comes up as a sheet on phones. */
export function DecisionBar(props: DecisionBarProps): ReactElement {
  const { document, last, returning, approving, sending, onApprove, onReturning, onReturn } = props;
  const say = useWords('approvals');
  const wide = useWide();
  const [written, setWritten] = useState<WrittenReturn>({
    places: [],
    reason: '',
    due: document.standardReturnDueOn,
    changingDue: false,
  });
  useBeforeUnload((event) => {
    if (written.reason !== '') event.preventDefault();
  });
  const waits = gradeOfAnother(document);
  const { nextTitle: next } = document;
  const after = waits
    ? say('decide.grade_of_another')
    : next === null
      ? say('decide.after_last')
      : say('decide.after', { next });
  const close = () => onReturning(false);
  const form = (
    <ReturnForm
      document={document}
      written={written}
      onWrite={(part) => setWritten((before) => ({ ...before, ...part }))}
      sending={sending}
      onCancel={close}
      onReturn={onReturn}
      titled={wide}
    />
  );
  if (returning && wide) {
    return (
      <div className="decide returning" role="group" aria-label={say('decide.label')}>
        {form}
      </div>
    );
  }
  return (
    <div className="decide" role="group" aria-label={say('decide.label')}>
      <div className="main-btn">
        <Button icon="return" onClick={() => onReturning(true)}>
          {say('decide.return')}
        </Button>
        {!waits && (
          <Button
            kind="primary"
            icon="tick"
            className="okb"
            busy={approving && say('decide.approving')}
            onClick={onApprove}
          >
            {say(approveLabel(document, last))}
          </Button>
        )}
      </div>
      <p className="sub after">{after}</p>
      {!wide && (
        <Dialog title={say('return.title')} open={returning} onClose={close}>
          {form}
        </Dialog>
      )}
    </div>
  );
}
