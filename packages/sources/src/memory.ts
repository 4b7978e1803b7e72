import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** What pages of a publisher taught the extractor, as it packed it; undefined where nothing is known. */
export async function readMemory(db: Queryable, publisherId: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('publisher_memory')
    .select('learned')
    .where('publisher_id', '=', publisherId)
    .executeTakeFirst();
  return row?.learned ?? undefined;
}

/** Reads, learns and writes under a row lock, so that processes add to each other's pages. */
export async function updateMemory(
  db: Queryable,
  publisherId: number,
  learn: (known: Buffer | null) => { readonly learned: Buffer; readonly layoutChanged: boolean },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('publisher_memory')
      .select('learned')
      .where('publisher_id', '=', publisherId)
      .forUpdate()
      .executeTakeFirst();
    const { learned, layoutChanged } = learn(row?.learned ?? null);
    const changedAt = layoutChanged ? { layout_changed_at: sql<Date>`now()` } : {};
    await tx
      .insertInto('publisher_memory')
      .values({ publisher_id: publisherId, learned, ...changedAt })
      .onConflict((conflict) =>
        conflict
          .column('publisher_id')
          .doUpdateSet({ learned, updated_at: sql<Date>`now()`, ...changedAt }),
      )
      .execute();
  });
}
