import { describe, expect, it } from '@jest/globals';
import { anItem, aStage, theFacts } from './facts.for-spec.js';
import { assembleSectionReport } from './section-report.rules.js';

const KEYS = ['1-(1)-ア', '1-(1)-イ', '1-(1)-ウ', '1-(1)-エ'];
const items = KEYS.map((key) => anItem(key));
const [A = '', B = '', C = '', D = ''] = KEYS;

describe('what the section report counts', () => {
  it('are grades and directions of items, in their own order, without those nobody gave', () => {
    const report = assembleSectionReport(
      theFacts({
        items,
        stages: [
          aStage('check', { key: A, grade: 'C' }),
          aStage('check', { key: B, grade: 'A' }),
          aStage('check', { key: C, grade: 'C' }),
          aStage('check', { key: D, grade: 'B', state: 'submitted' }),
          aStage('act', { key: A, answers: { direction: 'abolish' } }),
          aStage('act', { key: B, answers: { direction: 'expand' } }),
          aStage('act', { key: C, answers: { direction: 'abolish' } }),
          aStage('act', { key: D, answers: { direction: 'continue' }, state: 'drafting' }),
        ],
      }),
    );
    expect(report.grades).toEqual([
      { grade: 'A', count: 1 },
      { grade: 'C', count: 2 },
    ]);
    expect(report.directions).toEqual([
      { direction: 'expand', count: 1 },
      { direction: 'abolish', count: 2 },
    ]);
  });

  it('is participation as a share of the items that answered', () => {
    const check = (key: string, participationActual?: string) =>
      aStage('check', { key, answers: participationActual ? { participationActual } : {} });
    const report = assembleSectionReport(
      theFacts({ items, stages: [check(A, 'pi'), check(B, 'none'), check(C, 'collaboration'), check(D)] }),
    );
    expect(report.participation).toEqual({ withParticipation: 2, answered: 3, share: '66.7' });
    expect(assembleSectionReport(theFacts({ items })).participation).toEqual({
      withParticipation: 0,
      answered: 0,
      share: null,
    });
  });

  it('are items by SDG goal, an item once for each of its goals', () => {
    const plan = (key: string, ...sdgGoals: number[]) => aStage('plan', { key, answers: { sdgGoals } });
    const report = assembleSectionReport(
      theFacts({ items, stages: [plan(A, 17, 1, 17), plan(B, 17), plan(C)] }),
    );
    expect(report.sdgGoals).toEqual([
      { goal: 1, items: 1 },
      { goal: 17, items: 2 },
    ]);
  });

  it('is how far the stages are: handed in, settled, late', () => {
    const report = assembleSectionReport(
      theFacts({
        items: [anItem(A)],
        stages: [
          aStage('plan'),
          aStage('do', { state: 'not_applicable' }),
          aStage('check', { state: 'submitted' }),
          aStage('check', { state: 'drafting', late: true, role: 'support', departmentName: '広報課' }),
          aStage('act', { state: 'none' }),
          aStage('review', { subjectKind: 'section', key: '1', state: 'none', late: true }),
          aStage('check', { subjectKind: 'indicator', key: '1-指標1', departmentName: '広報課' }),
        ],
      }),
    );
    expect(report.completion).toEqual({ sheets: 7, submitted: 4, approved: 3, late: 2 });
    expect(report.departments).toEqual([
      { departmentName: '市民協働課', sheets: 5, approved: 2, late: 1 },
      { departmentName: '広報課', sheets: 2, approved: 1, late: 1 },
    ]);
  });

  it('are no sheets of an item that left the plan', () => {
    const report = assembleSectionReport(
      theFacts({ items: [anItem(A)], stages: [aStage('plan', { key: 'gone', budget: '5', late: true })] }),
    );
    expect(report.completion).toEqual({ sheets: 0, submitted: 0, approved: 0, late: 0 });
    expect(report.costs.budget).toBe('0');
  });
});
