import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ActualEntry, Answers, Concern } from '../../api';
import { useValues } from '../../charts';
import { useFormats } from '../../parts';
import { MILESTONES, NO_VALUE_REASONS } from '../../sheet/answers';
import type { IndicatorAnswer } from '../../sheet/answers';
import '../../sheet/words';
import '../../sheet/page-words';
import { Required } from '../../parts/required';
import { TextInput } from '../../parts/text-input';
import { focusField } from '../../sheet/focus-field';
import { NumberBox } from '../../sheet/number-input';
import { doubtsAboutValue, ValueDoubts } from '../../sheet/value-doubts';
import { useWords } from '../../words';
import { INDICATORS } from '../words';

interface EntryFieldsProps {
  readonly entry: ActualEntry;
  readonly title: string;
  readonly answers: Answers;
  /** What looks odd about them, as far as they are saved. */
  readonly concerns: readonly Concern[];
  readonly editable: boolean;
  readonly onActual: (part: Partial<IndicatorAnswer>) => void;
  readonly onWords: (words: Pick<Answers, 'source' | 'specialNote'>) => void;
  /** Whether what stands in the box cannot be read as a number. */
  readonly onUnread: (unread: boolean) => void;
}

/** Last year as it was, this year as it is typed. */
export function EntryFields(props: EntryFieldsProps): ReactElement {
  const { entry, answers, editable } = props;
  const say = useWords(INDICATORS);
  const { year } = useFormats();
  return (
    <div className="entry-two">
      <dl className="entry-last">
        <dt>{say('entry.last', { year: year(entry.fiscalYear - 1) })}</dt>
        <dd>
          <Shown entry={entry} answers={entry.lastYear} />
        </dd>
      </dl>
      {editable ? (
        <Form {...props} />
      ) : (
        <dl>
          <dt>{say('entry.now', { year: year(entry.fiscalYear) })}</dt>
          <dd>
            <Shown entry={entry} answers={answers} />
          </dd>
        </dl>
      )}
    </div>
  );
}

function Shown({
  entry,
  answers,
}: {
  readonly entry: ActualEntry;
  readonly answers: Answers | null;
}): ReactElement {
  const say = useWords(INDICATORS);
  const words = useWords('sheet');
  const parts = useWords('parts');
  const { withUnit } = useValues(entry);
  const actual = answers?.indicatorActual;
  if (!actual) return <>{parts('status.awaited')}</>;
  if (actual.reason !== null) return <>{words(`choice.reason.${actual.reason}`)}</>;
  if (actual.milestone !== null) return <>{words(`milestone.${actual.milestone}`)}</>;
  return (
    <>
      <b>{withUnit(actual.value ?? '')}</b>
      {actual.preliminary && <span className="pill">{say('entry.preliminary_mark')}</span>}
      {answers.specialNote && <p className="sub">{answers.specialNote}</p>}
    </>
  );
}

function Form({
  entry,
  title,
  answers,
  concerns,
  onActual,
  onWords,
  onUnread,
}: EntryFieldsProps): ReactElement {
  const say = useWords(INDICATORS);
  const words = useWords('sheet');
  const { year } = useFormats();
  const { taskStageId: id, kind } = entry;
  const sourceKey = `source-${id}`;
  const now = answers.indicatorActual;
  const isSourceOpen = (answers.source ?? '') === '' && (now?.reason ?? null) === null;
  const lastSource = isSourceOpen ? (entry.lastYear?.source ?? '') : '';
  const doubts = doubtsAboutValue(concerns);
  // What is no number stays as it was typed, with what is wrong about it.
  const [unread, setUnread] = useState<string | null>(null);
  const [before, setBefore] = useState<Partial<IndicatorAnswer>>({ reason: null });
  const label = say('entry.now_of', { name: title, year: year(entry.fiscalYear) });
  return (
    <div className="entry-form">
      {kind === 'milestone' ? (
        <label className="entry-value">
          <span className="label">{say('entry.now', { year: year(entry.fiscalYear) })}</span>
          <select
            className="input"
            aria-label={label}
            value={now?.milestone ?? ''}
            onChange={({ target }) =>
              onActual({ milestone: MILESTONES.find((one) => one === target.value) ?? null, reason: null })
            }
          >
            <option value="">{say('entry.choose')}</option>
            {MILESTONES.map((one) => (
              <option key={one} value={one}>
                {words(`milestone.${one}`)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <div className="entry-value">
          <label className="label" htmlFor={`v-${id}`}>
            {say('entry.now', { year: year(entry.fiscalYear) })}
          </label>
          <NumberBox
            id={`v-${id}`}
            label={label}
            value={unread ?? now?.value ?? undefined}
            unit={entry.unit}
            {...(doubts.length > 0 && { describedBy: `d-${id}` })}
            onType={(text, read) => {
              const empty = text.trim() === '';
              const isUnread = !empty && read === null;
              setUnread(isUnread ? text : null);
              onUnread(isUnread);
              if (empty) onActual({ value: null });
              else if (read !== null) onActual({ value: read, reason: null });
            }}
          />
          <ValueDoubts id={`d-${id}`} doubts={doubts} />
        </div>
      )}
      <label className="tick entry-preliminary">
        <input
          type="checkbox"
          checked={now?.preliminary === true}
          disabled={now === null || now === undefined || now.reason !== null}
          onChange={({ target }) => onActual({ preliminary: target.checked })}
        />
        {say('entry.preliminary')}
      </label>
      <label className="entry-reason">
        <span className="label">{say('entry.reason')}</span>
        <select
          className="input"
          value={now?.reason ?? ''}
          onChange={({ target }) => {
            const reason = NO_VALUE_REASONS.find((one) => one === target.value) ?? null;
            if (reason !== null && now && now.reason === null) setBefore(now);
            // Who takes the reason back finds the value that it had taken the place of.
            onActual(reason === null ? before : { reason, value: null, milestone: null, preliminary: false });
          }}
        >
          <option value="">{say('entry.has_value')}</option>
          {NO_VALUE_REASONS.map((one) => (
            <option key={one} value={one}>
              {words(`choice.reason.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <TextInput
        id={`f-${sourceKey}`}
        label={
          <>
            {say('entry.source')}
            {(now?.reason ?? null) === null && <Required />}
          </>
        }
        {...(lastSource !== '' && {
          hint: (
            <button
              type="button"
              className="link sub"
              onClick={() => {
                onWords({ source: lastSource });
                // The button goes with what it was for.
                focusField(sourceKey);
              }}
            >
              {say('entry.same_source', { source: lastSource })}
            </button>
          ),
        })}
        className="entry-source"
        maxLength={1000}
        value={answers.source ?? ''}
        onChange={(text) => onWords({ source: text === '' ? null : text })}
      />
      <TextInput
        id={`n-${id}`}
        label={words('field.specialNote')}
        hint={say('entry.special_hint')}
        className="entry-source"
        maxLength={1000}
        value={answers.specialNote ?? ''}
        onChange={(text) => onWords({ specialNote: text === '' ? null : text })}
      />
    </div>
  );
}
