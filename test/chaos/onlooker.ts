import pg from 'pg';
import { waiting } from '../running/waits.js';

/** Looks at rows of a server that comes and goes, and tells of each question how it ended. */
export class Onlooker {
  private readonly pool: pg.Pool;
  private readonly asked = new Set<Promise<unknown>>();

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 4 });
    this.pool.on('error', () => {});
  }

  async query<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    const answer = this.pool.query<T>(text, values);
    this.asked.add(answer);
    try {
      return (await waiting(text, answer)).rows;
    } finally {
      this.asked.delete(answer);
    }
  }

  /** A pool that ends forgets who still waits for a connection, and he would wait for ever: so nobody may. */
  async leave(): Promise<void> {
    await Promise.allSettled(this.asked);
    await this.pool.end();
  }
}
