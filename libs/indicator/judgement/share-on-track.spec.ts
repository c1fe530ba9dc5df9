import { describe, it, expect } from '@jest/globals';
import { aCase, of } from './cases.for-spec.js';
import type { ShownStatus } from './judgement.codes.js';
import { judgeWithShare, shareOnTrack } from './share-on-track.rules.js';
import { STANDARD_RULE, nextRuleVersion } from './standard-rule.rules.js';

function indicators(counts: Partial<Record<ShownStatus, number>>) {
  return Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, (_, at) => ({
      indicatorId: `${status}-${at}`,
      status: status as ShownStatus,
    })),
  );
}

describe('the share of indicators on track', () => {
  it('is achieved and on track over judged, with everything it must be shown with', () => {
    const judged = indicators({
      achieved: 1,
      on_track: 4,
      mostly_on_track: 2,
      behind: 1,
      worse: 1,
      not_judged: 2,
      awaited: 3,
    });
    expect(shareOnTrack(judged, { decimals: 1 })).toEqual({
      value: '55.6',
      numerator: 5,
      denominator: 9,
      notJudged: 2,
      awaited: 3,
      ruleName: '標準',
      ruleVersion: 1,
    });
  });

  it('leaves itself out', () => {
    const judged = [
      ...indicators({ on_track: 1, behind: 1 }),
      { indicatorId: 'share', status: 'achieved' as const },
    ];
    expect(shareOnTrack(judged, { selfId: 'share', decimals: 1 })).toMatchObject({
      value: '50.0',
      denominator: 2,
    });
    const counted = nextRuleVersion(STANDARD_RULE, { shareExcludesItself: false });
    expect(shareOnTrack(judged, { selfId: 'share', decimals: 1, rule: counted })).toMatchObject({
      value: '66.7',
      denominator: 3,
      ruleVersion: 2,
    });
  });

  it('divides by all, or counts 概ね順調, when the rule says so', () => {
    const judged = indicators({ on_track: 1, mostly_on_track: 1, behind: 1, not_judged: 1 });
    const all = nextRuleVersion(STANDARD_RULE, { shareDenominator: 'all' });
    const mostly = nextRuleVersion(STANDARD_RULE, { shareCountsMostly: true });
    expect(shareOnTrack(judged, { decimals: 1 })).toMatchObject({
      value: '33.3',
      numerator: 1,
      denominator: 3,
    });
    expect(shareOnTrack(judged, { decimals: 1, rule: all })).toMatchObject({
      value: '25.0',
      denominator: 4,
      notJudged: 1,
    });
    expect(shareOnTrack(judged, { decimals: 1, rule: mostly })).toMatchObject({
      value: '66.7',
      numerator: 2,
    });
  });

  it('counts an indicator that is shown twice once', () => {
    const judged = [...indicators({ on_track: 1, worse: 1 }), ...indicators({ on_track: 1 })];
    expect(shareOnTrack(judged, { decimals: 0 })).toMatchObject({ value: '50', denominator: 2 });
  });

  it('is blank, not zero, when nothing was judged', () => {
    expect(shareOnTrack([], { decimals: 1 })).toMatchObject({ value: null, denominator: 0, notJudged: 0 });
    expect(shareOnTrack(indicators({ not_judged: 3 }), { decimals: 1 })).toMatchObject({
      value: null,
      notJudged: 3,
    });
    expect(shareOnTrack(indicators({ worse: 3 }), { decimals: 1 })).toMatchObject({ value: '0.0' });
  });
});

describe('the indicator that measures the share', () => {
  const others = ['60.0', '52.0', '47.2', '40.0', '39.0', '60.0', '52.0', '52.0', '41.0'].map((value, at) =>
    aCase({ id: String(at), actual: of(value, 2021) }),
  );
  const itself = aCase({
    id: 'share',
    baseline: of('45.5', 2018),
    targets: [of('100', 2023)],
    actual: of('99.9', 2021),
  });

  it('is judged last, with the share of the others as its actual', () => {
    const result = judgeWithShare([...others, itself], itself);
    expect(result.share).toMatchObject({ value: '55.6', numerator: 5, denominator: 9 });
    expect(result.judgements).toHaveLength(9);
    expect(result.itself).toMatchObject({
      id: 'share',
      status: 'behind',
      expected: '78.2',
      progress: '18.5',
    });
  });

  it('counts itself as not judged where a rule leaves it in', () => {
    const rule = nextRuleVersion(STANDARD_RULE, { shareExcludesItself: false, shareDenominator: 'all' });
    expect(judgeWithShare(others, itself, rule).share).toMatchObject({
      value: '50.0',
      denominator: 10,
      notJudged: 1,
    });
  });

  it('is not judged when nothing else is', () => {
    expect(judgeWithShare([], itself).itself).toMatchObject({
      status: 'not_judged',
      reason: 'not_yet_compiled',
      expected: '78.2',
    });
  });
});
