import type { ReactElement } from 'react';
import { Icon } from '../parts';
import type { IconName } from '../parts';
import { Required } from '../parts/required';
import { useWords } from '../words';
import type { FieldStatus, Question } from './answers';
import { useDesk } from './desk';
import { QuestionBody } from './question-body';
import { unfinishedPlaces } from './unfinished-places';

const LOOK: Readonly<Record<FieldStatus, readonly [IconName, string]>> = {
  empty: ['ring', 'warn'],
  unconfirmed: ['ring', 'warn'],
  changed: ['pen', 'key'],
  same: ['tick-ring', 'good'],
  filled: ['tick-ring', 'good'],
};
const OPEN_FIRST: readonly FieldStatus[] = ['unconfirmed', 'empty', 'changed', 'filled', 'same'];

/** The words over a question: the field's own, or those of the two that belong together. */
export function useQuestionLabel(): (question: Question) => string {
  const say = useWords('sheet');
  return ({ kind, id }) => (kind === 'one' ? say(`field.${id}`) : say(`question.${kind}`));
}

interface QuestionCardProps {
  readonly question: Question;
  /** As it is printed before the title, from 1. */
  readonly number: number;
}

export function QuestionCard({ question, number }: QuestionCardProps): ReactElement {
  const parts = useWords('parts');
  const label = useQuestionLabel()(question);
  const { editable } = useDesk();
  // What must be written is of interest to whoever writes.
  const required = editable && question.fields.some((field) => field.required);
  const open = question.fields.every((field) => field.public);
  return (
    <section className="field" id={`q-${question.id}`} aria-labelledby={`l-${question.id}`}>
      <div className="f-head">
        <h3 id={`l-${question.id}`}>
          {number}　{label}
        </h3>
        {required && <Required />}
        {open && <span className="pill">{parts('field.public')}</span>}
        <QuestionStatus question={question} />
      </div>
      <QuestionBody question={question} label={label} />
    </section>
  );
}

function QuestionStatus({ question }: { readonly question: Question }): ReactElement | null {
  const say = useWords('sheet-page');
  const { statusOf, editable, held } = useDesk();
  const unfinished = unfinishedPlaces(held).some((place) =>
    question.fields.some(({ key }) => key === place.field),
  );
  const statuses = question.fields
    .filter((field) => field.required || statusOf(field) !== 'empty')
    .map(statusOf);
  const status = OPEN_FIRST.find((one) => statuses.includes(one));
  if (!editable) return null;
  if (unfinished) {
    return (
      <span className="fs warn">
        <Icon name="warning" small />
        {say('status.unfinished')}
      </span>
    );
  }
  if (status === undefined) return null;
  const [icon, tone] = LOOK[status];
  return (
    <span className={`fs ${tone}`}>
      <Icon name={icon} small />
      {say(`status.${status}`)}
    </span>
  );
}
