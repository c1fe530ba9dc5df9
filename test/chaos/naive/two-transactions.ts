import type { ServerOfItsOwn } from '../server-of-its-own.js';

const LANES = 8;

/**
 * The naive way to change something and write it down: the change in one transaction, its entry in the next. Works on
 * until it is stopped; a server that is away is waited for.
 */
export class TwoTransactions {
  private running = true;
  private lanes: Promise<void>[] = [];

  constructor(private readonly server: ServerOfItsOwn) {}

  async start(): Promise<void> {
    await this.server.query('create schema naive');
    await this.server.query('create table naive.sheet (id int primary key, version int not null default 0)');
    await this.server.query('create table naive.entry (sheet_id int not null, version int not null)');
    await this.server.query('insert into naive.sheet select generate_series(1, $1)', [LANES]);
    this.lanes = Array.from({ length: LANES }, (_, n) => this.lane(n + 1));
  }

  private async lane(id: number): Promise<void> {
    while (this.running) {
      try {
        const [row] = await this.server.query<{ version: number }>(
          'update naive.sheet set version = version + 1 where id = $1 returning version',
          [id],
        );
        await this.server.query('insert into naive.entry values ($1, $2)', [id, row?.version]);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Changes that nobody wrote down. */
  async holes(): Promise<number> {
    this.running = false;
    await Promise.all(this.lanes);
    const [row] = await this.server.query<{ n: number }>(
      'select ((select sum(version) from naive.sheet) - (select count(*) from naive.entry))::int as n',
    );
    return row?.n ?? 0;
  }
}
