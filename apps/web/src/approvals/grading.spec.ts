import { describe, expect, it } from '@jest/globals';
import { gradeMissing, gradeRequest } from './grading';

const grading = { proposed: 'B', last: 'B', gradeChange: null };
const written = { grade: null, reason: '', gradeChange: '' };

describe('the grade that goes along with an approval', () => {
  it('must be chosen, and is sent without words where it is the proposed one and last year’s', () => {
    expect(gradeMissing(grading, written)).toEqual(['grade']);
    expect(gradeMissing(grading, { ...written, grade: 'B' })).toEqual([]);
    expect(gradeRequest(grading, { grade: 'B', reason: '消し忘れ', gradeChange: '消し忘れ' })).toEqual({
      grade: 'B',
    });
  });

  it('needs both reasons where it differs from both', () => {
    expect(gradeMissing(grading, { ...written, grade: 'C' })).toEqual(['reason', 'gradeChange']);
    expect(gradeMissing({ ...grading, last: null }, { ...written, grade: 'C' })).toEqual(['reason']);
    expect(gradeRequest(grading, { grade: 'C', reason: ' 遅れ ', gradeChange: '減った' })).toEqual({
      grade: 'C',
      reason: '遅れ',
      gradeChange: '減った',
    });
  });
});
