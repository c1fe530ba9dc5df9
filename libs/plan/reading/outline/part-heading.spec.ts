import { describe, expect, it } from '@jest/globals';
import { isUnknownHeading, readPartHeading } from './part-heading.js';

describe('the heading of a part', () => {
  it.each([
    ['現状と課題', 'background'],
    ['現 状 と 課 題', 'background'],
    ['■現状・課題', 'background'],
    ['(1) 現状と課題', 'background'],
    ['【施策を取り巻く現状と今後の課題】', 'background'],
    ['基本方針', 'policies'],
    ['施策の方向性', 'policies'],
    ['2 基本的な考え方', 'policies'],
    ['検証指標', 'indicators'],
    ['成果指標（KPI）', 'indicators'],
    ['数値目標', 'indicators'],
    ['指標と目標値', 'indicators'],
    ['成果を測る指標', 'indicators'],
    ['事業概要', 'programs'],
    ['主な取り組み', 'programs'],
    ['施策の展開', 'programs'],
    ['≪主な事務事業≫', 'programs'],
    ['政策の体系', 'outline'],
    ['目次', 'outline'],
    ['めざす姿', 'other'],
    ['関連する個別計画', 'other'],
    ['用語解説', 'other'],
  ])('%s', (text, kind) => {
    expect(readPartHeading(text)?.kind).toBe(kind);
  });

  it('hands on what stands after a colon', () => {
    expect(readPartHeading('基本方針：声を聞きます。')).toEqual({
      kind: 'policies',
      heading: '基本方針',
      rest: '声を聞きます。',
    });
  });

  it.each(['・取組', '- 事業', '基本方針を定めます。', '子育ての事業', '課題解決の手法', ''])(
    '%s is none',
    (text) => {
      expect(readPartHeading(text)).toBeNull();
    },
  );

  it('notices a heading that it does not know', () => {
    expect(isUnknownHeading('【市長のことば】')).toBe(true);
    expect(isUnknownHeading('■ これまでの歩み')).toBe(true);
    expect(isUnknownHeading('■現状と課題')).toBe(false);
    expect(isUnknownHeading('市長のことば')).toBe(false);
  });
});
