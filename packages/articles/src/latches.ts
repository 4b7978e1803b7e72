import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

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
  await latch(tx, DECISIONS);
}

/** Makes writers of changes number them one after another; the last thing a transaction takes. */
export async function latchChanges(tx: Queryable): Promise<void> {
  await latch(tx, CHANGES);
}

async function latch(tx: Queryable, slot: number): Promise<void> {
  await sql`select slot from nashra.latch where slot = ${slot} for no key update`.execute(tx);
}
