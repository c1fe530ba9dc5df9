import type { ReactElement } from 'react';
import { Button, ButtonLink } from '../parts';
import { useWords } from '../words';
import { Sentence } from '../words/sentence';
import { useDesk } from './desk';
import { NextSheet } from './next-sheet';
import { useOpenPlaces } from './open-places';
import { SaveLine } from './save-line';

interface ActionBarProps {
  readonly submitting: boolean;
  readonly withdrawing: boolean;
  readonly onConflict: () => void;
  readonly onPreview: () => void;
  readonly onSubmit: () => void;
  readonly onWithdraw: () => void;
}

/** Under the thumb: whether the words are safe, what is missing, and the one next step. */
export function ActionBar(props: ActionBarProps): ReactElement {
  const say = useWords('sheet-page');
  const { sheet, editable } = useDesk();
  return (
    <div className="bar">
      <div className="bar-in">
        {editable ? <SaveLine onConflict={props.onConflict} /> : <ReadOnlyLine />}
        {editable && <Left />}
        <Button className="bar-preview" onClick={props.onPreview}>
          {say('bar.preview')}
        </Button>
        {editable && (
          <Button kind="primary" busy={props.submitting && say('bar.submitting')} onClick={props.onSubmit}>
            {say('bar.submit')}
          </Button>
        )}
        {sheet.mayWithdraw && (
          <Button busy={props.withdrawing && say('bar.withdrawing')} onClick={props.onWithdraw}>
            {say('bar.withdraw')}
          </Button>
        )}
        {sheet.mayDecide && (
          <ButtonLink kind="primary" to={`/approvals/${sheet.taskStageId}`}>
            {say('bar.decide')}
          </ButtonLink>
        )}
        {!editable && !sheet.mayDecide && <Onward />}
      </div>
    </div>
  );
}

/** From what one has handed in to the next sheet, also when somebody reads it already; from all others back to the list. */
function Onward(): ReactElement {
  const say = useWords('sheet-page');
  const { sheet } = useDesk();
  if (sheet.mayWrite && sheet.state === 'submitted') return <NextSheet current={sheet.taskStageId} />;
  return <ButtonLink to="/">{say('bar.today')}</ButtonLink>;
}

function Left(): ReactElement {
  const say = useWords('sheet-page');
  const open = useOpenPlaces();
  return (
    <p className="left">
      {open.length > 0 ? (
        <Sentence of="sheet-page" say="bar.left" values={{ count: open.length }} />
      ) : (
        say('bar.ready')
      )}
    </p>
  );
}

function ReadOnlyLine(): ReactElement {
  const say = useWords('sheet-page');
  const { sheet } = useDesk();
  const key = sheet.state === 'submitted' ? 'state.submitted_plain' : `state.${sheet.state}`;
  const known = sheet.state === 'submitted' || sheet.state === 'approved' || sheet.state === 'not_applicable';
  return <p className="saved">{say(known ? key : 'state.read_only')}</p>;
}
