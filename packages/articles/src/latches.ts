import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { settleEpoch } from './epoch.ts';

/** The rows of `nashra.latch`. */
const CHANGES = 0;
const DECISIONS = 1;

/**
 * Held until the transaction ends by whoever decides what a draft is, or takes a decision back: the second one waits and then
 * sees what the first one committed. One for all: a batch has hundreds of keys to be found by, so two batches would nearly
 * always meet at some key. A row lock, not an advisory one: those every role of the database may take, and a reader
 * could stop the pipeline.
 */
export async function latchDecisions(tx: Queryable): Promise<void> {
  await sql`select slot from nashra.latch where slot = ${DECISIONS} for no key update`.execute(tx);
}

/** Makes writers of changes number them one after another; the last thing a transaction takes. */
export async function latchChanges(tx: Queryable): Promise<void> {
  // The mark of the database comes along: that costs some microseconds, and a statement of its own more.
  const { rows } = await sql<{ mark: string }>`
    select nashra.source_mark() as mark from nashra.latch where slot = ${CHANGES} for no key update`.execute(
    tx,
  );
  await settleEpoch(tx, rows[0]?.mark ?? '');
}
