import { describe, expect, it } from '@jest/globals';
import { redact } from './redact.rules.js';

describe('a log line', () => {
  it.each([
    ['550 <hanako.yamada@city.example.jp> unknown', '550 <[mail]> unknown'],
    ['connect postgres://mawasu:s3cret@db:5432/mawasu', 'connect postgres://[hidden]@db:5432/mawasu'],
    ['redis://:pa$$word@queue:6379', 'redis://[hidden]@queue:6379'],
    ['{"password":"twelve characters","a":1}', '{"password":"[hidden] characters","a":1}'],
    ['authorization: Bearer abc.def', 'authorization: [hidden]'],
    ['GET /password?token=abcdef&x=1', 'GET /password?token=[hidden]'],
  ])('%s', (line, safe) => expect(redact(line)).toBe(safe));

  it('keeps what names nobody', () => {
    const line = '{"level":"info","msg":"open-review-cycles ran for 2022-03-31T15:05:00.000Z"}';
    expect(redact(line)).toBe(line);
    expect(redact('node_modules/foo@1.2.3/index.js')).toBe('node_modules/foo@1.2.3/index.js');
  });
});
