import { describe, expect, it } from '@jest/globals';
import { afterTry, type TriedLetter } from './after-try.rules.js';
import { LETTER_KINDS, type LetterKind } from './letter.codes.js';
import { afterUncertain, KINDS_TO_ASK } from './uncertain.rules.js';

const letter = (over: Partial<TriedLetter> = {}): TriedLetter => ({
  kind: 'daily',
  deferrals: 0,
  lostAnswers: 0,
  unreached: 0,
  ...over,
});

describe('after a try', () => {
  it('a letter that was taken is sent, one that is refused has failed', () => {
    expect(afterTry(letter(), 'sent', 1_000)).toEqual({ state: 'sent', waitMs: null });
    expect(afterTry(letter(), 'never', 1_000)).toEqual({ state: 'failed', waitMs: null });
  });

  it('each deferral doubles the wait, up to 256 times, and the fortieth ends it', () => {
    const wait = (deferrals: number) => afterTry(letter({ deferrals }), 'later', 1_000);
    expect(wait(0)).toEqual({ state: 'planned', waitMs: 1_000 });
    expect(wait(3)).toEqual({ state: 'planned', waitMs: 8_000 });
    expect(wait(8)).toEqual({ state: 'planned', waitMs: 256_000 });
    expect(wait(38)).toEqual({ state: 'planned', waitMs: 256_000 });
    expect(wait(39)).toEqual({ state: 'failed', waitMs: null });
  });

  it('the tries last about three days with the usual first wait', () => {
    let days = 0;
    for (let deferrals = 0; ; deferrals += 1) {
      const { waitMs } = afterTry(letter({ deferrals }), 'later', 30_000);
      if (waitMs === null) break;
      days += waitMs / 86_400_000;
    }
    expect(days).toBeGreaterThan(2.5);
    expect(days).toBeLessThan(3.5);
  });

  it('a server that is not there is asked again soon, for ever, and never counted against the letter', () => {
    expect(afterTry(letter({ unreached: 11 }), 'unreachable', 1_000).waitMs).toBe(5_000);
    expect(afterTry(letter({ unreached: 12 }), 'unreachable', 1_000).waitMs).toBe(60_000);
    expect(afterTry(letter({ unreached: 5_000, deferrals: 39 }), 'unreachable', 1_000).state).toBe('planned');
  });

  it('an uncertain duty is sent again, up to five times; then, and of a summary at once, a person decides', () => {
    expect(afterTry(letter(), 'uncertain', 1_000)).toEqual({ state: 'uncertain', waitMs: 1_000 });
    expect(afterTry(letter({ lostAnswers: 3 }), 'uncertain', 1_000).waitMs).toBe(8_000);
    expect(afterTry(letter({ lostAnswers: 4 }), 'uncertain', 1_000)).toEqual({
      state: 'uncertain',
      waitMs: null,
    });
    expect(afterTry(letter({ kind: 'summary' }), 'uncertain', 1_000).waitMs).toBeNull();
  });

  it('every kind of letter has a rule, and only what goes to management waits for a person', () => {
    const rules = Object.fromEntries(LETTER_KINDS.map((kind: LetterKind) => [kind, afterUncertain(kind, 0)]));
    expect(rules).toEqual({
      daily: 'again',
      digest: 'again',
      at_once: 'again',
      request: 'again',
      handover: 'again',
      password: 'again',
      summary: 'ask',
    });
    expect(KINDS_TO_ASK).toEqual(['summary']);
  });
});
