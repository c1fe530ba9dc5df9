import { describe, expect, it } from '@jest/globals';
import { mayRead, readsWholeCycle } from './readers';
import type { KeptPage } from './readers';

const PAGES: readonly KeptPage[] = ['cycle', 'data', 'letters', 'operations'];

describe('who reads which page', () => {
  it('is what the API lets through', () => {
    const read = (roles: Parameters<typeof mayRead>[1]['roles'], manages = false) =>
      PAGES.filter((page) => mayRead(page, { roles, manages }));
    expect(read(['planner'])).toEqual(PAGES);
    expect(read(['auditor'])).toEqual(PAGES);
    expect(read(['management'])).toEqual(['cycle']);
    expect(read(['finance'])).toEqual(['cycle']);
    expect(read([])).toEqual([]);
    expect(read(['evaluator'])).toEqual([]);
  });

  it('gives a manager the progress of the own departments only', () => {
    const manager = { roles: [], manages: true };
    expect(mayRead('cycle', manager)).toBe(true);
    expect(readsWholeCycle(manager)).toBe(false);
  });
});
