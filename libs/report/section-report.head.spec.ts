import { describe, expect, it } from '@jest/globals';
import { aCommitment, anItem, aStage, theFacts } from './facts.for-spec.js';
import type { StageFact } from './report.types.js';
import { assembleSectionReport } from './section-report.rules.js';

const review = (change: Partial<StageFact> = {}): StageFact =>
  aStage('review', {
    subjectKind: 'section',
    key: '1',
    grade: 'B',
    lastGrade: 'C',
    answers: { opinion: '広がった。', gradeChange: '参画が増えた。', priorities: '' },
    ...change,
  });

describe('the section itself', () => {
  it('has the grade and opinion of its approved review, beside last year’s', () => {
    expect(assembleSectionReport(theFacts({ stages: [review()] }))).toMatchObject({
      fiscalYear: 2021,
      city: '青葉川市',
      asOf: '2022-06-16',
      section: { key: '1', systemNumber: '1', title: '参画と協働の推進' },
      leadName: '市民協働課',
      grade: 'B',
      lastGrade: 'C',
      gradeChange: '参画が増えた。',
      opinion: '広がった。',
      opinionBy: '市民協働課',
      priorities: null,
    });
  });

  it('has no grade and no opinion while the review is only handed in', () => {
    expect(assembleSectionReport(theFacts({ stages: [review({ state: 'submitted' })] }))).toMatchObject({
      grade: null,
      lastGrade: 'C',
      opinion: null,
      opinionBy: null,
    });
    expect(assembleSectionReport(theFacts())).toMatchObject({ grade: null, lastGrade: null });
  });

  it('tells what became of earlier promises and what is promised now', () => {
    const report = assembleSectionReport(
      theFacts({
        commitments: [
          aCommitment({ madeInFiscalYear: 2020, answer: 'done', text: '開いた。' }),
          aCommitment({ madeInFiscalYear: 2020, answer: 'changed', text: '改める。' }),
          aCommitment({ madeInFiscalYear: 2019, answer: 'dropped', text: 'やめた。' }),
          aCommitment({ madeInFiscalYear: 2019, what: '残り', overdue: 'promise' }),
          aCommitment({ madeInFiscalYear: 2021, what: '手引きを作る。' }),
        ],
      }),
    );
    expect(report.answered).toEqual({ done: 1, changed: 1, dropped: 1, open: 1 });
    expect(report.commitmentAnswers).toHaveLength(4);
    expect(report.commitmentAnswers.at(-1)).toEqual({
      key: '1-(1)-ア',
      what: '残り',
      who: '市民協働課長',
      dueOn: '2022-09-30',
      decidedOn: null,
      answer: null,
      text: null,
      overdue: 'promise',
    });
    expect(report.commitments).toEqual([
      {
        key: '1-(1)-ア',
        what: '手引きを作る。',
        who: '市民協働課長',
        dueOn: '2022-09-30',
        decidedOn: null,
      },
    ]);
  });

  it('prints only the factors that somebody wrote', () => {
    const report = assembleSectionReport(
      theFacts({
        indicatorFactors: [
          { key: '1-指標1', own: '', outside: '' },
          { key: '1-指標2', own: '', outside: '感染症。' },
        ],
      }),
    );
    expect(report.indicatorFactors.map((f) => f.key)).toEqual(['1-指標2']);
  });

  it('remembers the version of every sheet it used, and of no other', () => {
    const report = assembleSectionReport(
      theFacts({
        items: [anItem('1-(1)-ア')],
        stages: [
          aStage('plan', { version: 4 }),
          aStage('check', { state: 'submitted' }),
          aStage('check', { key: '1-(1)-ウ', version: 9 }),
          aStage('check', { subjectKind: 'indicator', key: '1-指標1', version: 2 }),
          review({ version: 7 }),
        ],
      }),
    );
    expect(report.sheetVersions).toEqual([
      { key: '1-(1)-ア', stage: 'plan', version: 4 },
      { key: '1-指標1', stage: 'check', version: 2 },
      { key: '1', stage: 'review', version: 7 },
    ]);
  });

  it('is the same report from the same facts, and leaves the facts as they are', () => {
    const facts = theFacts({ stages: [review()], commitments: [aCommitment()] });
    const before = JSON.stringify(facts);
    expect(assembleSectionReport(facts)).toEqual(assembleSectionReport(facts));
    expect(JSON.stringify(facts)).toBe(before);
  });
});
