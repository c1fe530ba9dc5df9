import { useState } from 'react';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import type { AnswerKey, Field } from '../api';
import { Button } from '../parts';
import { useWords } from '../words';
import { isAnswered, takeOverOf } from './answers';
import { AnswerView } from './answer-view';
import { useDesk } from './desk';
import { ActivityIndicatorsEditor } from './editors/activity-indicators-editor';
import { AmountEditor } from './editors/amount-editor';
import { ChoiceEditor } from './editors/choice-editor';
import { CommitmentsEditor } from './editors/commitments-editor';
import { FundingEditor } from './editors/funding-editor';
import { SdgsEditor } from './editors/sdgs-editor';
import { TextEditor } from './editors/text-editor';
import { AnswerError, Two } from './field-parts';
import { focusField } from './focus-field';
import { unfinishedPlaces } from './unfinished-places';

interface SingleFieldProps {
  readonly field: Field;
  readonly label: string;
}

const isLong = (field: Field) => field.type === 'text';

/**
 * One field with last year beside it. A carried-over field stands grey and unconfirmed until somebody confirms it
 * or changes it; any other field can take last year's words over as a draft.
 */
export function SingleField({ field, label }: SingleFieldProps): ReactElement {
  const { sheet } = useDesk();
  const key = field.key as AnswerKey;
  const before = sheet.lastYear?.answers[key];
  return (
    <Two
      last={
        <>
          <AnswerView field={field.key} type={field.type} value={before} last />
          <TakeOver field={field} label={label} />
        </>
      }
    >
      <ThisYear field={field} label={label} />
    </Two>
  );
}

/** この文を今年度に写す: last year's words as the beginning of this year's. */
function TakeOver({ field, label }: SingleFieldProps): ReactElement | null {
  const say = useWords('sheet-page');
  const { answers, lastYear, edit, editable } = useDesk();
  const key = field.key as AnswerKey;
  const before = lastYear?.[key];
  const now = answers[key];
  if (!editable || takeOverOf(field) !== 'copy' || !isAnswered(before)) return null;
  if (!isLong(field) && isAnswered(now)) return null;
  const copy = () => {
    const written = typeof now === 'string' && now.trim() !== '' ? `${now}\n` : '';
    edit({ [key]: typeof before === 'string' ? `${written}${before}` : before });
    document.getElementById(`f-${key}`)?.focus();
  };
  const action = say(isLong(field) ? 'copy_text' : 'copy_list');
  return (
    <Button kind="quiet" aria-label={say('of_field', { action, field: label })} onClick={copy}>
      {action}
    </Button>
  );
}

function ThisYear({ field, label }: SingleFieldProps): ReactElement {
  const say = useWords('sheet-page');
  const { answers, lastYear, edit, editable, statusOf, held, unfinished } = useDesk();
  const key = field.key as AnswerKey;
  // What was half typed comes back in its editor.
  const [changing, setChanging] = useState(() => unfinishedPlaces(held).some((one) => one.field === key));
  // The editor opens on last year's value, and no longer brings it back once something was written or taken away: now, or
  // before it was opened again.
  const [opened, setOpened] = useState(answers[key]);
  const [touched, setTouched] = useState(false);
  if (changing && !touched && answers[key] !== opened) setTouched(true);
  const emptied = opened === null;
  const status = statusOf(field);
  const before = lastYear?.[key];
  const change = () => {
    setOpened(answers[key]);
    setTouched(false);
    flushSync(() => setChanging(true));
    focusField(key);
  };
  const named = (action: string) => ({ 'aria-label': say('of_field', { action, field: label }) });

  if (!editable) return <AnswerView field={field.key} type={field.type} value={answers[key]} />;
  if (status === 'unconfirmed' && !changing) {
    return (
      <div id={`f-${key}`}>
        <div className="ghost">
          <AnswerView field={field.key} type={field.type} value={before} />
        </div>
        <div className="acts">
          <Button small icon="tick" {...named(say('keep'))} onClick={() => edit({ [key]: before })}>
            {say('keep')}
          </Button>
          <Button small {...named(say('change'))} onClick={change}>
            {say('change')}
          </Button>
        </div>
        <AnswerError id={key} />
      </div>
    );
  }
  if (status === 'same' && !changing) {
    return (
      <div id={`f-${key}`}>
        <AnswerView field={field.key} type={field.type} value={answers[key]} />
        <Button kind="quiet" {...named(say('change'))} onClick={change}>
          {say('change')}
        </Button>
      </div>
    );
  }
  const putBack = () => {
    unfinished.giveUp(key);
    edit({ [key]: before });
    setChanging(false);
  };
  return (
    <>
      <Editor field={field} label={label} begins={changing && !touched && !emptied && status !== 'changed'} />
      <AnswerError id={key} />
      {takeOverOf(field) === 'confirm' && (status === 'changed' || status === 'same') && (
        <Button kind="quiet" {...named(say('put_back'))} onClick={putBack}>
          {say('put_back')}
        </Button>
      )}
    </>
  );
}

/** `begins`: the editor opens on last year's value, which counts as this year's from the first change on. */
function Editor({ field, label, begins }: SingleFieldProps & { begins: boolean }): ReactElement {
  const key = field.key as AnswerKey;
  switch (field.type) {
    case 'text':
      return <TextEditor field={field} label={label} begins={begins} />;
    case 'choice':
      return <ChoiceEditor field={field} label={label} begins={begins} />;
    case 'money':
    case 'decimal':
      return <AmountEditor field={field} label={label} begins={begins} />;
    case 'funding':
      return <FundingEditor label={label} begins={begins} />;
    case 'sdgs':
      return <SdgsEditor label={label} begins={begins} />;
    case 'activityIndicators':
      return <ActivityIndicatorsEditor key={key} label={label} begins={begins} />;
    case 'commitments':
      return <CommitmentsEditor key={key} label={label} />;
    case 'activityActuals':
    case 'ratings':
    case 'indicatorActual':
      return <AnswerViewOnly field={field} />;
  }
}

/** These have a form of their own (see QuestionBody). */
function AnswerViewOnly({ field }: { readonly field: Field }): ReactElement {
  const { answers } = useDesk();
  return <AnswerView field={field.key} type={field.type} value={answers[field.key as AnswerKey]} />;
}
