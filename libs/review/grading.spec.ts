import { describe, expect, it } from '@jest/globals';
import { gradePatch, gradingProblems, type GradingContext } from './grading.rules.js';

const proposedB: GradingContext = {
  answers: { sectionGrade: 'B', opinion: '広がった。' },
  lastYear: { sectionGrade: 'B' },
};
const fields = (given: Parameters<typeof gradingProblems>[0], context = proposedB): (string | undefined)[] =>
  gradingProblems(given, context).map(({ field }) => field);

describe('the grade that the director gives', () => {
  it('is always given, and needs no words where it is the proposed one and last year’s', () => {
    expect(fields({})).toEqual(['grade']);
    expect(fields({ grade: 'B' })).toEqual([]);
  });

  it('needs a reason where it is another than proposed, and one where it is another than last year’s', () => {
    expect(fields({ grade: 'C' })).toEqual(['reason', 'gradeChange']);
    expect(fields({ grade: 'C', reason: ' ', gradeChange: '' })).toEqual(['reason', 'gradeChange']);
    expect(fields({ grade: 'C', reason: '指標が遅れている。', gradeChange: '実施課が減った。' })).toEqual([]);
  });

  it('takes the division’s word for the change, unless it is blanked', () => {
    const fell: GradingContext = {
      answers: { sectionGrade: 'C', gradeChange: '実施課が減った。' },
      lastYear: { sectionGrade: 'B' },
    };
    expect(fields({ grade: 'C' }, fell)).toEqual([]);
    expect(fields({ grade: 'C', gradeChange: '' }, fell)).toEqual(['gradeChange']);
    expect(gradePatch({ grade: 'C' }, fell)).toEqual({ sectionGrade: 'C' });
  });

  it('asks for no change where there was no grade, and forgets one that no longer is', () => {
    const first: GradingContext = { answers: { sectionGrade: 'A' }, lastYear: null };
    expect(fields({ grade: 'A' }, first)).toEqual([]);
    expect(gradePatch({ grade: 'B', gradeChange: '古い理由' }, proposedB)).toEqual({
      sectionGrade: 'B',
      gradeChange: null,
    });
  });
});
