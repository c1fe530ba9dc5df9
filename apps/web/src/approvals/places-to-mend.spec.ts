import { describe, expect, it } from '@jest/globals';
import { placesToMend } from './places-to-mend';

describe('what a return may point at', () => {
  it('is every field of the form, what changed first', () => {
    const form = ['goal', 'activities', 'budget'];
    expect(placesToMend({ changed: ['budget'], same: ['goal'], form, promises: true })).toEqual([
      'budget',
      'goal',
      'activities',
      'commitmentAnswers',
    ]);
  });

  it('is what the document shows while the form is not known, also when nothing changed', () => {
    expect(placesToMend({ changed: [], same: ['goal', 'budget'], form: [], promises: false })).toEqual([
      'goal',
      'budget',
    ]);
  });
});
