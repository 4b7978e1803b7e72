import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Queryable } from './client.ts';

const LOOK_EVERY_MS = 10;

/** How far the log of a primary is written: whatever was committed before lies before it. */
export async function positionOf(db: Queryable): Promise<string> {
  const asked = sql<{ at: string }>`select pg_current_wal_insert_lsn()::text as at`;
  return (await asked.execute(db)).rows[0]?.at ?? '0/0';
}

/**
 * Waits until a replica has followed its primary so far, so that who has just changed something reads it there; true when it has,
 * false when the time is over. A primary always has.
 */
export async function hasReached(
  db: Queryable,
  position: string,
  withinMs: number,
): Promise<boolean> {
  for (const end = performance.now() + withinMs; ; await sleep(LOOK_EVERY_MS)) {
    const { rows } = await sql<{ here: boolean }>`
      select not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= ${position}::pg_lsn as here`.execute(
      db,
    );
    if (rows[0]?.here) return true;
    if (performance.now() > end) return false;
  }
}
