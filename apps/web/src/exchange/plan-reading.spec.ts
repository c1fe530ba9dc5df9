import { describe, expect, it } from '@jest/globals';
import type { PlanPreview } from '../api';
import { answersOf, decisionsOf } from './plan-reading';

const question = (asks: PlanPreview['questions'][number]['asks'], subject: string | null) => ({
  line: 1,
  about: '',
  text: '',
  asks,
  subject,
});
const indicator = (key: string, direction: 'up' | 'down') => ({
  key,
  name: key,
  unit: '件',
  direction,
  baseline: null,
  targets: [],
  targetWords: '減少',
  floor: false,
  line: 2,
});
const plan: PlanPreview = {
  title: null,
  firstFiscalYear: 2019,
  lastFiscalYear: 2023,
  totals: { sections: 1, policies: 0, indicators: 2, programs: 0, items: 0 },
  sections: [
    {
      key: '1',
      number: 1,
      title: '参画',
      line: 1,
      policies: [],
      programs: [],
      indicators: [indicator('1-指標1', 'down'), indicator('1-指標2', 'up')],
    },
  ],
  questions: [question('direction', '1-指標1'), question('direction', '1-指標2'), question('title', null)],
  difference: null,
};

describe('the answers to a plan’s questions', () => {
  it('send what was settled, as read or as chosen, and nothing that was not asked', () => {
    const answers = {
      ...answersOf(plan),
      settled: new Set([0]),
      title: ' 第7次総合計画 ',
      directions: { '1-指標2': 'down' as const },
    };
    expect(decisionsOf(plan, answers)).toEqual({
      title: '第7次総合計画',
      directions: { '1-指標1': 'down' },
    });
    expect(decisionsOf(plan, { ...answers, settled: new Set([0, 1]) }).directions).toEqual({
      '1-指標1': 'down',
      '1-指標2': 'down',
    });
  });

  it('leave an empty title to what the document says', () => {
    expect(decisionsOf(plan, answersOf(plan))).toEqual({ directions: {} });
  });
});
