import { lazy, Suspense, useId } from 'react';
import type { ReactElement } from 'react';
import type { ApprovalView, GradeLetter } from '../api';
import { Grade, Icon, Loading, useFormats } from '../parts';
import { GRADES } from '../sheet/answers';
import { useWords } from '../words';
import { differsFromLastYear, differsFromProposal, gradeMissing } from './grading';
import type { GradeField, Grading, WrittenGrade } from './grading';

const SectionSheets = lazy(() => import('../section-review/section-sheets'));

/** All sheets of the section, for whoever confirms its review. */
export function SectionOf({ document }: { readonly document: ApprovalView }): ReactElement | null {
  if (document.stage !== 'review') return null;
  return (
    <Suspense fallback={<Loading rows={3} />}>
      <SectionSheets fiscalYear={document.fiscalYear} sectionKey={document.subject.key} />
    </Suspense>
  );
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
  const error = (field: GradeField) =>
    missing.includes(field) && (
      <p className="err-msg" id={`grading-${field}-error`}>
        <Icon name="warning" small />
        {say(`grading.missing.${field}`)}
      </p>
    );
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
      <fieldset
        id="grading-grade"
        aria-describedby={missing.includes('grade') ? 'grading-grade-error' : undefined}
      >
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
        {error('grade')}
      </fieldset>
      {differsFromProposal(grading, written) && (
        <div>
          <label className="label" htmlFor="grading-reason">
            {say('grading.reason')}
          </label>
          <textarea
            className="textarea"
            id="grading-reason"
            rows={3}
            maxLength={2000}
            value={written.reason}
            aria-required="true"
            aria-invalid={missing.includes('reason')}
            aria-describedby={missing.includes('reason') ? 'grading-reason-error' : undefined}
            onChange={({ target }) => onWrite({ reason: target.value })}
          />
          {error('reason')}
        </div>
      )}
      {differsFromLastYear(grading, written) && (
        <div>
          <label className="label" htmlFor="grading-gradeChange">
            {say('grading.gradeChange', { last: grading.last ?? '', grade: written.grade ?? '' })}
          </label>
          <textarea
            className="textarea"
            id="grading-gradeChange"
            rows={3}
            maxLength={4000}
            value={written.gradeChange}
            aria-required="true"
            aria-invalid={missing.includes('gradeChange')}
            aria-describedby={missing.includes('gradeChange') ? 'grading-gradeChange-error' : undefined}
            onChange={({ target }) => onWrite({ gradeChange: target.value })}
          />
          {error('gradeChange')}
        </div>
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
