import { type Act, record } from '@nashra/audit';
import type { Queryable, SourceState } from '@nashra/db';
import { sql } from 'kysely';
import { findSource, type Named } from './find-source.ts';

/** Pauses or resumes a publisher by its slug, or one feed by its address; returns what it is called. */
export async function setSourceState(
  db: Queryable,
  what: string,
  state: SourceState,
  act: Act,
): Promise<string> {
  return await db.transaction().execute(async (tx) => {
    const { publisherId, feedAddressId, name } = await findSource(tx, what);
    if (publisherId !== null) {
      await tx
        .updateTable('publisher')
        .set({ state, updated_at: sql<Date>`now()` })
        .where('id', '=', publisherId)
        .execute();
    } else {
      await tx
        .updateTable('feed')
        .set({ state, ...(state === 'active' ? { next_poll_at: sql<Date>`now()` } : {}) })
        .where('address_id', '=', feedAddressId)
        .execute();
    }
    const action = state === 'paused' ? 'source.pause' : 'source.resume';
    await record(tx, act, { action, subject: what });
    return name;
  });
}

/** Makes the feeds of a publisher, or one feed, due now, however long they were to rest; returns how many. */
export async function pollNow(db: Queryable, what: string, act: Act): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const rows = await feedsOf(tx, await findSource(tx, what));
    const due = await tx
      .updateTable('feed')
      .set({ next_poll_at: sql<Date>`now()` })
      .where('address_id', 'in', rows.length > 0 ? rows : [0])
      .where('state', '=', 'active')
      .returning('id')
      .execute();
    await record(tx, act, { action: 'source.poll', subject: what, detail: { feeds: due.length } });
    return due.length;
  });
}

/**
 * Removes one feed, or a publisher's feeds: they are polled no more. What came from them stays, and so does a publisher
 * who has articles, paused. Returns what is gone.
 */
export async function removeSource(
  db: Queryable,
  what: string,
  act: Act,
): Promise<{ readonly feeds: number }> {
  return await db.transaction().execute(async (tx) => {
    const named = await findSource(tx, what);
    const rows = await feedsOf(tx, named);
    const removed = await tx
      .deleteFrom('feed')
      .where('address_id', 'in', rows.length > 0 ? rows : [0])
      .returning(['address', 'title', 'interval_seconds as intervalSeconds'])
      .execute();
    if (named.publisherId !== null) {
      await tx
        .updateTable('publisher')
        .set({ state: 'paused', updated_at: sql<Date>`now()` })
        .where('id', '=', named.publisherId)
        .execute();
    }
    await record(tx, act, { action: 'source.remove', subject: what, detail: { feeds: removed } });
    return { feeds: removed.length };
  });
}

async function feedsOf(tx: Queryable, { publisherId, feedAddressId }: Named): Promise<number[]> {
  if (feedAddressId !== null) return [feedAddressId];
  const rows = await tx
    .selectFrom('feed')
    .select('address_id')
    .where('publisher_id', '=', publisherId)
    .execute();
  return rows.map((row) => row.address_id);
}
