import { describe, it, expect } from '@jest/globals';
import { aCase, judged, of } from './cases.for-spec.js';
import { judge } from './judgement.rules.js';
import { STANDARD_RULE, checkRule, nextRuleVersion } from './standard-rule.rules.js';

/** 40.0 in 2018 to 60.0 in 2023, measured in 2021: E = 52.0, n = 60 %. */
describe('the status, first match wins', () => {
  it.each([
    ['60.0', 'achieved', 'exactly T'],
    ['61.5', 'achieved', 'better than T'],
    ['55.0', 'on_track', 'between E and T'],
    ['52.0', 'on_track', 'exactly E'],
    ['51.9', 'mostly_on_track', 'just under E'],
    ['47.2', 'mostly_on_track', 'r exactly 0.6'],
    ['47.1', 'behind', 'r just under 0.6'],
    ['40.1', 'behind', 'just better than B'],
    ['40.0', 'flat', 'exactly B'],
    ['39.9', 'worse', 'worse than B'],
  ])('%s is %s: %s', (value, status) => {
    expect(judge(aCase({ actual: of(value, 2021) }))).toMatchObject({
      status,
      expected: '52.0',
      need: '60.0',
    });
  });

  it('is not judged without a value, whatever the reason', () => {
    expect(judged(aCase({ actual: { reason: 'not_yet_compiled', year: 2021 } }))).toEqual({
      status: 'not_judged',
      reason: 'not_yet_compiled',
      expected: '52.0',
      progress: null,
      need: null,
      pace: null,
    });
  });

  it.each([
    ['20.0', 'achieved'],
    ['19.0', 'achieved'],
    ['28.0', 'on_track'],
    ['28.1', 'mostly_on_track'],
    ['32.8', 'mostly_on_track'],
    ['32.9', 'behind'],
    ['40.0', 'flat'],
    ['40.1', 'worse'],
  ])('lower is better: %s is %s', (value, status) => {
    const given = aCase({ direction: 'down', targets: [of('20.0', 2023)], actual: of(value, 2021) });
    expect(judge(given)).toMatchObject({ status, expected: '28.0' });
  });

  it('keeps a value that equals B on track when E, rounded, asks for no more', () => {
    const given = aCase({
      decimals: 0,
      baseline: of('14', 2018),
      targets: [of('16', 2023)],
      actual: of('14', 2019),
    });
    expect(judged(given)).toEqual({
      status: 'on_track',
      expected: '14',
      progress: '0.0',
      need: '20.0',
      pace: '0.0',
    });
  });

  it('sees a pace of exactly 0.6 where E has no last decimal', () => {
    const given = aCase({
      decimals: 0,
      baseline: of('0', 2018),
      targets: [of('20', 2021)],
      actual: of('4', 2019),
    });
    expect(judged(given)).toEqual({
      status: 'mostly_on_track',
      expected: '7',
      progress: '20.0',
      need: '33.3',
      pace: '60.0',
    });
  });

  it('decides before the percents are rounded', () => {
    const given = aCase({
      decimals: 0,
      baseline: of('0', 2018),
      targets: [of('10000', 2019)],
      actual: of('5999', 2019),
    });
    expect(judge(given)).toMatchObject({ status: 'behind', pace: '60.0' });
  });

  it('never divides the actual by the target', () => {
    const given = aCase({
      baseline: of('90.0', 2018),
      targets: [of('95.0', 2023)],
      actual: of('90.5', 2021),
    });
    expect(judge(given)).toMatchObject({ status: 'behind', progress: '10.0' });
  });
});

describe('the settings of the rule', () => {
  it('are those of the standard rule, version 1', () => {
    expect(STANDARD_RULE).toEqual({
      name: '標準',
      version: 1,
      mostlyFrom: '0.6',
      surveyTolerance: '3',
      shareDenominator: 'judged',
      shareCountsMostly: false,
      shareExcludesItself: true,
    });
  });

  it('move the threshold and print the version that judged', () => {
    const stricter = nextRuleVersion(STANDARD_RULE, { mostlyFrom: '0.8' });
    const given = aCase({ actual: of('49.5', 2021) });
    expect(judge(given)).toMatchObject({ status: 'mostly_on_track', pace: '79.2', ruleVersion: 1 });
    expect(judge(given, stricter)).toMatchObject({ status: 'behind', pace: '79.2', ruleVersion: 2 });
  });

  it('move the tolerance of surveys that have none of their own', () => {
    const given = aCase({ survey: true, actual: of('41.5', 2021) });
    expect(judge(given, nextRuleVersion(STANDARD_RULE, { surveyTolerance: '1.5' })).status).toBe('behind');
    expect(judge(given, nextRuleVersion(STANDARD_RULE, { surveyTolerance: '1.6' })).status).toBe('flat');
  });

  it.each([
    [{ mostlyFrom: '0' }],
    [{ mostlyFrom: '1.1' }],
    [{ mostlyFrom: 'half' }],
    [{ surveyTolerance: '-1' }],
    [{ surveyTolerance: '' }],
  ])('are refused out of range: %j', (changes) => {
    expect(() => checkRule({ ...STANDARD_RULE, ...changes })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'judge.bad_rule' }),
    );
  });
});
