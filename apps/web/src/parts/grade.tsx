import type { ReactElement } from 'react';
import type { GradeLetter } from '../api';
import { useWords } from '../words';

interface GradeProps {
  readonly grade: GradeLetter;
  /** 24 px and grey: last year's. */
  readonly last?: boolean;
}

/** A letter in a square; grades have no colour. Assistive technology hears 評価A. */
export function Grade({ grade, last }: GradeProps): ReactElement {
  const say = useWords('parts');
  return (
    <span className={last ? 'grade last-grade' : 'grade'}>
      <span aria-hidden="true">{grade}</span>
      <span className="sr">{say('grade.letter', { grade })}</span>
    </span>
  );
}
