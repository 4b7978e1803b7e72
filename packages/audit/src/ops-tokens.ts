import type { OpsRole, OpsToken, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** So many of a kind at the most; the oldest go first. */
const MOST = 1_000;

/** Keeps one for so long, and lets go of those whose time is over. */
export async function keepOpsToken(
  db: Queryable,
  { hash, kind, login, who }: OpsToken,
  seconds: number,
): Promise<void> {
  await sql`insert into nashra.ops_token (hash, kind, login, who, ends_at)
    values (${hash}, ${kind}, ${login}, ${who}, now() + make_interval(secs => ${seconds}))`.execute(
    db,
  );
  await sql`delete from nashra.ops_token where ends_at < now() or hash in (
    select hash from nashra.ops_token where kind = ${kind} order by made_at desc offset ${MOST})`.execute(
    db,
  );
}

/** Whose a token is, and what they may do now. */
export interface TokenHolder {
  /** Null for the login of the settings. */
  readonly who: string | null;
  readonly role: OpsRole;
}

/**
 * Whose it is, when it is kept and its time is not over, and the login that opened it is still what it was.
 *
 * @param login of the settings
 */
export async function findOpsToken(
  db: Queryable,
  { hash, kind, login }: Omit<OpsToken, 'who'>,
): Promise<TokenHolder | null> {
  const { rows } = await sql<TokenHolder>`
    select t.who, coalesce(u.role, 'admin') as role from nashra.ops_token t left join nashra.ops_user u on u.name = t.who
    where t.hash = ${hash} and t.kind = ${kind} and t.ends_at > now()
      and t.login = case when t.who is null then ${login}::bytea else u.login end`.execute(db);
  return rows[0] ?? null;
}

/** Ends it for ever. */
export async function dropOpsToken(db: Queryable, hash: Buffer): Promise<void> {
  await sql`delete from nashra.ops_token where hash = ${hash}`.execute(db);
}
