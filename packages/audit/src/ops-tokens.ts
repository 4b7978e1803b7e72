import type { OpsToken, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** So many of a kind at the most; the oldest go first. */
const MOST = 1_000;

/** Keeps one for so long, and lets go of those whose time is over. */
export async function keepOpsToken(
  db: Queryable,
  { hash, kind, login }: OpsToken,
  seconds: number,
): Promise<void> {
  await sql`insert into nashra.ops_token (hash, kind, login, ends_at)
    values (${hash}, ${kind}, ${login}, now() + make_interval(secs => ${seconds}))`.execute(db);
  await sql`delete from nashra.ops_token where ends_at < now() or hash in (
    select hash from nashra.ops_token where kind = ${kind} order by made_at desc offset ${MOST})`.execute(
    db,
  );
}

/** Whether it is kept, for this login, and its time is not over. */
export async function hasOpsToken(
  db: Queryable,
  { hash, kind, login }: OpsToken,
): Promise<boolean> {
  const { rows } = await sql`select from nashra.ops_token
    where hash = ${hash} and kind = ${kind} and login = ${login} and ends_at > now()`.execute(db);
  return rows.length > 0;
}

/** Ends it for ever. */
export async function dropOpsToken(db: Queryable, hash: Buffer): Promise<void> {
  await sql`delete from nashra.ops_token where hash = ${hash}`.execute(db);
}
