import { describe, expect, it } from '@jest/globals';
import { answerOfFailure } from './mail-answer.js';

const outcome = (failure: Parameters<typeof answerOfFailure>[0], handedOver = false): string =>
  answerOfFailure(failure, handedOver).outcome;

describe('a failed transmission', () => {
  it('is final only when the server refuses this very letter', () => {
    expect(outcome({ message: '', responseCode: 550, command: 'RCPT TO' })).toBe('never');
    expect(outcome({ message: '', responseCode: 554, command: 'DATA' }, true)).toBe('never');
    expect(outcome({ message: 'No recipients defined', code: 'EENVELOPE', command: 'API' })).toBe('never');
    expect(outcome({ message: '', responseCode: 535, command: 'AUTH PLAIN' })).toBe('unreachable');
    expect(outcome({ message: '', responseCode: 553, command: 'MAIL FROM' })).toBe('unreachable');
  });

  it('is put off when the server says so, whatever was handed over', () => {
    expect(outcome({ message: '', responseCode: 451, command: 'RCPT TO' })).toBe('later');
    expect(outcome({ message: '', responseCode: 452, command: 'DATA' }, true)).toBe('later');
    expect(outcome({ message: '', responseCode: 421, command: 'CONN' })).toBe('unreachable');
  });

  it('is uncertain when the whole letter was handed over and no answer came', () => {
    expect(outcome({ message: 'Connection closed unexpectedly', command: 'CONN' }, true)).toBe('uncertain');
    expect(outcome({ message: 'Timeout', command: 'CONN', timeoutType: 'SOCKET_TIMEOUT' }, true)).toBe(
      'uncertain',
    );
  });

  it('is no answer at all when the server was not reached, and put off when it fell silent on the way', () => {
    expect(outcome({ message: 'connect ECONNREFUSED', responseCode: false, command: 'CONN' })).toBe(
      'unreachable',
    );
    expect(outcome({ message: 'Timeout', command: 'CONN', timeoutType: 'SOCKET_TIMEOUT' })).toBe('later');
  });

  it('keeps the words of the server, up to a length', () => {
    expect(answerOfFailure({ message: 'x'.repeat(2_000) }, false).answer).toHaveLength(500);
  });

  it('leaves out what a database cannot keep', () => {
    expect(answerOfFailure({ message: '550 no\0 such \ud83d mailbox' }, false).answer).toBe(
      '550 no such \ufffd mailbox',
    );
    // The length would cut this character in two.
    expect(answerOfFailure({ message: `${'x'.repeat(499)}😀` }, false).answer.isWellFormed()).toBe(true);
  });
});
