import type { ReactElement } from 'react';
import type { AnswerKey, Answers } from '../api';
import { Button, useFormats } from '../parts';
import { useWords } from '../words';
import { Sentence } from '../words/sentence';
import { confirmsWithOthers } from './answers';
import { useDesk } from './desk';
import { unfinishedPlaces } from './unfinished-places';

/** One confirmation is its own button; from two on, one press may confirm them together. */
const WORTH_A_BUTTON = 2;

/** What this form is and how little of it must be typed. */
export function FormIntro(): ReactElement {
  const say = useWords('sheet-page');
  const { day } = useFormats();
  const { sheet, editable, lastYear, statusOf, edit, held } = useDesk();
  const begun = unfinishedPlaces(held).map(({ field }) => field);
  const waiting = sheet.fields.filter(
    (field) => statusOf(field) === 'unconfirmed' && confirmsWithOthers(field) && !begun.includes(field.key),
  );
  // What is left to do counts only what must be filled in.
  const optional = waiting.filter(({ required }) => !required).length;
  const confirmAll = () => {
    const answers: Answers = Object.fromEntries(
      waiting.map(({ key }) => [key, lastYear?.[key as AnswerKey]]),
    );
    edit(answers);
  };
  const hint = () => {
    if (!sheet.open && sheet.state === 'none') {
      const opensOn = sheet.stages.find(({ stage }) => stage === sheet.stage)?.opensOn;
      if (opensOn) return say('form.not_open', { date: day(opensOn) });
    }
    if (!editable) return say('form.hint_read');
    return say(sheet.lastYear ? 'form.hint' : 'form.hint_first');
  };
  return (
    <div className="f-intro">
      <h2>{say(sheet.subject.kind === 'indicator' ? 'form.indicator' : `form.${sheet.stage}`)}</h2>
      <p className="sub">{hint()}</p>
      {editable && waiting.length >= WORTH_A_BUTTON && (
        <Button small icon="tick" onClick={confirmAll}>
          <span>
            <Sentence
              of="sheet-page"
              say={optional === 0 ? 'form.confirm_all' : 'form.confirm_all_some'}
              values={{ count: waiting.length, optional }}
              parts={{ nb: <span className="nb" /> }}
            />
          </span>
        </Button>
      )}
    </div>
  );
}
