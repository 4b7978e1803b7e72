import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** What pages of a publisher taught the extractor; its shape is the extractor's own. */
export type PublisherMemoryRow = unknown;

export async function readMemory(
  db: Queryable,
  publisherId: number,
): Promise<PublisherMemoryRow | undefined> {
  const row = await db
    .selectFrom('publisher_memory')
    .select('memory')
    .where('publisher_id', '=', publisherId)
    .executeTakeFirst();
  return row?.memory;
}

/** Reads, learns and writes under a row lock, so that processes add to each other's pages. */
export async function updateMemory<Memory>(
  db: Queryable,
  publisherId: number,
  learn: (memory: unknown) => { readonly memory: Memory; readonly layoutChanged: boolean },
): Promise<Memory> {
  return await db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('publisher_memory')
      .select('memory')
      .where('publisher_id', '=', publisherId)
      .forUpdate()
      .executeTakeFirst();
    const { memory, layoutChanged } = learn(row?.memory ?? null);
    const changedAt = layoutChanged ? { layout_changed_at: sql<Date>`now()` } : {};
    const json = JSON.stringify(memory);
    await tx
      .insertInto('publisher_memory')
      .values({ publisher_id: publisherId, memory: json, ...changedAt })
      .onConflict((conflict) =>
        conflict
          .column('publisher_id')
          .doUpdateSet({ memory: json, updated_at: sql<Date>`now()`, ...changedAt }),
      )
      .execute();
    return memory;
  });
}
