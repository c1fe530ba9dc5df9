import type { ReactElement } from 'react';
import { Icon } from '../parts';
import type { IconName } from '../parts';
import { useWords } from '../words';
import type { FieldStatus, Question } from './answers';
import { useDesk } from './desk';
import { QuestionBody } from './question-body';

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
  const required = question.fields.some((field) => field.required);
  const open = question.fields.every((field) => field.public);
  return (
    <section className="field" id={`q-${question.id}`} aria-labelledby={`l-${question.id}`}>
      <div className="f-head">
        <h3 id={`l-${question.id}`}>
          {number}　{label}
        </h3>
        {required && <span className="pill must">{parts('field.required')}</span>}
        {open && <span className="pill">{parts('field.public')}</span>}
        <QuestionStatus question={question} />
      </div>
      <QuestionBody question={question} label={label} />
    </section>
  );
}

function QuestionStatus({ question }: { readonly question: Question }): ReactElement | null {
  const say = useWords('sheet-page');
  const { statusOf, editable } = useDesk();
  const statuses = question.fields
    .filter((field) => field.required || statusOf(field) !== 'empty')
    .map(statusOf);
  const status = OPEN_FIRST.find((one) => statuses.includes(one));
  if (status === undefined || !editable) return null;
  const [icon, tone] = LOOK[status];
  return (
    <span className={`fs ${tone}`}>
      <Icon name={icon} small />
      {say(`status.${status}`)}
    </span>
  );
}
