import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** As many rows as the migration made, less the one that numbers the changes. */
const SLOTS = 16_384;
const CHANGES_SLOT = 0;

/**
 * Holds the latches of these keys until the transaction ends: of two that share a key, the second one waits for the
 * first and then sees what it committed. Taken in one order everywhere, so that nobody waits in a circle. Row locks,
 * not advisory ones: those every role of the database may take, and a reader could stop the pipeline.
 */
export async function latchKeys(
  tx: Queryable,
  keys: readonly Buffer[],
  candidateKeys: Iterable<number> = [],
): Promise<void> {
  const slots = new Set(keys.map((key) => 1 + (key.readUInt32BE(0) % SLOTS)));
  for (const key of candidateKeys) slots.add(1 + ((key >>> 0) % SLOTS));
  await latch(tx, [...slots]);
}

/** Makes writers of changes number them one after another; the last thing a transaction takes. */
export async function latchChanges(tx: Queryable): Promise<void> {
  await latch(tx, [CHANGES_SLOT]);
}

async function latch(tx: Queryable, slots: readonly number[]): Promise<void> {
  if (slots.length === 0) return;
  await sql`select slot from nashra.latch where slot = any(${[...slots]}::int[]) order by slot
    for no key update`.execute(tx);
}
