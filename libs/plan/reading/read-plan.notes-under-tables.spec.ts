import { describe, expect, it } from '@jest/globals';
import { readPlan } from './index.js';

const read = (...after: string[]) =>
  readPlan(
    [
      '試しの計画',
      '第1節 試し',
      '検証指標',
      '\t単位\t基準値\t目標値',
      '\t\tH30\tR5',
      '駅を使う人の数※1\t人\t300\t500',
      '港に入る船の数*\t隻\t30\t50',
      '空き店舗の数\t店\t30\t20',
      ...after,
    ].join('\n'),
  );
const notesOf = (reading: ReturnType<typeof read>) =>
  reading.indicators.map((indicator) => indicator.note ?? '');

describe('a note finds its indicator', () => {
  it('by its name', () => {
    expect(notesOf(read('※空き店舗の数：商店街の調べ'))).toEqual(['', '', '商店街の調べ']);
  });

  it('by a part of its name', () => {
    expect(notesOf(read('※空き店舗：商店街の調べ'))).toEqual(['', '', '商店街の調べ']);
  });

  it('by its mark and number', () => {
    expect(notesOf(read('※1 改札を通った人', '＊ 千トン以上の船'))).toEqual([
      '改札を通った人',
      '千トン以上の船',
      '',
    ]);
  });

  it('on several lines', () => {
    expect(notesOf(read('※1 改札を', '通った人'))).toEqual(['改札を通った人', '', '']);
  });

  it('at the end of the section, far from the table', () => {
    const reading = read('事業概要', '【(1) 甲】', 'ア 乙をします。', '※空き店舗の数：商店街の調べ');
    expect(notesOf(reading)[2]).toBe('商店街の調べ');
    expect(reading.sections[0]?.programs[0]?.items[0]?.text).toBe('乙をします。');
  });

  it('or is asked about', () => {
    const reading = read('注）年末に数えます。');
    expect(notesOf(reading)).toEqual(['', '', '']);
    expect(reading.questions.find((question) => question.code === 'plan.note_unmatched')).toMatchObject({
      line: 9,
    });
  });

  it('takes the footnote mark off the name', () => {
    expect(read().indicators.map((indicator) => indicator.name)).toEqual([
      '駅を使う人の数',
      '港に入る船の数',
      '空き店舗の数',
    ]);
  });

  it('reads 出典 as the source of the table', () => {
    expect(read('出典：市の調べ').indicators.map((indicator) => indicator.source)).toEqual([
      '市の調べ',
      '市の調べ',
      '市の調べ',
    ]);
  });
});
