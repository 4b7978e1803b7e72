import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Queryable } from './client.ts';
import { limitReaders } from './roles.ts';

/** A login that cannot be made or dropped. */
export class LoginError extends Error {
  override name = 'LoginError';
  readonly code = 'LOGIN_UNFIT';
}

const ROLE = 'nashra_reader';
/** So that one reader of many wishes leaves the others and the pipeline their part of the server. */
const CONNECTIONS = 10;

/**
 * Makes a login that reads schema `reader` and nothing else, of few connections and short statements.
 *
 * @returns its password
 * @throws LoginError when the name is unfit or taken
 */
export async function makeReaderLogin(tx: Queryable, name: string): Promise<string> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name) || name.startsWith('pg_'))
    throw new LoginError('A login is named by small letters, digits and underscores.');
  const { rows: found } = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname in (${name}, ${ROLE})`.execute(tx);
  if (found.some((row) => row.name === name)) throw new LoginError(`${name} is there already.`);
  if (found.length === 0) throw new LoginError(`There is no role ${ROLE}: create it first.`);
  const password = randomBytes(24).toString('base64url');
  await sql`create role ${sql.id(name)} login password ${sql.lit(password)} connection limit ${sql.lit(CONNECTIONS)}
    in role ${sql.id(ROLE)}`.execute(tx);
  // A name of small letters, digits and underscores, as was seen above.
  await limitReaders(tx, `select '${name}'::name`);
  return password;
}

/** @throws LoginError when it is no login of a reader */
export async function dropReaderLogin(tx: Queryable, name: string): Promise<void> {
  if (!(await listReaderLogins(tx)).includes(name))
    throw new LoginError(`${name} is no login of a reader.`);
  await sql`drop role ${sql.id(name)}`.execute(tx);
}

/** Logins that may do nothing but read, by name. */
export async function listReaderLogins(db: Queryable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select r.rolname as name from pg_roles r join pg_auth_members m on m.member = r.oid
    join pg_roles of on of.oid = m.roleid
    where r.rolcanlogin and not r.rolsuper group by r.rolname having array_agg(of.rolname::text) = array[${ROLE}]
    order by 1`.execute(db);
  return rows.map((row) => row.name);
}

/** Process ids, on the server's machine, of sessions that may do nothing but read. */
export async function readerBackends(db: Queryable): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    select a.pid from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
    where a.datname = current_database() and not r.rolsuper and pg_has_role(r.oid, ${ROLE}, 'member')
      and not pg_has_role(r.oid, 'nashra_app', 'member') and not pg_has_role(r.oid, 'nashra_ops', 'member')`.execute(
    db,
  );
  return rows.map((row) => row.pid);
}
