import { describe, expect, it } from '@jest/globals';
import { dutyKey, GRADES, SHEET_FIELDS, type SheetField } from './sheet-fields.rules.js';
import type { Stage, SubjectKind } from './stage.codes.js';
import { stagesOf } from './stage.codes.js';

const fieldsOf = (subject: SubjectKind, stage: Stage): readonly SheetField[] =>
  SHEET_FIELDS.filter((f) => f.subject === subject && f.stage === stage);
const keys = (fields: readonly SheetField[]): string[] => fields.map((f) => f.key);

describe('the table of fields', () => {
  it('asks Plan what is meant to be done, for how much, with whom', () => {
    expect(keys(fieldsOf('item', 'plan'))).toEqual([
      'goal',
      'activities',
      'activityIndicators',
      'budget',
      'funding',
      'plannedPersonYears',
      'participation',
      'sdgGoals',
    ]);
  });

  it('asks Do how it goes', () => {
    expect(keys(fieldsOf('item', 'do'))).toEqual([
      'progress',
      'done',
      'obstacles',
      'helpNeeded',
      'changedPlan',
    ]);
  });

  it('asks Check what came of it and what it cost', () => {
    expect(keys(fieldsOf('item', 'check'))).toEqual([
      'results',
      'activityActuals',
      'settledCost',
      'settledPersonYears',
      'participationActual',
      'factorsOwn',
      'factorsOutside',
      'ratings',
      'grade',
      'gradeReason',
    ]);
  });

  it('asks Act what follows', () => {
    expect(keys(fieldsOf('item', 'act'))).toEqual([
      'issues',
      'circumstances',
      'direction',
      'commitments',
      'handoverMemo',
    ]);
  });

  it('asks an indicator for its actual and a section for its grade and opinion', () => {
    expect(keys(fieldsOf('indicator', 'check'))).toEqual([
      'indicatorActual',
      'source',
      'specialNote',
      'factorsOwn',
      'factorsOutside',
    ]);
    expect(keys(fieldsOf('section', 'review'))).toEqual([
      'sectionGrade',
      'opinion',
      'gradeChange',
      'priorities',
    ]);
  });

  it('has a form for every stage that a lead sheet has, and for no other', () => {
    for (const subject of ['item', 'indicator', 'section'] as const) {
      const stages = [...new Set(SHEET_FIELDS.filter((f) => f.subject === subject).map((f) => f.stage))];
      expect(stages).toEqual(stagesOf(subject, 'lead'));
    }
  });

  it('offers grades A to D, four states of progress, three kinds of participation and eight directions', () => {
    const choices = (key: string): readonly string[] =>
      SHEET_FIELDS.find((f) => f.key === key)?.choices ?? [];
    expect(choices('grade')).toEqual(['A', 'B', 'C', 'D']);
    expect(choices('sectionGrade')).toEqual(GRADES);
    expect(choices('progress')).toEqual(['as_planned', 'mostly_as_planned', 'late', 'not_started']);
    expect(choices('participation')).toEqual(['none', 'pi', 'collaboration']);
    expect(choices('participationActual')).toEqual(choices('participation'));
    expect(choices('direction')).toHaveLength(8);
    for (const f of SHEET_FIELDS) expect(f.choices.length > 0).toBe(f.type === 'choice');
  });

  it('keeps the call for help and the handover memo inside', () => {
    expect(SHEET_FIELDS.filter((f) => !f.public).map(dutyKey)).toEqual(['do.helpNeeded', 'act.handoverMemo']);
  });

  it('guides the length of texts alone', () => {
    for (const f of SHEET_FIELDS) expect(f.lengthGuide === null).toBe(f.type !== 'text');
  });

  it('never carries over a grade, a direction, a promise or what was measured', () => {
    const carried = SHEET_FIELDS.filter((f) => f.carriedOver).map(dutyKey);
    for (const key of [
      'check.grade',
      'check.gradeReason',
      'check.settledCost',
      'check.activityActuals',
      'check.indicator.indicatorActual',
      'act.direction',
      'act.commitments',
      'review.sectionGrade',
      'review.opinion',
      'do.progress',
      'do.done',
      'check.results',
      'act.issues',
    ]) {
      expect(SHEET_FIELDS.map(dutyKey)).toContain(key);
      expect(carried).not.toContain(key);
    }
  });

  it('names every field once, also where two forms share a stage', () => {
    const names = SHEET_FIELDS.map(dutyKey);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['check.factorsOwn', 'check.indicator.factorsOwn']));
  });

  it('demands of supporting sheets only what they are asked', () => {
    for (const f of SHEET_FIELDS.filter(({ duty }) => duty === 'both')) expect(f.onSupport).toBe(true);
    for (const f of SHEET_FIELDS.filter(({ onSupport }) => onSupport))
      expect(stagesOf(f.subject, 'support')).toContain(f.stage);
  });
});
