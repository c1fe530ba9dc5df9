import { describe, expect, it } from '@jest/globals';
import { answerOfFailure, type Handed } from './mail-answer.js';

const outcome = (failure: Parameters<typeof answerOfFailure>[0], handed: Handed = 'begun'): string =>
  answerOfFailure(failure, handed).outcome;
const cut = { message: 'Connection closed unexpectedly', code: 'ECONNECTION', command: 'CONN' };
const silence = { message: 'Timeout', code: 'ETIMEDOUT', command: 'CONN' };

describe('a failed transmission', () => {
  it('is final only when the server refuses this very letter', () => {
    expect(outcome({ message: '', responseCode: 550, command: 'RCPT TO' })).toBe('never');
    expect(outcome({ message: '', responseCode: 554, command: 'DATA' }, 'whole')).toBe('never');
    expect(outcome({ message: 'No recipients defined', code: 'EENVELOPE', command: 'API' })).toBe('never');
    expect(outcome({ message: '', responseCode: 535, command: 'AUTH PLAIN' })).toBe('unreachable');
    expect(outcome({ message: '', responseCode: 553, command: 'MAIL FROM' })).toBe('unreachable');
  });

  it('is put off when the server says so, whatever was handed over', () => {
    expect(outcome({ message: '', responseCode: 451, command: 'RCPT TO' })).toBe('later');
    expect(outcome({ message: '', responseCode: 452, command: 'DATA' }, 'whole')).toBe('later');
    expect(outcome({ message: '', responseCode: 450, command: 'MAIL FROM' })).toBe('later');
    expect(outcome({ message: '', responseCode: 421, command: 'RCPT TO' })).toBe('later');
    expect(outcome({ message: '', responseCode: 421, command: 'DATA' }, 'whole')).toBe('later');
  });

  it('is no answer to a letter that has not begun', () => {
    for (const [responseCode, command] of [
      [421, 'CONN'],
      [421, 'EHLO'],
      [454, 'AUTH PLAIN'],
      [535, 'AUTH PLAIN'],
    ] as const)
      expect(outcome({ message: '', responseCode, command }, 'nothing')).toBe('unreachable');
  });

  it('is uncertain when the whole letter was handed over and no answer came', () => {
    for (const failure of [cut, silence]) expect(outcome(failure, 'whole')).toBe('uncertain');
  });

  it('is put off when the line was cut or silent on the way: a server may do so with this one for ever', () => {
    for (const failure of [cut, silence, { message: 'read ECONNRESET', code: 'ESOCKET', syscall: 'read' }])
      expect(outcome(failure, 'begun')).toBe('later');
  });

  it('is no answer at all when the server was not reached', () => {
    const refused = { message: 'connect ECONNREFUSED', code: 'ESOCKET', command: 'CONN', syscall: 'connect' };
    for (const failure of [refused, cut, silence]) expect(outcome(failure, 'nothing')).toBe('unreachable');
    // It had begun on a line that the server had closed, and no other could be opened.
    expect(outcome(refused, 'begun')).toBe('unreachable');
  });

  it('keeps the words of the server, up to a length', () => {
    expect(answerOfFailure({ message: 'x'.repeat(2_000) }, 'begun').answer).toHaveLength(500);
  });

  it('leaves out what a database cannot keep', () => {
    expect(answerOfFailure({ message: '550 no\0 such \ud83d mailbox' }, 'begun').answer).toBe(
      '550 no such \ufffd mailbox',
    );
    // The length would cut this character in two.
    expect(answerOfFailure({ message: `${'x'.repeat(499)}😀` }, 'begun').answer.isWellFormed()).toBe(true);
  });
});
