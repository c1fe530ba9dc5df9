import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Commitment } from '../api';
import { Button, Card, Icon, useFormats } from '../parts';
import { DateField } from '../parts/date-field';
import type { IconName } from '../parts';
import { useWords } from '../words';
import type { CommitmentAnswer } from './answers';
import { useDesk } from './desk';
import { PastDay } from './field-parts';
import { newInputs } from './open-places';
import { answeredWhere, changesNothing, commitmentField, promisesOf } from './promises';

type Kind = CommitmentAnswer['answer'];
const KINDS: readonly Kind[] = ['done', 'changed', 'dropped'];
const ICONS: Readonly<Record<Kind, IconName>> = { done: 'tick-ring', changed: 'pen', dropped: 'line' };

/** What was promised in earlier years: what must be answered in this stage, then what only shows its answer. */
export function CommitmentAnswers(): ReactElement | null {
  const say = useWords('sheet-page');
  const { sheet, answers } = useDesk();
  const { commitments, fiscalYear } = sheet;
  if (commitments.length === 0) return null;
  const { asked, shown, done } = promisesOf(commitments, answers);
  // What management decided was decided this year, about the last one.
  const allLastYear = commitments.every(
    ({ madeInFiscalYear, decidedOn }) => madeInFiscalYear === fiscalYear - 1 && decidedOn === null,
  );
  return (
    <Card
      id="q-commitmentAnswers"
      title={say(allLastYear ? 'answers.title_last' : 'answers.title')}
      end={
        asked.length > 0 && <span className="sub">{say('answers.count', { done, total: asked.length })}</span>
      }
      bare
    >
      <ol className="prom">
        {asked.map((commitment, at) => (
          <Promise key={commitment.id} commitment={commitment} number={at + 1} />
        ))}
        {shown.map((commitment) => (
          <ShownPromise key={commitment.id} commitment={commitment} />
        ))}
      </ol>
    </Card>
  );
}

interface PromiseProps {
  readonly commitment: Commitment;
  readonly number: number;
}

function Promise({ commitment, number }: PromiseProps): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { answers, draft, editable } = useDesk();
  const answer = answers.commitmentAnswers?.[commitment.id];
  const held = useHeldAnswer(commitment.id);
  const unchanged =
    answer !== undefined && commitment.asked && changesNothing(commitment, answer, draft.missing);
  const ready = answer !== undefined && answer.text.trim() !== '' && !held.any && !unchanged;
  const [mending, setMending] = useState(false);
  return (
    <li id={`f-${commitment.id}`}>
      <PromiseHead commitment={commitment} />
      {answer && !mending && (ready || !editable) ? (
        <>
          <Given answer={answer} />
          {editable && (
            <Button kind="quiet" onClick={() => setMending(true)}>
              {say('answers.mend')}
            </Button>
          )}
        </>
      ) : editable ? (
        <AnswerForm
          commitment={commitment}
          number={number}
          onReady={() => setMending(false)}
          onBegin={() => setMending(true)}
        />
      ) : (
        <p className="sub">{words('answers.open')}</p>
      )}
    </li>
  );
}

/** A promise that is asked in another sheet, or nowhere any more. */
function ShownPromise({ commitment }: Pick<PromiseProps, 'commitment'>): ReactElement {
  const say = useWords('sheet-page');
  const { sheet, answers } = useDesk();
  const answer = answers.commitmentAnswers?.[commitment.id];
  const where = answeredWhere(commitment, sheet);
  return (
    <li>
      <PromiseHead commitment={commitment} />
      {/* What was written here and not taken is no answer. */}
      {where === 'here' ? answer && <Given answer={answer} /> : <p>{say(`answers.where.${where}`)}</p>}
    </li>
  );
}

function Given({ answer }: { readonly answer: CommitmentAnswer }): ReactElement {
  const words = useWords('sheet');
  return (
    <>
      <p className={`ans ${answer.answer}`}>
        <Icon name={ICONS[answer.answer]} small />
        <b>{words(`answers.${answer.answer}`)}</b>
        {answer.text && `　${answer.text}`}
      </p>
      {answer.what && <p>{answer.what}</p>}
    </>
  );
}

/** What was promised, by whom and until when, and what was answered before. */
function PromiseHead({ commitment }: Pick<PromiseProps, 'commitment'>): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const parts = useWords('parts');
  const { plainFullDay, year } = useFormats();
  return (
    <>
      <p>
        <b>{commitment.what}</b>
      </p>
      {commitment.decidedOn !== null && (
        <p className="sub">
          <Icon name="flag" small />
          {say('promise.decided', { date: plainFullDay(commitment.decidedOn) })}
        </p>
      )}
      <p className="sub">
        {say('promise.line_day', { who: commitment.who, date: plainFullDay(commitment.dueOn) })}
      </p>
      {commitment.answers.map((earlier, at) => (
        <p className="sub" key={at}>
          {say('answers.earlier', {
            year: year(earlier.fiscalYear),
            stage: parts(`stage.${earlier.stage}`),
            answer: KINDS.some((kind) => kind === earlier.answer)
              ? words(`answers.${earlier.answer}`)
              : earlier.answer,
            text: earlier.text,
          })}
        </p>
      ))}
    </>
  );
}

/** New words or a new day that are empty or cannot be read: they wait, and the old ones stay stored. */
function useHeldAnswer(id: string) {
  const { held, unfinished } = useDesk();
  const inputs = newInputs(id);
  const what = held.texts[inputs.what]?.text;
  const due = held.texts[inputs.due]?.text;
  const hold = (input: string, kind: 'words' | 'day') => (text: string | null) =>
    unfinished.holdText(input, text === null ? null : { field: 'commitmentAnswers', kind, text });
  const holdWhat = hold(inputs.what, 'words');
  const holdDue = hold(inputs.due, 'day');
  const drop = () => {
    holdWhat(null);
    holdDue(null);
  };
  return { inputs, what, due, any: what !== undefined || due !== undefined, holdWhat, holdDue, drop };
}

interface AnswerFormProps extends PromiseProps {
  readonly onBegin: () => void;
  readonly onReady: () => void;
}

/** Three ways to answer; the first press is saved, words can follow. */
function AnswerForm({ commitment, number, onBegin, onReady }: AnswerFormProps): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { answers, draft, edit, errorOf, asked } = useDesk();
  const [tried, setTried] = useState(false);
  const { id } = commitment;
  const all = answers.commitmentAnswers ?? {};
  const answer = all[id];
  const unexplained = answer?.text.trim() === '' && (tried || errorOf(commitmentField(id)) !== null);
  const change = (part: Partial<CommitmentAnswer>) => {
    onBegin();
    const kept: CommitmentAnswer = { answer: 'done', text: '', ...answer, ...part };
    const plain: CommitmentAnswer = { answer: kept.answer, text: kept.text };
    if (kept.answer !== 'changed') held.drop();
    edit({ commitmentAnswers: { ...all, [id]: kept.answer === 'changed' ? kept : plain } });
  };
  const held = useHeldAnswer(id);
  const dueText = held.due ?? answer?.dueOn ?? commitment.dueOn;
  const whatText = held.what ?? answer?.what ?? commitment.what;
  const changeDue = (text: string, day: string | null) => {
    held.holdDue(day === null ? text : null);
    if (day !== null) change({ dueOn: day });
  };
  const changeWhat = (text: string) => {
    held.holdWhat(text.trim() === '' ? text : null);
    if (text.trim() !== '') change({ what: text });
  };
  const wordless = held.what !== undefined && (tried || asked);
  const nothingNew = answer !== undefined && !held.any && changesNothing(commitment, answer, draft.missing);
  const unchanged = nothingNew && (tried || asked);
  const finish = () => (answer?.text.trim() !== '' && !held.any && !nothingNew ? onReady() : setTried(true));
  return (
    <>
      <div className="seg" role="group" aria-label={say('answers.group', { n: number })}>
        {KINDS.map((kind) => (
          <Button
            key={kind}
            small
            aria-pressed={answer?.answer === kind}
            onClick={() => change({ answer: kind })}
          >
            {words(`answers.${kind}`)}
          </Button>
        ))}
      </div>
      {answer && (
        <div className="ans-form">
          <label className="label" htmlFor={`t-${id}`}>
            {say(`answers.text.${answer.answer}`)}
          </label>
          <textarea
            className="textarea"
            id={`t-${id}`}
            rows={2}
            maxLength={2000}
            value={answer.text}
            aria-required="true"
            aria-invalid={unexplained}
            aria-describedby={unexplained ? `e-${id}` : undefined}
            onChange={({ target }) => change({ text: target.value })}
          />
          {unexplained && (
            <p className="err-msg" id={`e-${id}`}>
              <Icon name="warning" small />
              {say('answers.text_missing')}
            </p>
          )}
          {answer.answer === 'changed' && (
            <>
              <label className="label" htmlFor={`f-${held.inputs.what}`}>
                {say('answers.new_what')}
              </label>
              <textarea
                className="textarea"
                id={`f-${held.inputs.what}`}
                rows={2}
                maxLength={1000}
                value={whatText}
                aria-invalid={wordless || unchanged}
                aria-describedby={wordless || unchanged ? `e-w-${id}` : undefined}
                onChange={({ target }) => changeWhat(target.value)}
              />
              {(wordless || unchanged) && (
                <p className="err-msg" id={`e-w-${id}`}>
                  <Icon name="warning" small />
                  {say(wordless ? 'row.cell_missing' : 'answers.nothing_changed')}
                </p>
              )}
              <DateField
                id={`f-${held.inputs.due}`}
                label={say('answers.new_due')}
                toCome
                value={dueText === '' ? null : dueText}
                error={dueText === '' && (tried || asked) ? say('row.cell_missing') : null}
                onChange={(day, text) => changeDue(day ?? text, day)}
              />
              {!unchanged && <PastDay date={dueText} />}
            </>
          )}
          <Button small onClick={finish}>
            {say('answers.ready')}
          </Button>
        </div>
      )}
    </>
  );
}
