import { randomBytes } from 'node:crypto';
import { type Db, openDb } from '@nashra/db';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { asAdmin, dropDatabase, makeDatabase, withDatabase } from './admin.ts';

export interface TestDatabase {
  readonly url: string;
  /** Acts as services do: what they have no right to fails here too. */
  readonly db: Db;
  /** Acts as the login that made everything, for what only an owner may do. */
  readonly owner: Db;
  /** Closes both and drops the database, whoever else is still connected. */
  drop(): Promise<void>;
}

const NAME = 'nashra-test';

/** A migrated database of the caller's own, copied from that of the run. */
export async function testDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const serverUrl = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await makeDatabase(serverUrl, name, inject('template'));
  await asAdmin(serverUrl, async (admin) => {
    // Rights on a database itself are not its template's.
    await sql`revoke temporary on database ${sql.id(name)} from public`.execute(admin);
    await sql`grant create, temporary on database ${sql.id(name)} to nashra_owner`.execute(admin);
  });
  const url = withDatabase(serverUrl, name);
  // @NOTE dropping the database ends idle sessions, which is no error then.
  const db = openDb(url, { poolSize: options.poolSize ?? 5, name: NAME, as: 'nashra_app' });
  const owner = openDb(url, { poolSize: 1, name: NAME });
  return {
    url,
    db,
    owner,
    async drop() {
      await Promise.all([db.destroy(), owner.destroy()]);
      await dropDatabase(serverUrl, name);
    },
  };
}
