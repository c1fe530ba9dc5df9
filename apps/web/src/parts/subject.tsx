import type { ReactElement } from 'react';
import type { Subject } from '../api';
import { useWords } from '../words';
import type { Say } from '../words';

/** ア　事業を… · 検証指標の実績値：… · 施策評価：… as plain text. */
export function subjectTitle(subject: Subject, say: Say): string {
  if (subject.kind !== 'item') return say(`subject.${subject.kind}`, { title: subject.title });
  return subject.marker === ''
    ? subject.title
    : say('subject.item', { marker: subject.marker, title: subject.title });
}

/** The title of a sheet's subject, always whole. */
export function useSubjectTitle(): (subject: Subject) => string {
  const say = useWords('parts');
  return (subject) => subjectTitle(subject, say);
}

interface SubjectPlaceProps {
  readonly subject: Subject;
  /** Set on a supporting sheet: who leads. */
  readonly leadDepartmentName?: string | null;
}

/** 第1節 参画と協働の推進 ＞ (1) 市民協働推進事業, and on whose side the sheet stands. */
export function SubjectPlace({ subject, leadDepartmentName }: SubjectPlaceProps): ReactElement {
  const say = useWords('parts');
  return (
    <>
      {subject.sectionLabel}
      {subject.programLabel && ` ＞ ${subject.programLabel}`}
      {leadDepartmentName && (
        <span className="pill lead-pill">{say('subject.supports', { lead: leadDepartmentName })}</span>
      )}
    </>
  );
}
