import { describe, expect, it } from '@jest/globals';
import { inBothKana, likeable } from './name-search.rules.js';

describe('a name that is looked for', () => {
  it('is taken in any width and without the spaces inside it', () => {
    expect(likeable('三浦　千尋')).toBe('三浦千尋');
    expect(likeable('２００９１１９')).toBe('2009119');
    expect(likeable('ﾐｳﾗ')).toBe('ミウラ');
  });

  it('is taken literally', () => {
    expect(likeable('50%_\\')).toBe('50\\%\\_\\\\');
  });

  it('is found in either kana', () => {
    expect(inBothKana('みうら')).toEqual(['%みうら%', '%ミウラ%']);
    expect(inBothKana('ミウラ')).toEqual(['%みうら%', '%ミウラ%']);
    expect(inBothKana('三浦')).toEqual(['%三浦%', '%三浦%']);
  });
});
