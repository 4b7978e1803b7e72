import { randomBytes } from 'node:crypto';
import { type Db, migrateToLatest, openDb } from '@nashra/db';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { asAdmin, dropDatabase } from './admin.ts';
import { waitFor } from './wait-for.ts';

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
/** Any number all test files agree on. */
const TEMPLATE_LOCK = 7_215_003;

/** A migrated database of the caller's own, copied from a template that the first caller of the run makes. */
export async function testDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const serverUrl = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = `template_${inject('runId')}`;
  await asAdmin(serverUrl, async (admin) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`.execute(admin);
    try {
      await makeTemplate(admin, serverUrl, template);
      // Nobody may be in what is copied, and who has left takes a while to go on a loaded machine.
      await waitFor(async () => {
        const { rows } =
          await sql`select from pg_stat_activity where datname = ${template}`.execute(admin);
        return rows.length === 0;
      });
      await sql`create database ${sql.id(name)} template ${sql.id(template)} strategy file_copy`.execute(
        admin,
      );
      // Rights on a database itself are not its template's.
      await sql`revoke temporary on database ${sql.id(name)} from public`.execute(admin);
      await sql`grant create, temporary on database ${sql.id(name)} to nashra_owner`.execute(admin);
    } finally {
      await sql`select pg_advisory_unlock(${TEMPLATE_LOCK})`.execute(admin);
    }
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

async function makeTemplate(admin: Db, serverUrl: string, template: string): Promise<void> {
  const found = await sql`select from pg_database where datname = ${template}`.execute(admin);
  if (found.rows.length > 0) return;
  await sql`create database ${sql.id(template)}`.execute(admin);
  try {
    await migrateToLatest(withDatabase(serverUrl, template));
  } catch (error) {
    await sql`drop database ${sql.id(template)} with (force)`.execute(admin);
    throw error;
  }
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
