import { describe, expect, it } from '@jest/globals';
import { codesInLoops } from './parent-loops.rules.js';

const loops = (parents: Record<string, string | null>): string[] => [
  ...codesInLoops(new Map(Object.entries(parents))),
];

describe('departments that lie under themselves', () => {
  it('are none in a tree', () => {
    expect(loops({ city: null, bureau: 'city', division: 'bureau', office: 'bureau' })).toEqual([]);
  });

  it('are found however long the way round is', () => {
    expect(loops({ a: 'a' })).toEqual(['a']);
    expect(loops({ city: null, a: 'b', b: 'c', c: 'a' }).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('do not include those that only lie under a loop', () => {
    expect(loops({ leaf: 'a', a: 'b', b: 'a' }).toSorted()).toEqual(['a', 'b']);
  });

  it('do not appear where the department above is not in the register', () => {
    expect(loops({ a: 'missing' })).toEqual([]);
  });
});
