import { describe, expect, it } from '@jest/globals';
import { mergeBoards, unsubmittedOf } from './board-rows';
import type { SubmissionBoard } from '../../api';

type Column = SubmissionBoard['columns'][number];
const column = (stage: Column['stage'], opensOn: string, dueOn: string): Column => ({
  stage,
  subjectKind: 'item',
  opensOn,
  dueOn,
});
const cell = (total: number, submitted: number, approved: number, overdue = 0) => ({
  total,
  submitted,
  approved,
  overdue,
});

const LAST: SubmissionBoard = {
  fiscalYear: 2021,
  columns: [column('plan', '2021-04-01', '2021-04-30'), column('check', '2022-04-01', '2022-05-31')],
  rows: [
    { departmentCode: '1', departmentName: '企画課', cells: [cell(9, 9, 9), cell(9, 5, 1)] },
    { departmentCode: '2', departmentName: '人事課', cells: [cell(3, 3, 3), cell(3, 3, 3)] },
  ],
};
const THIS: SubmissionBoard = {
  fiscalYear: 2022,
  columns: [column('plan', '2022-04-01', '2022-05-02'), column('do', '2022-10-01', '2022-10-31')],
  rows: [
    { departmentCode: '1', departmentName: '企画課', cells: [cell(8, 6, 6, 2), cell(8, 0, 0)] },
    { departmentCode: '3', departmentName: '国際課', cells: [cell(4, 4, 4), cell(4, 0, 0)] },
  ],
};

describe('boards of cycles that are open at once', () => {
  it('shows the chosen one whole and of the other what is going on', () => {
    const board = mergeBoards([LAST, THIS], 2021, '2022-05-16');
    expect(board.columns.map(({ fiscalYear, stage }) => `${fiscalYear} ${stage}`)).toEqual([
      '2022 plan',
      '2021 plan',
      '2021 check',
    ]);
    expect(board.rows.map(({ departmentName }) => departmentName)).toEqual(['企画課', '国際課', '人事課']);
    expect(board.rows[0]?.cells).toEqual([cell(8, 6, 6, 2), cell(9, 9, 9), cell(9, 5, 1)]);
    expect(board.rows[1]?.cells).toEqual([cell(4, 4, 4), null, null]);
  });

  it('keeps every stage of a cycle that stands alone', () => {
    expect(mergeBoards([THIS], 2022, '2022-05-16').columns).toHaveLength(2);
  });

  it('counts what is not handed in, and by how many departments', () => {
    expect(unsubmittedOf(LAST, 'check')).toEqual({ sheets: 4, departments: 1 });
    expect(unsubmittedOf(LAST, 'plan')).toEqual({ sheets: 0, departments: 0 });
  });
});
