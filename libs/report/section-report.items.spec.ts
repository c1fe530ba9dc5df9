import { describe, expect, it } from '@jest/globals';
import { anItem, aStage, theFacts } from './facts.for-spec.js';
import type { SectionFacts, StageFact } from './report.types.js';
import { assembleSectionReport } from './section-report.rules.js';

/** Item ア of a section of which only these stages are known. */
function itemOf(stages: readonly StageFact[], change: Partial<SectionFacts> = {}) {
  const [item] = assembleSectionReport(theFacts({ stages, ...change })).items;
  if (!item) throw new Error('the report has no item');
  return item;
}

const SUPPORT = { role: 'support', departmentName: '広報課' } as const;

describe('an item in the report', () => {
  it('is there also when nothing about it is approved, with blanks and no zero', () => {
    expect(itemOf([])).toEqual({
      key: '1-(1)-ア',
      marker: 'ア',
      text: '1-(1)-アを行います。',
      programNumber: '1',
      programTitle: '市民協働推進事業',
      leadName: '市民協働課',
      supportNames: [],
      checkApproved: false,
      results: null,
      supportResults: [],
      grade: null,
      lastGrade: null,
      direction: null,
      budget: null,
      settled: null,
      executionRate: null,
      generalFunds: null,
      personYears: null,
      labourCost: null,
      participation: null,
      sdgGoals: [],
      issues: null,
      progress: null,
      stages: [],
    });
  });

  it('says what its approved sheets say', () => {
    const item = itemOf([
      aStage('plan', {
        budget: '8420',
        answers: {
          funding: { national: '0', prefectural: '0', bond: '0', other: '420', general: '8000' },
          sdgGoals: [11, 17],
        },
      }),
      aStage('check', {
        settledCost: '7960',
        personYears: '1.3',
        grade: 'B',
        lastGrade: 'C',
        answers: { results: '38事業で使った。', participationActual: 'pi' },
      }),
      aStage('do', { answers: { progress: 'late' }, taskStageId: 'the-do' }),
      aStage('act', { answers: { direction: 'improve', issues: '使わない課がある。' } }),
    ]);
    expect(item).toMatchObject({
      progress: 'late',
      stages: [
        { stage: 'plan', state: 'approved', taskStageId: null },
        { stage: 'do', state: 'approved', taskStageId: 'the-do' },
        { stage: 'check', state: 'approved', taskStageId: null },
        { stage: 'act', state: 'approved', taskStageId: null },
      ],
      checkApproved: true,
      results: '38事業で使った。',
      grade: 'B',
      lastGrade: 'C',
      direction: 'improve',
      issues: '使わない課がある。',
      budget: '8420',
      settled: '7960',
      executionRate: '94.5',
      generalFunds: '8000',
      personYears: '1.3',
      labourCost: '10140',
      participation: 'pi',
      sdgGoals: [11, 17],
    });
  });

  it.each(['none', 'drafting', 'submitted', 'not_applicable'] as const)(
    'says nothing of a sheet that is %s, although its columns are filled',
    (state) => {
      const item = itemOf([
        aStage('plan', { state, budget: '8420' }),
        aStage('check', { state, settledCost: '7960', personYears: '1.3', grade: 'A' }),
      ]);
      expect(item).toMatchObject({
        checkApproved: false,
        grade: null,
        budget: null,
        settled: null,
        personYears: null,
      });
    },
  );

  it('shows last year’s grade before this year’s is there', () => {
    expect(itemOf([aStage('check', { state: 'drafting', lastGrade: 'C' })])).toMatchObject({
      grade: null,
      lastGrade: 'C',
    });
  });

  it('shows the lead’s last grade, and nothing of an indicator that has the same key', () => {
    const item = itemOf([
      aStage('check', { ...SUPPORT, state: 'none', lastGrade: null }),
      aStage('check', { subjectKind: 'indicator', settledCost: '5', grade: 'D', lastGrade: 'D' }),
      aStage('check', { state: 'none', lastGrade: 'B' }),
    ]);
    expect(item).toMatchObject({ lastGrade: 'B', grade: null, settled: null });
  });

  it('sums costs and person-years of lead and support, and takes the grade from the lead', () => {
    const item = itemOf([
      aStage('check', {
        ...SUPPORT,
        settledCost: '0.1',
        personYears: '0.2',
        answers: { results: '広報した。' },
      }),
      aStage('check', {
        settledCost: '0.2',
        personYears: '0.1',
        grade: 'B',
        answers: { results: '開いた。' },
      }),
      aStage('plan', { budget: '0.5' }),
      aStage('plan', { ...SUPPORT, budget: '0.1' }),
    ]);
    expect(item).toMatchObject({
      budget: '0.6',
      settled: '0.3',
      executionRate: '50.0',
      personYears: '0.3',
      labourCost: '2340',
      grade: 'B',
      results: '開いた。',
      supportResults: [{ departmentName: '広報課', results: '広報した。' }],
    });
  });

  it('counts a supporting sheet also while the lead’s is not approved', () => {
    const item = itemOf([aStage('check', { ...SUPPORT, settledCost: '12', answers: { results: '' } })]);
    expect(item).toMatchObject({ settled: '12', checkApproved: false, supportResults: [] });
  });

  it('knows a settled zero from no settlement', () => {
    expect(itemOf([aStage('check', { settledCost: '0' })]).settled).toBe('0');
    expect(itemOf([aStage('plan', { budget: '0' }), aStage('check', { settledCost: '5' })])).toMatchObject({
      executionRate: null,
    });
  });

  it('names the departments that stand behind it', () => {
    const departments = [
      { name: '市民協働課', role: 'lead' as const },
      { name: '広報課', role: 'support' as const },
      { name: '中央区総務企画課', role: 'support' as const },
    ];
    const report = assembleSectionReport(
      theFacts({ items: [anItem('1-(1)-ア', { departments }), anItem('1-(1)-イ', { departments: [] })] }),
    );
    expect(report.items[0]).toMatchObject({
      leadName: '市民協働課',
      supportNames: ['広報課', '中央区総務企画課'],
    });
    expect(report.items[1]).toMatchObject({ leadName: null, supportNames: [] });
    expect(report.relatedNames).toEqual(['広報課', '中央区総務企画課']);
  });
});
