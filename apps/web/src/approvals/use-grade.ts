import { useState } from 'react';
import { useSession } from '../frame/session';
import type { ApprovalView } from '../api';
import type { WrittenGrade } from './grading';
import { dropGrade, keepGrade, keptGrade } from './kept-grade';

/** The grade that a director is about to give, kept on this device until the sheet is decided. */
export function useGrade({ taskStageId, version, grading }: ApprovalView): {
  readonly grade: WrittenGrade;
  readonly write: (part: Partial<WrittenGrade>) => void;
  readonly drop: () => void;
} {
  const { person } = useSession();
  const place = { personId: person.id, taskStageId, version };
  const [grade, setGrade] = useState<WrittenGrade>(
    () => keptGrade(place) ?? { grade: null, reason: '', gradeChange: grading?.gradeChange ?? '' },
  );
  const write = (part: Partial<WrittenGrade>) => {
    const written = { ...grade, ...part };
    setGrade(written);
    keepGrade(place, written);
  };
  return { grade, write, drop: () => dropGrade(place) };
}
