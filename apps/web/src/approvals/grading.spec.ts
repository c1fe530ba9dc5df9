import { describe, expect, it } from '@jest/globals';
import type { ApprovalView } from '../api';
import { gradeMissing, gradeOfAnother, gradeRequest } from './grading';

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

  it('is the director’s alone: who stands in for them finds no way to give it', () => {
    const step = (state: 'waiting' | 'ahead', setsGrade: boolean) =>
      ({ state, setsGrade }) as ApprovalView['chain'][number];
    const away = { personName: '池田 学', title: '市民局長', until: '2022-06-20' };
    expect(gradeOfAnother({ standsInFor: away, chain: [step('waiting', true)] })).toBe(true);
    expect(gradeOfAnother({ standsInFor: null, chain: [step('waiting', true)] })).toBe(false);
    expect(gradeOfAnother({ standsInFor: away, chain: [step('waiting', false), step('ahead', true)] })).toBe(
      false,
    );
  });
});
