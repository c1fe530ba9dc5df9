import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dutyKey, formOf, SHEET_FIELDS } from './sheet-fields.rules.js';
import { STAGES } from './stage.codes.js';

type Form = ReturnType<typeof formOf>;

const required = (form: Form): string[] => form.filter((f) => f.required).map((f) => f.key);
const optional = (form: Form): string[] => form.filter((f) => !f.required).map((f) => f.key);

describe('the form of one sheet', () => {
  it('demands of the lead what the year is judged by, and leaves the rest to them', () => {
    expect(required(formOf('item', 'plan', 'lead', {}))).toEqual([
      'goal',
      'activities',
      'activityIndicators',
      'budget',
      'plannedPersonYears',
      'participation',
    ]);
    expect(optional(formOf('item', 'check', 'lead', {}))).toEqual([
      'factorsOwn',
      'factorsOutside',
      'ratings',
    ]);
    expect(required(formOf('item', 'act', 'lead', {}))).toEqual(['issues', 'direction']);
    expect(required(formOf('indicator', 'check', 'lead', {}))).toEqual(['indicatorActual', 'source']);
    expect(required(formOf('section', 'review', 'lead', {}))).toEqual(['sectionGrade', 'opinion']);
  });

  it('is shorter for a supporting department: its part with its costs, no grade and no Act', () => {
    expect(formOf('item', 'plan', 'support', {}).map((f) => f.key)).toEqual([
      'activities',
      'budget',
      'plannedPersonYears',
    ]);
    expect(formOf('item', 'do', 'support', {}).map((f) => f.key)).toEqual(['progress', 'done', 'obstacles']);
    expect(formOf('item', 'check', 'support', {}).map((f) => f.key)).toEqual([
      'results',
      'settledCost',
      'settledPersonYears',
    ]);
    expect(formOf('item', 'act', 'support', {})).toEqual([]);
    expect(required(formOf('item', 'check', 'support', {}))).toEqual([
      'results',
      'settledCost',
      'settledPersonYears',
    ]);
  });

  it('follows the settings of the cycle, field by field', () => {
    const duties = { 'check.ratings': 'lead', 'check.grade': 'none', 'do.obstacles': 'both' };
    expect(required(formOf('item', 'check', 'lead', duties))).toContain('ratings');
    expect(required(formOf('item', 'check', 'lead', duties))).not.toContain('grade');
    expect(required(formOf('item', 'do', 'support', duties))).toEqual(['progress', 'done', 'obstacles']);
    expect(required(formOf('item', 'do', 'support', { 'do.obstacles': 'lead' }))).toEqual([
      'progress',
      'done',
    ]);
  });

  it('does not mix up a field of an indicator with the item’s of the same name', () => {
    const duties = { 'check.factorsOwn': 'lead' };
    expect(required(formOf('item', 'check', 'lead', duties))).toContain('factorsOwn');
    expect(required(formOf('indicator', 'check', 'lead', duties))).not.toContain('factorsOwn');
    expect(
      required(formOf('indicator', 'check', 'lead', { 'check.indicator.factorsOwn': 'lead' })),
    ).toContain('factorsOwn');
  });

  it('never shows a supporting sheet more than the lead’s, and asks no more of it, whatever the settings', () => {
    const duties = fc.dictionary(
      fc.constantFrom(...SHEET_FIELDS.map(dutyKey)),
      fc.constantFrom('none', 'lead', 'both'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...STAGES), duties, (stage, settings) => {
        const lead = formOf('item', stage, 'lead', settings);
        const support = formOf('item', stage, 'support', settings);
        expect(lead.map((f) => f.key)).toEqual(expect.arrayContaining(support.map((f) => f.key)));
        expect(required(lead)).toEqual(expect.arrayContaining(required(support)));
        expect(lead.map((f) => f.key)).toEqual(
          SHEET_FIELDS.filter((f) => f.subject === 'item' && f.stage === stage).map((f) => f.key),
        );
      }),
    );
  });
});
