import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan } from './index.js';

const reading = readPlan(fixture('kogane-city'));

describe('a plan whose sections, policies and programs are all only numbered', () => {
  it('tells sections by the part that follows them', () => {
    expect(reading.parents.map(({ number, title }) => [number, title])).toEqual([
      [1, '福祉'],
      [2, '産業'],
    ]);
    expect(reading.sections.map(({ number, level, title }) => [number, level, title])).toEqual([
      ['1-1', '', '介護の充実'],
      ['1-2', '', '障がい者の支援'],
      ['2-1', '', '商店街'],
    ]);
  });

  it('leaves policies without a full stop to their section', () => {
    expect(reading.sections.map((section) => section.policies.map((policy) => policy.text))).toEqual([
      ['施設を増やす', '人を育てる'],
      ['働く場を広げる'],
      ['店を呼び込む'],
    ]);
  });

  it('reads 1-1-1 as a program', () => {
    expect(
      reading.sections.flatMap((section) => section.programs.map(({ key, items }) => [key, items.length])),
    ).toEqual([
      ['1-1-(1-1-1)', 2],
      ['1-1-(1-1-2)', 1],
      ['1-2-(1-2-1)', 1],
      ['2-1-(2-1-1)', 2],
    ]);
  });

  it('reads a section without indicators', () => {
    expect(reading.sections.map((section) => section.indicators.length)).toEqual([1, 0, 0]);
  });
});
