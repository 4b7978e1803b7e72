import { sql } from 'kysely';
import { openDb } from './client.ts';
import type { Role } from './role-names.ts';

/** The logins of a server that is ours alone, each of one role: who has such a password has that role's rights and no others. */
export const SERVICE_LOGINS = {
  nashra_services: 'nashra_app',
  nashra_dashboards: 'nashra_ops',
} as const satisfies Readonly<Record<string, Role>>;
/** What each session of theirs is bound by that says nothing else: behind a pooler none of ours can. */
const LIMITS = { statement_timeout: '30s', idle_in_transaction_session_timeout: '60s' } as const;
export type ServiceLogin = keyof typeof SERVICE_LOGINS;

/**
 * Makes these logins, or gives them these passwords, and closes the server's other databases to all but superusers. For a
 * server that is ours alone, after its roles were made.
 */
export async function makeServiceLogins(
  url: string,
  passwords: Readonly<Record<ServiceLogin, string>>,
): Promise<void> {
  await using db = openDb(url, { poolSize: 1, name: 'nashra-logins' });
  await db.transaction().execute(async (tx) => {
    // Nobody logs what is said here, a failed statement included.
    await sql`set local log_statement = 'none'`.execute(tx);
    await sql`set local log_min_error_statement = 'panic'`.execute(tx);
    for (const [login, role] of Object.entries(SERVICE_LOGINS)) {
      const { rows } = await sql`select from pg_roles where rolname = ${login}`.execute(tx);
      if (rows.length === 0) await sql`create role ${sql.id(login)}`.execute(tx);
      const password = sql.lit(passwords[login as ServiceLogin]);
      await sql`alter role ${sql.id(login)} login password ${password}`.execute(tx);
      await sql`grant ${sql.id(role)} to ${sql.id(login)}`.execute(tx);
      for (const [name, limit] of Object.entries(LIMITS))
        await sql`alter role ${sql.id(login)} set ${sql.id(name)} = ${sql.lit(limit)}`.execute(tx);
    }
    const { rows: others } = await sql<{ name: string }>`
      select datname as name from pg_database where datname <> current_database()`.execute(tx);
    for (const { name } of others)
      await sql`revoke connect, temporary on database ${sql.id(name)} from public`.execute(tx);
  });
}
