import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { latchChanges } from './latches.ts';

/** Begins the epoch of a restored database while nothing is written, so that readers are told although nothing new comes; in a transaction. */
export async function watchEpoch(tx: Queryable): Promise<void> {
  const { rows } = await sql`
    select where nashra.source_mark() is distinct from (select mark from nashra.epoch order by number desc limit 1)`.execute(
    tx,
  );
  if (rows.length > 0) await latchChanges(tx);
}
