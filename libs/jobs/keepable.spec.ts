import { describe, expect, it } from '@jest/globals';
import { keepable } from './keepable.js';

describe('what PostgreSQL can keep as JSON', () => {
  it('has no NUL, in words or in names, and keeps what only looks like one', () => {
    const kept = keepable({ 'na\0me': ['a\0b', { deep: '\0' }], said: 'a \\u0000 b' });
    expect(JSON.parse(kept)).toEqual({ name: ['ab', { deep: '' }], said: 'a \\u0000 b' });
  });

  it('has no half of a character', () => {
    expect(JSON.parse(keepable({ error: 'cut \ud83d', '\ude00': 1 }))).toEqual({ error: 'cut �', '�': 1 });
  });

  it('leaves everything else as it is', () => {
    const value = [null, 1, true, { at: '2022-04-01', words: '終わり😀' }];
    expect(JSON.parse(keepable(value))).toEqual(value);
  });
});
