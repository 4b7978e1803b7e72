import type { Lane, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** An address that a stage should have moved by now. */
export interface Resting {
  readonly id: number;
  readonly host: string;
  readonly lane: Lane;
  readonly state: string;
  readonly rescues: number;
}

export interface RestingOptions {
  /** The states in which an address waits for a stage. */
  readonly states: readonly string[];
  /** Only addresses that have not moved for this long are looked at. */
  readonly graceMs: number;
  /** Addresses looked at in one pass at the most. */
  readonly limit: number;
}

const PAGE = 1000;

/** Pages through what is in flight and has not moved, oldest first. */
export async function* resting(
  db: Queryable,
  { states, graceMs, limit }: RestingOptions,
): AsyncGenerator<Resting[]> {
  // Literals: with parameters a prepared statement would not see that the partial index fits.
  const inline = sql.join(states.map((state) => sql.lit(state)));
  const before = await instantAgo(db, graceMs);
  let after = { at: '-infinity', id: 0 };
  for (let seen = 0; seen < limit; ) {
    const { rows } = await sql<Resting & { at: string }>`
      select id, host, lane, state, rescues, updated_at::text as at from nashra.address
      where state in (${inline})
        and updated_at < ${before}::timestamptz
        and (updated_at, id) > (${after.at}::timestamptz, ${after.id}::bigint)
      order by updated_at, id limit ${Math.min(PAGE, limit - seen)}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    after = { at: last.at, id: last.id };
    seen += rows.length;
    yield rows;
  }
}

/**
 * By the clock that wrote the rows, which may not be this process's; as text, since a Date would
 * drop the microseconds.
 */
async function instantAgo(db: Queryable, ms: number): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select (now() - make_interval(secs => ${ms / 1000}))::text as at`.execute(db);
  return rows[0]?.at ?? '-infinity';
}
