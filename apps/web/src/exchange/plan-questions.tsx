import type { ReactElement, Ref } from 'react';
import type { PlanPreview } from '../api';
import { Icon } from '../parts';
import { useWords } from '../words';
import { QuestionAnswer } from './question-answer';
import { openPlaces } from './plan-reading';
import type { PlanAnswers } from './plan-reading';
import { EXCHANGE } from './words';

interface PlanQuestionsProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly plan: PlanPreview;
  readonly lines: readonly string[];
  readonly answers: PlanAnswers;
  readonly showLeft: boolean;
  readonly onAnswer: (answers: PlanAnswers) => void;
}

/** Every doubt with the line it came from; each is answered or agreed to before the plan can be accepted. */
export function PlanQuestions({
  heading,
  plan,
  lines,
  answers,
  showLeft,
  onAnswer,
}: PlanQuestionsProps): ReactElement {
  const say = useWords(EXCHANGE);
  const { questions } = plan;
  const left = openPlaces(plan, answers);
  const settle = (at: number) => {
    const settled = new Set(answers.settled);
    if (!settled.delete(at)) settled.add(at);
    onAnswer({ ...answers, settled });
  };
  return (
    <section className="questions" aria-labelledby="plan-questions">
      <h3 id="plan-questions" ref={heading} tabIndex={-1}>
        {say('questions.title')}
        <span className="count">{questions.length}</span>
      </h3>
      <p className="sub">{say(questions.length === 0 ? 'questions.none' : 'questions.hint')}</p>
      {showLeft && left > 0 && (
        <p className="err-msg" role="alert">
          <Icon name="warning" small />
          {say('questions.left', { number: left })}
        </p>
      )}
      <ol>
        {questions.map((question, at) => (
          <li key={at} className={showLeft && !answers.settled.has(at) ? 'open' : undefined}>
            <div>
              <b>{question.about}</b>
              <p>{question.text}</p>
              <p className="source">
                <span className="sub">{say('plan.line', { line: question.line })}</span>
                <q>{lines[question.line - 1]?.trim() ?? ''}</q>
              </p>
            </div>
            <div className="answer">
              <QuestionAnswer plan={plan} question={question} answers={answers} onAnswer={onAnswer} />
              <label className="tick">
                <input
                  type="checkbox"
                  checked={answers.settled.has(at)}
                  onChange={() => settle(at)}
                  aria-label={say(labelOf(question.asks, 'of'), { about: question.about })}
                />
                {say(labelOf(question.asks))}
              </label>
            </div>
          </li>
        ))}
      </ol>
      {questions.some(({ asks }) => asks === 'nothing') && <p className="sub">{say('questions.wrong')}</p>}
    </section>
  );
}

/** What can be answered is decided; what was only read is agreed to. */
function labelOf(asks: PlanPreview['questions'][number]['asks'], of?: 'of'): string {
  const name = asks === 'nothing' ? 'questions.agree' : 'questions.decide';
  return of ? `${name}_of` : name;
}
