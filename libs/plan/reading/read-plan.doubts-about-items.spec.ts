import { describe, expect, it } from '@jest/globals';
import { readPlan } from './index.js';

const withPrograms = (...lines: string[]) =>
  readPlan(['試しの計画', '第1節 試し', '事業概要', ...lines].join('\n'));
const itemsOf = (reading: ReturnType<typeof withPrograms>) =>
  reading.sections.flatMap((section) =>
    section.programs.map((program) => program.items.map((item) => item.text)),
  );
const codes = (reading: ReturnType<typeof withPrograms>): string[] =>
  reading.questions.map((question) => question.code).filter((code) => code !== 'plan.period_unknown');

describe('what belongs to an item', () => {
  it('joins a paragraph after an empty line, and asks', () => {
    const reading = withPrograms('【(1) 甲】', 'ア 乙をします。', '', 'さらに丙をします。');
    expect(itemsOf(reading)).toEqual([['乙をします。\nさらに丙をします。']]);
    expect(codes(reading)).toEqual(['plan.paragraph_attached']);
  });

  it('joins an unfinished sentence over an empty line without asking', () => {
    const reading = withPrograms('【(1) 甲】', 'ア 乙を', '', 'します。');
    expect(itemsOf(reading)).toEqual([['乙をします。']]);
    expect(codes(reading)).toEqual([]);
  });

  it('asks about a dash without a marker among ア イ ウ', () => {
    const reading = withPrograms('【(1) 甲】', '- ア 乙をします。', '- 丙をします。', '- イ 丁をします。');
    expect(itemsOf(reading)[0]).toHaveLength(2);
    expect(codes(reading)).toEqual(['plan.item_marker_lost']);
  });

  it('keeps (1) beneath ア out of the programs', () => {
    const reading = withPrograms(
      '【(1) 甲】',
      'ア 次のとおりです。',
      '(1) 乙',
      '(2) 丙',
      'イ 丁をします。',
      '【(2) 戊】',
      'ア 己をします。',
    );
    expect(itemsOf(reading)).toEqual([
      ['次のとおりです。\n(1) 乙\n(2) 丙', '丁をします。'],
      ['己をします。'],
    ]);
    expect(codes(reading)).toEqual([]);
  });

  it('takes (ア) and イ for one list', () => {
    expect(itemsOf(withPrograms('【(1) 甲】', '(ア) 乙をします。', 'イ 丙をします。'))[0]).toHaveLength(2);
  });

  it('asks whether ア before a katakana word is a marker', () => {
    const reading = withPrograms('【(1) 甲】', 'アカメラを置きます。', 'イ道を直します。');
    expect(itemsOf(reading)[0]).toEqual(['カメラを置きます。', '道を直します。']);
    expect(codes(reading)).toEqual(['plan.item_marker_tight']);
  });

  it('leaves アンケート a word where markers have a blank', () => {
    const reading = withPrograms(
      '【(1) 甲】',
      'ア 乙を行います。',
      'インターネットでも行います。',
      'イ 丙をします。',
    );
    expect(itemsOf(reading)[0]).toEqual(['乙を行います。インターネットでも行います。', '丙をします。']);
  });

  it('marks a repeat', () => {
    const reading = withPrograms('【(1) 甲】', 'ア 乙をします。（再掲）');
    expect(reading.sections[0]?.programs[0]?.items[0]).toMatchObject({ repeat: true });
  });
});

describe('what is a program', () => {
  it('has a description when text stands before its items', () => {
    const reading = withPrograms('(1) 甲', '甲の説明です。', '・乙をします。', '(2) 丙', '・丁をします。');
    expect(reading.sections[0]?.programs.map(({ title, description }) => [title, description])).toEqual([
      ['甲', '甲の説明です。'],
      ['丙', ''],
    ]);
  });

  it('may have no number', () => {
    const reading = withPrograms('■甲', '・乙をします。', '■丙', '・丁をします。');
    expect(reading.sections[0]?.programs.map(({ key, number, title }) => [key, number, title])).toEqual([
      ['1-事業1', null, '甲'],
      ['1-事業2', null, '丙'],
    ]);
  });

  it('is asked about when it has no items', () => {
    const reading = withPrograms('【(1) 甲】', '【(2) 乙】', 'ア 丙をします。');
    expect(itemsOf(reading)).toEqual([[], ['丙をします。']]);
    expect(codes(reading)).toEqual(['plan.program_without_items']);
  });

  it('is not made of sentences in (1) (2)', () => {
    const reading = withPrograms('(1) 乙をします。', '(2) 丙をします。');
    expect(reading.totals).toMatchObject({ programs: 1, items: 2 });
    expect(codes(reading)).toEqual(['plan.program_implicit']);
  });

  it('may be a 施策 beneath a 節', () => {
    const reading = withPrograms(
      '施策1 甲',
      '(1) 乙',
      '・丙をします。',
      '施策2 丁',
      '(1) 戊',
      '・己をします。',
    );
    expect(reading.sections.map(({ key, level }) => [key, level])).toEqual([
      ['1/1', '施策'],
      ['1/2', '施策'],
    ]);
    expect(reading.totals).toMatchObject({ programs: 2, items: 2 });
  });
});

describe('what could not be understood', () => {
  it('is asked about where a part has text but no list', () => {
    const reading = readPlan('計画\n第1節 甲\n基本方針\n1 乙。\n事業概要\n丙を進めます。\n');
    expect(codes(reading)).toEqual(['plan.part_unread']);
  });

  it('is asked about where a heading is not known', () => {
    const reading = readPlan('計画\n第1節 甲\n基本方針\n1 乙。\n【市長のことば】\n丙。\n');
    expect(codes(reading)).toEqual(['plan.heading_unknown']);
  });

  it('is asked about where a section has text but nothing that counts', () => {
    const reading = readPlan('計画\n第1節 甲\n基本方針\n1 乙。\n第2節 丙\n丁です。\n');
    expect(reading.totals.sections).toBe(1);
    expect(reading.questions).toContainEqual(
      expect.objectContaining({ code: 'plan.section_empty', line: 5 }),
    );
  });

  it('is asked about where policies jump a number', () => {
    const reading = readPlan('計画\n第1節 甲\n基本方針\n1 乙。\n3 丙。\n');
    expect(codes(reading)).toEqual(['plan.numbers_broken']);
  });

  it('gives policies of two parts different numbers', () => {
    const reading = readPlan('計画\n第1節 甲\n基本方針\n1 乙。\n基本方針\n1 丙。\n');
    expect(reading.sections[0]?.policies.map((policy) => policy.number)).toEqual([1, 2]);
  });
});
