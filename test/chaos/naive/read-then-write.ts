import pg from 'pg';

/** The naive way: read the state, decide, write it; nobody asks whether it is still what was read. */
export async function readThenWrite(
  url: string,
  hands: number,
): Promise<{ winners: number; entries: number }> {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  try {
    await pool.query('create schema if not exists naive');
    await pool.query('create table naive.sheet (id int primary key, state text not null)');
    await pool.query('create table naive.history (sheet_id int not null, event text not null)');
    await pool.query(`insert into naive.sheet values (1, 'submitted')`);
    const decide = async (event: 'approved' | 'returned'): Promise<boolean> => {
      const { rows } = await pool.query<{ state: string }>('select state from naive.sheet where id = 1');
      if (rows[0]?.state !== 'submitted') return false;
      await pool.query('update naive.sheet set state = $1 where id = 1', [event]);
      await pool.query('insert into naive.history values (1, $1)', [event]);
      return true;
    };
    const won = await Promise.all(
      Array.from({ length: hands }, (_, n) => decide(n % 2 === 0 ? 'approved' : 'returned')),
    );
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from naive.history');
    return { winners: won.filter(Boolean).length, entries: rows[0]?.n ?? 0 };
  } finally {
    await pool.end();
  }
}
