import { describe, expect, it } from '@jest/globals';
import { barOf } from '../chaos/bar.js';
import { belongsToBar } from '../chaos/belongings.js';
import { Onlooker } from '../chaos/onlooker.js';
import { waiting } from '../running/waits.js';

const never = new Promise<never>(() => {});

describe('a bar of `npm run chaos`', () => {
  it('fails when its time is over, says what it was waiting for and leaves nothing running', async () => {
    const ended: string[] = [];
    const own = (name: string): void => belongsToBar(async () => void ended.push(name));
    const bar = barOf({
      name: 'R0',
      title: 'waits for ever',
      declared: {},
      small: {},
      limitSeconds: 0.2,
      run: async () => {
        own('a server');
        own('its worker');
        return waiting('the moon to answer', never);
      },
    });
    await expect(bar.run(false)).rejects.toThrow('waiting for: the moon to answer');
    expect(ended).toEqual(['its worker', 'a server']);
  });

  it('that was given up begins nothing any more', async () => {
    const ended: string[] = [];
    let late: Promise<string> | undefined;
    let goOn = (): void => {};
    const bar = barOf({
      name: 'R0',
      title: 'begins too late',
      declared: {},
      small: {},
      limitSeconds: 0.2,
      run: async () => {
        late = new Promise<void>((resolve) => (goOn = resolve)).then(() => {
          belongsToBar(async () => void ended.push('a late worker'));
          return 'began';
        });
        await late;
        throw new Error('unreachable');
      },
    });
    await expect(bar.run(false)).rejects.toThrow('not at its end after 0.2 s');
    goOn();
    await expect(late).rejects.toThrow('the time of this bar is over');
    expect(ended).toEqual(['a late worker']);
  });

  it('gets an answer to every question to its database, also when that goes away', async () => {
    const onlooker = new Onlooker(process.env['MAWASU_TEST_PG'] ?? '');
    const asked = Array.from({ length: 8 }, () => onlooker.query('select pg_sleep(0.1)'));
    await Promise.all([onlooker.leave(), Promise.allSettled(asked)]);
    await expect(Promise.all(asked)).resolves.toHaveLength(8);
  }, 5_000);
});
