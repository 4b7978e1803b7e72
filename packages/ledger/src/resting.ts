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

const PAGE = 1_000;
/** Rows of one statement: each looks at all that is in flight, to find the oldest. */
const READ = 10_000;

/** Pages through what is in flight and has not moved, oldest first. */
export async function* resting(
  db: Queryable,
  { states, graceMs, limit }: RestingOptions,
): AsyncGenerator<Resting[]> {
  const before = await instantAgo(db, graceMs);
  let after = { at: '-infinity', id: 0 };
  for (let seen = 0; seen < limit; ) {
    const { rows } = await sql<Resting & { at: string }>`
      select address_id as id, host, lane, state, rescues, moved_at::text as at from nashra.flight
      where due_at is null and state = any(${[...states]}::text[]) and moved_at < ${before}::timestamptz
        and (moved_at, address_id) > (${after.at}::timestamptz, ${after.id}::bigint)
      order by moved_at, address_id limit ${Math.min(READ, limit - seen)}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    after = { at: last.at, id: last.id };
    seen += rows.length;
    for (let from = 0; from < rows.length; from += PAGE) yield rows.slice(from, from + PAGE);
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
