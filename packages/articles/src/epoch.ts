import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** Marks whose epoch this process has found committed: each is looked up once. */
const known = new Set<string>();

/**
 * Begins an epoch when the database is not where its last change was written: it was restored, or a replica took its place.
 * Under the latch of changes, before any is numbered.
 */
export async function settleEpoch(tx: Queryable, mark: string): Promise<void> {
  if (known.has(mark)) return;
  const { rows } = await sql<{ is_new: boolean }>`select nashra.begin_epoch() as is_new`.execute(
    tx,
  );
  // One that has just begun may be rolled back with the rest.
  if (rows[0]?.is_new === false) known.add(mark);
}
