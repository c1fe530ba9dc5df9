import { useId } from 'react';
import type { ReactElement } from 'react';
import type { PlanPreview } from '../api';
import { useWords } from '../words';
import { directionOf } from './plan-reading';
import type { Direction, PlanAnswers, ReadQuestion } from './plan-reading';
import { EXCHANGE } from './words';

interface QuestionAnswerProps {
  readonly plan: PlanPreview;
  readonly question: ReadQuestion;
  readonly answers: PlanAnswers;
  readonly onAnswer: (answers: PlanAnswers) => void;
}

const DIRECTIONS: readonly Direction[] = ['up', 'down', 'maintain'];

/** The control with which a question is decided, where deciding needs no change of the text. */
export function QuestionAnswer(props: QuestionAnswerProps): ReactElement | null {
  const { asks } = props.question;
  if (asks === 'direction') return <DirectionAnswer {...props} />;
  if (asks === 'period') return <PeriodAnswer {...props} />;
  return asks === 'title' ? <TitleAnswer {...props} /> : null;
}

function DirectionAnswer({ plan, question, answers, onAnswer }: QuestionAnswerProps): ReactElement | null {
  const say = useWords(EXCHANGE);
  const name = useId();
  const key = question.subject;
  if (key === null) return null;
  const chosen = answers.directions[key] ?? directionOf(plan, key);
  return (
    <fieldset className="choices">
      <legend className="sr">{say('questions.direction_of', { about: question.about })}</legend>
      {DIRECTIONS.map((direction) => (
        <label key={direction} className="radio">
          <input
            type="radio"
            name={name}
            checked={chosen === direction}
            onChange={() => onAnswer({ ...answers, directions: { ...answers.directions, [key]: direction } })}
          />
          {say(`direction.${direction}`)}
        </label>
      ))}
    </fieldset>
  );
}

function PeriodAnswer({ answers, onAnswer }: QuestionAnswerProps): ReactElement {
  const say = useWords(EXCHANGE);
  const id = useId();
  return (
    <div className="choices">
      {(['firstFiscalYear', 'lastFiscalYear'] as const).map((field) => (
        <label key={field} htmlFor={`${id}-${field}`}>
          {say(`questions.${field}`)}
          <input
            id={`${id}-${field}`}
            className="inp year"
            inputMode="numeric"
            maxLength={4}
            defaultValue={answers[field] ?? ''}
            onChange={({ target }) =>
              onAnswer({ ...answers, [field]: /^\d{4}$/.test(target.value) ? Number(target.value) : null })
            }
          />
        </label>
      ))}
    </div>
  );
}

function TitleAnswer({ answers, onAnswer }: QuestionAnswerProps): ReactElement {
  const say = useWords(EXCHANGE);
  const id = useId();
  return (
    <label htmlFor={id} className="choices">
      {say('questions.plan_title')}
      <input
        id={id}
        className="inp"
        maxLength={200}
        value={answers.title}
        onChange={({ target }) => onAnswer({ ...answers, title: target.value })}
      />
    </label>
  );
}
