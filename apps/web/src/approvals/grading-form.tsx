import { useId } from 'react';
import type { ReactElement } from 'react';
import type { ApprovalView, GradeLetter } from '../api';
import { Grade, later, Loading, useFormats } from '../parts';
import { FieldError } from '../parts/field';
import { TextArea } from '../parts/text-area';
import { GRADES } from '../sheet/answers';
import { useWords } from '../words';
import { differsFromLastYear, differsFromProposal, gradeMissing } from './grading';
import type { GradeField, Grading, WrittenGrade } from './grading';

const SectionSheets = later(() => import('../section-review/section-sheets'), <Loading rows={3} />);

/** All sheets of the section, for whoever confirms its review. */
export function SectionOf({ document }: { readonly document: ApprovalView }): ReactElement | null {
  if (document.stage !== 'review') return null;
  return <SectionSheets fiscalYear={document.fiscalYear} sectionKey={document.subject.key} />;
}

interface GradingFormProps {
  readonly document: ApprovalView;
  readonly grading: Grading;
  readonly written: WrittenGrade;
  /** Whether the decision was tried: from then on what is missing says so. */
  readonly asked: boolean;
  readonly onWrite: (part: Partial<WrittenGrade>) => void;
}

/** 施策の総合評価: the director gives it beside the proposal and last year's, and says why it differs from either. */
export function GradingForm({ document, grading, written, asked, onWrite }: GradingFormProps): ReactElement {
  const say = useWords('approvals');
  const words = useWords('sheet');
  const { year } = useFormats();
  const name = useId();
  const missing = asked ? gradeMissing(grading, written) : [];
  const errorOf = (field: GradeField) => (missing.includes(field) ? say(`grading.missing.${field}`) : null);
  const noGrade = errorOf('grade');
  const last = { year: year(document.fiscalYear - 1) };
  return (
    <section className="grading" aria-labelledby={name}>
      <h2 id={name}>{say('grading.title')}</h2>
      <dl className="grading-known">
        <div>
          <dt>{say('grading.proposed')}</dt>
          <dd>{letter(grading.proposed) ?? say('grading.none')}</dd>
        </div>
        <div>
          <dt>{say('grading.last', last)}</dt>
          <dd>{letter(grading.last) ?? say('grading.none')}</dd>
        </div>
      </dl>
      <fieldset id="grading-grade" aria-describedby={noGrade === null ? undefined : 'grading-grade-error'}>
        <legend className="label">{say('grading.grade')}</legend>
        {GRADES.map((one) => (
          <label className="radio" key={one}>
            <input
              type="radio"
              name={`${name}-grade`}
              checked={written.grade === one}
              onChange={() => onWrite({ grade: one })}
            />
            <span>
              <b>{one}</b>　{words(`choice.sectionGrade.${one}`)}
              {one === grading.proposed && <span className="sub">　{say('grading.as_proposed')}</span>}
            </span>
          </label>
        ))}
        {noGrade !== null && <FieldError id="grading-grade-error">{noGrade}</FieldError>}
      </fieldset>
      {differsFromProposal(grading, written) && (
        <TextArea
          id="grading-reason"
          label={say('grading.reason')}
          error={errorOf('reason')}
          rows={3}
          maxLength={2000}
          required
          value={written.reason}
          onChange={(reason) => onWrite({ reason })}
        />
      )}
      {differsFromLastYear(grading, written) && (
        <TextArea
          id="grading-gradeChange"
          label={say('grading.gradeChange', { last: grading.last ?? '', grade: written.grade ?? '' })}
          error={errorOf('gradeChange')}
          rows={3}
          maxLength={4000}
          required
          value={written.gradeChange}
          onChange={(gradeChange) => onWrite({ gradeChange })}
        />
      )}
    </section>
  );
}

const letter = (grade: string | null): ReactElement | null => {
  const known = GRADES.find((one) => one === grade);
  return known ? <Grade grade={known satisfies GradeLetter} /> : null;
};

/** Puts the focus where something is missing. */
export function focusGrade(field: GradeField | undefined): void {
  const found = document.getElementById(`grading-${field}`);
  const control = found?.matches('textarea') ? found : found?.querySelector('input');
  if (control instanceof HTMLElement) control.focus();
}
