import type { Db } from '@nashra/db';
import { historyWith, type Queryable } from '@nashra/ledger';
import { sql } from 'kysely';
import type { IndexOutcome } from './handler.ts';
import { loadBatch, type Row } from './load-batch.ts';
import { asPoison } from './poison-row-error.ts';
import { insertRevisions, updateArticles } from './write-articles.ts';
import { writeChanges } from './write-changes.ts';
import { writeImages } from './write-images.ts';

/** Writes the articles of decided addresses in one transaction; others are stale. */
export async function writeBatch(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, IndexOutcome>> {
  const rows = await db
    .transaction()
    .execute(async (tx) => {
      const batch = await loadBatch(tx, ids);
      if (batch.length === 0) return batch;
      await insertRevisions(tx, batch);
      await updateArticles(tx, batch);
      await writeImages(tx, batch);
      await finish(tx, batch);
      await writeChanges(tx, batch);
      return batch;
    })
    .catch((error: unknown) => {
      throw asPoison(error);
    });
  const outcomes = new Map<number, IndexOutcome>(ids.map((id) => [id, 'stale']));
  for (const row of rows) outcomes.set(row.addressId, row.number === 1 ? 'created' : 'revised');
  return outcomes;
}

/** Ends the flight of the batch's addresses and ties them to their articles. */
async function finish(tx: Queryable, rows: readonly Row[]): Promise<void> {
  const ids = rows.map((row) => row.addressId);
  await sql`
    update nashra.address set state = 'indexed', reason = null, article_id = done.article_id,
      waits = 0, rescues = 0, updated_at = now(),
      history = ${historyWith('indexed', null)}
    from unnest(${ids}::bigint[], ${rows.map((row) => row.decision.articleId)}::bigint[])
      as done(id, article_id)
    where address.id = done.id`.execute(tx);
  await tx
    .deleteFrom('draft')
    .where('address_id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
}
