import type { ReactElement } from 'react';
import { Required } from '../../parts/required';
import { useWords } from '../../words';
import { AnswerView } from '../answer-view';
import { GRADES } from '../answers';
import { useAnswer, useDesk } from '../desk';
import { AnswerError, Two } from '../field-parts';
import { TextEditor } from './text-editor';

interface GradeEditorProps {
  readonly grade: 'grade' | 'sectionGrade';
  readonly reason: 'gradeReason' | 'gradeChange';
  readonly label: string;
}

/** The grade and, right below it, why. */
export function GradeEditor({ grade, reason, label }: GradeEditorProps): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { sheet, answers, editable } = useDesk();
  const { now, write } = useAnswer(grade);
  const before = sheet.lastYear?.answers;
  const asked = sheet.fields.find(({ key }) => key === reason);
  // Why a grade changed is asked where it did; what is written already stays in view.
  const changed =
    reason === 'gradeChange' && now !== undefined && Boolean(before?.[grade]) && now !== before?.[grade];
  const unasked = reason === 'gradeChange' && !changed && !answers[reason] && asked?.required !== true;
  const reasonField = unasked ? undefined : asked;
  const reasonLabel = reason === 'gradeReason' ? say('grade.reason') : words(`field.${reason}`);
  return (
    <Two
      last={
        <>
          <AnswerView field={grade} type="choice" value={before?.[grade]} last />
          {before?.[reason] && <p className="written">{before[reason]}</p>}
        </>
      }
    >
      {editable ? (
        <>
          {grade === 'sectionGrade' && <p className="sub">{say('grade.proposal')}</p>}
          <fieldset className="grades" id={`f-${grade}`}>
            <legend className="sr">{label}</legend>
            {GRADES.map((letter) => (
              <label className="radio" key={letter}>
                <input type="radio" name={grade} checked={now === letter} onChange={() => write(letter)} />
                <span>
                  <b>{letter}</b>　{words(`choice.${grade}.${letter}`)}
                </span>
              </label>
            ))}
          </fieldset>
          <AnswerError id={grade} />
          {reasonField && (
            <>
              <label className="cap" htmlFor={`f-${reason}`}>
                {reasonLabel}
                {changed && <Required />}
              </label>
              <TextEditor field={reasonField} label={words(`field.${reason}`)} />
              <AnswerError id={reason} />
            </>
          )}
        </>
      ) : (
        <>
          <AnswerView field={grade} type="choice" value={now} />
          {answers[reason] && <p className="written">{answers[reason]}</p>}
        </>
      )}
    </Two>
  );
}
