import type { Db } from '@nashra/db';
import { sql } from 'kysely';
import { endBackends } from '../backends.ts';
import type { Cell } from '../cell.ts';

export const postgresReadOnly: Cell = {
  name: 'postgres-read-only',
  kind: 'postgres',
  what: 'Postgres takes no writes',
  named: /read-only/,
  stops: true,
  holdMs: 8_000,
  begin: ({ db }) => setReadOnly(db, 'on'),
  end: ({ db }) => setReadOnly(db, 'off'),
};

/** For every session from now on; those of the services begin anew. */
async function setReadOnly(db: Db, value: 'on' | 'off'): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const name = sql.id(rows[0]?.name ?? '');
  await db.transaction().execute(async (tx) => {
    await sql`set transaction read write`.execute(tx);
    await sql`alter database ${name} set default_transaction_read_only = ${sql.raw(value)}`.execute(
      tx,
    );
  });
  // A session of the matrix's own that began meanwhile would stay read-only, too.
  await endBackends(db, value === 'off');
}
