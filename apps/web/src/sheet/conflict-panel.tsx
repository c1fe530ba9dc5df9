import { useState } from 'react';
import type { ReactElement } from 'react';
import type { AnswerKey, FieldType } from '../api';
import { Button, Dialog, Icon, useFormats } from '../parts';
import { DiffText } from '../parts/diff-text';
import { useWords } from '../words';
import { AnswerView } from './answer-view';
import { isAnswered } from './answers';
import type { Conflict, DraftKeeper } from './draft-keeper';
import { useDesk } from './desk';

interface ConflictPanelProps {
  readonly keeper: DraftKeeper;
  readonly conflict: Conflict;
  readonly onClose: () => void;
}

type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

/** What another person changed meanwhile, beside what was typed here: nothing is lost, somebody chooses. */
export default function ConflictPanel({ keeper, conflict, onClose }: ConflictPanelProps): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { list, time } = useFormats();
  const { answers } = useDesk();
  const [choices, setChoices] = useState<Choices>({});
  const [asked, setAsked] = useState(false);
  const by = conflict.by ?? say('conflict.somebody');
  const contested = keeper.contested(conflict);
  const taken = conflict.changed.filter((change) => !contested.includes(change));
  const nameOf = (field: string) => words(`field.${field}`);
  const mineOf = (field: string): unknown => answers[field as AnswerKey];
  const marked = contested.some(({ field, type, after }) => isMarked(type, mineOf(field), after));
  const apply = () => {
    setAsked(true);
    if (contested.some(({ field }) => choices[field] === undefined)) return;
    keeper.settle(
      conflict,
      new Set(contested.map(({ field }) => field).filter((field) => choices[field] === 'theirs')),
    );
    onClose();
  };
  return (
    <Dialog title={say('conflict.title', { by })} open onClose={onClose} wide>
      <p>{say('conflict.explain', { by, time: conflict.at ? time(conflict.at) : '' })}</p>
      {taken.length > 0 && (
        <p className="conflict-taken">
          <Icon name="tick-ring" small />
          {say('conflict.taken', { by, fields: list(taken.map(({ field }) => nameOf(field))) })}
        </p>
      )}
      {marked && <p className="sub">{say('conflict.marks')}</p>}
      {contested.map(({ field, type, after }) => (
        <fieldset className="conflict" key={field}>
          <legend>
            <h3>{nameOf(field)}</h3>
          </legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={choices[field] === side ? 'conflict-side chosen' : 'conflict-side'}>
              <span className="radio">
                <input
                  type="radio"
                  name={`conflict-${field}`}
                  checked={choices[field] === side}
                  onChange={() => setChoices({ ...choices, [field]: side })}
                />
                <b>{say(`conflict.use_${side}`, { by })}</b>
              </span>
              <Side
                field={field}
                type={type}
                value={side === 'mine' ? mineOf(field) : after}
                other={side === 'mine' ? after : mineOf(field)}
              />
            </label>
          ))}
          {asked && choices[field] === undefined && (
            <p className="err-msg" role="alert">
              <Icon name="warning" small />
              {say('conflict.choose')}
            </p>
          )}
        </fieldset>
      ))}
      <div className="dialog-acts">
        <Button kind="primary" onClick={apply}>
          {say('conflict.apply')}
        </Button>
      </div>
    </Dialog>
  );
}

interface SideProps {
  readonly field: string;
  readonly type: FieldType;
  readonly value: unknown;
  /** The same field on the other side. */
  readonly other: unknown;
}

/** One side; in a text what the other side has not is marked. Neither is the older one, so nothing is struck through. */
function Side({ field, type, value, other }: SideProps): ReactElement {
  const say = useWords('sheet-page');
  if (!isMarked(type, value, other)) return <AnswerView field={field} type={type} value={value} />;
  return (
    <p className="written">
      <DiffText before={String(other)} after={String(value)} side="after" heard={say('conflict.only_here')} />
    </p>
  );
}

/** Whether both sides are texts, which can be compared word by word. */
const isMarked = (type: FieldType, one: unknown, other: unknown): boolean =>
  type === 'text' && isAnswered(one) && isAnswered(other);
