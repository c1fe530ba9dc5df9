import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Database, dataSourceOptions } from '#database';
import { until } from '../running/product.js';

const LAPSE_MS = 600;

describe('work that only one process may do', () => {
  let here: DataSource;
  let there: DataSource;

  beforeAll(async () => {
    const options = dataSourceOptions(process.env['MAWASU_TEST_PG'] ?? '', []);
    [here, there] = await Promise.all([
      new DataSource(options).initialize(),
      new DataSource(options).initialize(),
    ]);
  });

  afterAll(async () => {
    await Promise.all([here.destroy(), there.destroy()]);
  });

  type Alone = <T>(lock: string, work: () => Promise<T>) => Promise<T | undefined>;
  const inBoth = (): readonly [Alone, Alone] => {
    const [one, other] = [new Database(here), new Database(there)];
    return [
      (lock, work) => one.exclusively(lock, work, LAPSE_MS),
      (lock, work) => other.exclusively(lock, work, LAPSE_MS),
    ];
  };
  /** Stands still as a process does that its host has stopped: not even its timers run. */
  const fallAsleep = (ms: number): void =>
    void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

  it('stays with who is awake, however long it takes', async () => {
    const [one, other] = inBoth();
    const began = Date.now();
    const answer = await one('long', async () => {
      const refused: unknown[] = [];
      await until('it has taken long', async () => {
        refused.push(await other('long', async () => 'taken'));
        return Date.now() - began > 3 * LAPSE_MS;
      });
      return refused.filter((taken) => taken !== undefined);
    });
    expect(answer).toEqual([]);
    expect(await other('long', async () => 'free')).toBe('free');
  });

  it('goes to another when its holder has fallen asleep, who hears of it when awake', async () => {
    const [one, other] = inBoth();
    let taken: string | undefined;
    const asleep = one('asleep', async () => {
      fallAsleep(2 * LAPSE_MS);
      taken = await other('asleep', async () => 'taken');
    });
    await expect(asleep).rejects.toThrow('the lock "asleep" was lost');
    expect(taken).toBe('taken');
  });

  it('is given back by work that fails', async () => {
    const [one, other] = inBoth();
    await expect(one('fails', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await other('fails', async () => 'free')).toBe('free');
  });
});
