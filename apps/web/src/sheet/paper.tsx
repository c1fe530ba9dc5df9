import type { ReactElement } from 'react';
import type { AnswerKey, Field } from '../api';
import { useSession } from '../frame/session';
import { useFormats, useSubjectTitle } from '../parts';
import { useWords } from '../words';
import { AnswerView } from './answer-view';
import { isAnswered, questionsOf } from './answers';
import { useDesk } from './desk';
import { useQuestionLabel } from './question';
import './paper.css';

/** The sheet on A4: numbered headings, last year beside this year, room for the approvals. */
export function Paper(): ReactElement {
  const say = useWords('sheet-page');
  const parts = useWords('parts');
  const { year, fullDay } = useFormats();
  const { city, today } = useSession();
  const { sheet } = useDesk();
  const { subject } = sheet;
  const title = useSubjectTitle()(subject);
  const label = useQuestionLabel();
  return (
    <article className="paper">
      <header>
        <p className="paper-line">
          <span>{city}</span>
          <span>{say('paper.asof', { date: fullDay(today) })}</span>
        </p>
        <h2>{say('paper.title', { year: year(sheet.fiscalYear), stage: parts(`stage.${sheet.stage}`) })}</h2>
        <table className="paper-facts">
          <tbody>
            <Fact term={say('paper.subject')} text={title} />
            <Fact term={say('paper.number')} text={subject.key} />
            <Fact
              term={say('paper.place')}
              text={[subject.sectionLabel, subject.programLabel].filter(Boolean).join(' ＞ ')}
            />
            <Fact term={say('head.lead')} text={sheet.leadDepartmentName ?? sheet.departmentName} />
            {sheet.role === 'support' && <Fact term={say('head.own')} text={sheet.departmentName} />}
            <Fact term={say('paper.state')} text={parts(`state.${sheet.state}`)} />
          </tbody>
        </table>
      </header>
      {questionsOf(sheet).map((question, at) => (
        <section key={question.id}>
          <h3>
            {at + 1}　{label(question)}
          </h3>
          <table className="paper-answers">
            <thead>
              <tr>
                {question.fields.length > 1 && <th scope="col">{say('paper.field')}</th>}
                {sheet.lastYear && (
                  <th scope="col">{say('year.last', { year: year(sheet.lastYear.fiscalYear) })}</th>
                )}
                <th scope="col">{say('year.this', { year: year(sheet.fiscalYear) })}</th>
              </tr>
            </thead>
            <tbody>
              {question.fields.map((field) => (
                <PaperRow key={field.key} field={field} named={question.fields.length > 1} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <PaperCommitments number={questionsOf(sheet).length + 1} />
      <PaperApprovals />
    </article>
  );
}

function Fact({ term, text }: { readonly term: string; readonly text: string }): ReactElement {
  return (
    <tr>
      <th scope="row">{term}</th>
      <td>{text}</td>
    </tr>
  );
}

function PaperRow({ field, named }: { readonly field: Field; readonly named: boolean }): ReactElement {
  const words = useWords('sheet');
  const { sheet, answers, lastYear } = useDesk();
  const key = field.key as AnswerKey;
  return (
    <tr>
      {named && <th scope="row">{words(`field.${key}`)}</th>}
      {sheet.lastYear && (
        <td className="paper-last">
          <AnswerView field={key} type={field.type} value={lastYear?.[key]} last />
        </td>
      )}
      <td>
        <AnswerView field={key} type={field.type} value={answers[key]} />
      </td>
    </tr>
  );
}

function PaperCommitments({ number }: { readonly number: number }): ReactElement | null {
  const words = useWords('sheet');
  const { plainFullDay } = useFormats();
  const { sheet, answers } = useDesk();
  if (sheet.commitments.length === 0) return null;
  return (
    <section>
      <h3>
        {number}　{words('field.commitmentAnswers')}
      </h3>
      <table className="paper-answers">
        <tbody>
          {sheet.commitments.map(({ id, what, who, dueOn }) => {
            const answer = answers.commitmentAnswers?.[id];
            return (
              <tr key={id}>
                <td className="paper-last">
                  {what}（{who}・{plainFullDay(dueOn)}）
                </td>
                <td>
                  {words(`answers.${answer?.answer ?? 'open'}`)}
                  {isAnswered(answer?.text) && `　${answer?.text}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** One box for each step, with room for a seal. */
function PaperApprovals(): ReactElement | null {
  const say = useWords('sheet-page');
  const { plainFullDay } = useFormats();
  const { sheet } = useDesk();
  if (sheet.chain.length === 0) return null;
  return (
    <section>
      <h3>{say('paper.approval')}</h3>
      <table className="paper-approvals">
        <thead>
          <tr>
            {sheet.chain.map((step) => (
              <th scope="col" key={step.position}>
                {step.title}
                {step.acting && say('chain.acting')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {sheet.chain.map((step) => (
              <td key={step.position}>
                {step.state === 'approved' && step.decidedOn !== null && plainFullDay(step.decidedOn)}
                {step.insteadOf !== null && (
                  <div>{say('paper.instead_of', { name: step.personName ?? '' })}</div>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
