import type { ReactElement, Ref } from 'react';
import { Icon } from '../parts';
import { useWords } from '../words';
import type { ReadQuestion } from './plan-reading';
import { EXCHANGE } from './words';

interface PlanQuestionsProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly questions: readonly ReadQuestion[];
  readonly lines: readonly string[];
  /** Places of the questions that were ticked. */
  readonly ticked: ReadonlySet<number>;
  readonly showLeft: boolean;
  readonly onTick: (ticked: ReadonlySet<number>) => void;
}

/** Every doubt with the line it came from; each is ticked before the plan can be accepted. */
export function PlanQuestions({
  heading,
  questions,
  lines,
  ticked,
  showLeft,
  onTick,
}: PlanQuestionsProps): ReactElement {
  const say = useWords(EXCHANGE);
  const left = questions.length - ticked.size;
  const toggle = (at: number) => {
    const next = new Set(ticked);
    if (!next.delete(at)) next.add(at);
    onTick(next);
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
        {questions.map(({ line, about, text }, at) => (
          <li key={at} className={showLeft && !ticked.has(at) ? 'open' : undefined}>
            <div>
              <b>{about}</b>
              <p>{text}</p>
              <p className="source">
                <span className="sub">{say('plan.line', { line })}</span>
                <q>{lines[line - 1]?.trim() ?? ''}</q>
              </p>
            </div>
            <label className="tick">
              <input
                type="checkbox"
                checked={ticked.has(at)}
                onChange={() => toggle(at)}
                aria-label={say('questions.agree_of', { about })}
              />
              {say('questions.agree')}
            </label>
          </li>
        ))}
      </ol>
      {questions.length > 0 && <p className="sub">{say('questions.wrong')}</p>}
    </section>
  );
}
