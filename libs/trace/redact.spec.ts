import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redact } from './redact.rules.js';

describe('a log line', () => {
  it.each([
    ['550 <hanako.yamada@city.example.jp> unknown', '550 <[mail]> unknown'],
    ['GET /api/people?mail=hanako%40city.example.jp', 'GET /api/people?mail=[mail]'],
    ['to 花子@市役所.example.jp: refused', 'to [mail]: refused'],
    ['connect postgres://mawasu:s3cret@db:5432/mawasu', 'connect postgres://[hidden]@db:5432/mawasu'],
    ['connect postgres://u:p@ss@db/mawasu failed', 'connect postgres://[hidden]@db/mawasu failed'],
    ['connect postgres://u:p/w@db/mawasu failed', 'connect postgres://[hidden]@db/mawasu failed'],
    ['redis://:pa$$word@queue:6379', 'redis://[hidden]@queue:6379'],
    ['{"password":"twelve characters","a":1}', '{"password":"[hidden]","a":1}'],
    ['{"headers":{"Set-Cookie":["a=b","c=d"]}}', '{"headers":{"Set-Cookie":"[hidden]"}}'],
    ['with {"password":"twelve characters","a":1}', 'with {"password":"[hidden]","a":1}'],
    [
      String.raw`said {\"password\":\"abc \\\"def\",\"a\":1}`,
      String.raw`said {\"password\":\"[hidden]\",\"a\":1}`,
    ],
    ["password='twelve characters' a=1", "password='[hidden]' a=1"],
    ['authorization: Bearer abc.def', 'authorization: [hidden]'],
    ['Authorization: Digest username="Mufasa", response="6629"', 'Authorization: [hidden]'],
    ['Authorization: Basic YWxhZGRpbjpvcGVu\nHost: a', 'Authorization: [hidden]\nHost: a'],
    ['sent Bearer abcdef.ghi to it', 'sent Bearer [hidden] to it'],
    ['GET /password?token=abcdef&x=1', 'GET /password?token=[hidden]'],
    ['password=ab,cd;ef failed', 'password=[hidden] failed'],
    ['{"password":""}', '{"password":"[hidden]"}'],
  ])('%s', (line, safe) => expect(redact(line)).toBe(safe));

  it('keeps what names nobody', () => {
    const line = '{"level":"info","msg":"open-review-cycles ran for 2022-03-31T15:05:00.000Z"}\n';
    expect(redact(line)).toBe(line);
    expect(redact('node_modules/foo@1.2.3/index.js')).toBe('node_modules/foo@1.2.3/index.js');
    expect(redact('at file:///app/node_modules/@nestjs/core/a.js')).toContain('core/a.js');
    expect(redact('{"a":1,"message":"x@1.2"}\n')).toBe('{"a":1,"message":"x@1.2"}\n');
  });

  describe('that holds a secret of any letters', () => {
    const [BEGIN, END] = ['K7x', 'q9Z'];
    const secret = fc.string({ unit: 'grapheme' }).map((middle) => BEGIN + middle + END);
    const name = fc.constantFrom(
      'password',
      'MAWASU_PASSWORD',
      'resetToken',
      'authorization',
      'client_secret',
    );
    /** As the logger writes it: one line of JSON whose message holds it. */
    const logged = (message: string): string => `${JSON.stringify({ level: 'info', message })}\n`;
    const isSafe = (line: string): void => {
      const said = redact(line);
      expect(said).not.toContain(BEGIN);
      expect(said).not.toContain(END);
      if (line.endsWith('\n')) expect(JSON.parse(said)).toMatchObject({ level: 'info' });
    };

    it('does not say it, in JSON within JSON, or in a text around it', () => {
      fc.assert(
        fc.property(
          name,
          secret,
          fc.nat({ max: 3 }),
          fc.constantFrom('', 'said '),
          (key, value, depth, lead) => {
            let text = JSON.stringify({ a: 1, [key]: value, z: 'end' });
            for (let level = 0; level < depth; level += 1) text = JSON.stringify({ text });
            isSafe(lead + text);
            isSafe(logged(lead + text));
            isSafe(logged(`${lead}${text} and ${text}`));
          },
        ),
      );
    });

    it('does not say it in the address of a server', () => {
      fc.assert(
        fc.property(secret, (value) => {
          const password = value.replace(/[\s"<>]/g, '_');
          isSafe(`connect postgres://mawasu:${password}@db:5432/mawasu: refused`);
          isSafe(logged(`connect postgres://mawasu:${password}@db:5432/mawasu: refused`));
        }),
      );
    });

    it('keeps the rest of what was logged', () => {
      fc.assert(
        fc.property(secret, (value) => {
          const line = logged(`${JSON.stringify({ password: value, stays: 'here' })} and this`);
          expect((JSON.parse(redact(line)) as { message: string }).message).toBe(
            '{"password":"[hidden]","stays":"here"} and this',
          );
        }),
      );
    });
  });

  it('takes no longer for a long word than it has letters', () => {
    const began = performance.now();
    redact(`${'a'.repeat(200_000)} token `.repeat(3));
    redact('token:'.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
