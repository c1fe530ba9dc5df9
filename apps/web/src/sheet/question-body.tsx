import type { ReactElement } from 'react';
import type { Question } from './answers';
import { ActivityActualsEditor } from './editors/activity-actuals-editor';
import { CostTable } from './editors/cost-table';
import { GradeEditor } from './editors/grade-editor';
import { IndicatorActualEditor } from './editors/indicator-actual-editor';
import { RatingsEditor } from './editors/ratings-editor';
import { SingleField } from './single-field';

interface QuestionBodyProps {
  readonly question: Question;
  readonly label: string;
}

/** The form of a question: tables where numbers belong together, last year beside this year everywhere else. */
export function QuestionBody({ question, label }: QuestionBodyProps): ReactElement | null {
  const [field] = question.fields;
  if (!field) return null;
  if (question.kind === 'settled' || question.kind === 'budget') return <CostTable kind={question.kind} />;
  if (question.kind === 'grade') return <GradeEditor grade="grade" reason="gradeReason" label={label} />;
  if (question.kind === 'sectionGrade')
    return <GradeEditor grade="sectionGrade" reason="gradeChange" label={label} />;
  if (field.type === 'activityActuals') return <ActivityActualsEditor />;
  if (field.type === 'indicatorActual') return <IndicatorActualEditor />;
  if (field.type === 'ratings') return <RatingsEditor />;
  return <SingleField field={field} label={label} />;
}
