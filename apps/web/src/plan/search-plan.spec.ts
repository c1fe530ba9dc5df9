import { describe, expect, it } from '@jest/globals';
import type { PlanTree } from '../api';
import { pathTo, sectionTree } from './plan-tree';
import { searchPlan } from './search-plan';

const item = (key: string, text: string, name: string) => ({
  key,
  marker: 'ア',
  text,
  departments: [{ code: key, name, role: 'lead' as const }],
});

const section = (key: string, parentKey: string | null, title: string, items: ReturnType<typeof item>[]) => ({
  key,
  parentKey,
  number: `第${key}節`,
  level: '節',
  title,
  background: '',
  leadName: null,
  policies: [],
  indicators: [],
  programs: items.length === 0 ? [] : [{ key: `${key}-(1)`, number: '(1)', title: '推進事業', items }],
});

const PLAN: PlanTree = {
  key: 'p',
  title: '',
  firstFiscalYear: 2019,
  lastFiscalYear: 2023,
  totals: { sections: 2, policies: 0, indicators: 0, programs: 1, items: 2, itemsWithoutLead: 0 },
  sections: [
    section('8', null, '総合計画を推進するために', []),
    section('1', '8', '参画と協働の推進', [
      item('a', 'ＰＩの手法を活用します。', '市民協働課'),
      item('b', '研修を実施します。', '人材育成センター'),
    ]),
  ],
};

describe('searching the plan', () => {
  it('finds items by text whatever the width of the letters', () => {
    expect(searchPlan(PLAN, 'pi')[0]?.programs[0]?.items.map(({ key }) => key)).toEqual(['a']);
  });

  it('finds items by department, and only with every word', () => {
    expect(searchPlan(PLAN, '研修 人材育成').map(({ count }) => count)).toEqual([1]);
    expect(searchPlan(PLAN, '研修 広報課')).toEqual([]);
  });

  it('shows everything without a query', () => {
    expect(searchPlan(PLAN, '')).toHaveLength(2);
  });
});

describe('the tree of the plan', () => {
  it('puts sections below their parents', () => {
    expect(sectionTree(PLAN).map((node) => node.children.length)).toEqual([1]);
    expect(pathTo(PLAN, '1').map(({ key }) => key)).toEqual(['8', '1']);
  });
});
