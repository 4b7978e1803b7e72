import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { BatchRow } from './batch-row.ts';
import { decisionSchema, discardDrafts, draftSchema } from './draft.ts';
import { asPoison } from './poison-row-error.ts';
import { writeChanges } from './write-changes.ts';
import { writeImages } from './write-images.ts';
import { insertRevisions, updateArticles } from './write-revisions.ts';

export interface Written {
  readonly addressId: number;
  readonly articleId: number;
  /** Of the revision; 1 for a new article. */
  readonly number: number;
}

/**
 * Writes the decided drafts of these addresses: revision, article, images, search vector and, as the last thing of the
 * transaction, their changes, since the latch on their order is held to the commit. The caller has locked the addresses.
 *
 * @throws PoisonRowError when the database refuses a row itself
 */
export async function writeArticles(
  tx: Queryable,
  addressIds: readonly number[],
): Promise<Written[]> {
  try {
    const rows = await loadDecided(tx, addressIds);
    if (rows.length === 0) return [];
    await insertRevisions(tx, rows);
    await updateArticles(tx, rows);
    await writeImages(tx, rows);
    await discardDrafts(
      tx,
      rows.map((row) => row.addressId),
    );
    await writeChanges(tx, rows);
    return rows.map(({ addressId, decision, number }) => ({
      addressId,
      articleId: decision.articleId,
      number,
    }));
  } catch (error) {
    throw asPoison(error);
  }
}

/** In the order of their addresses, each with the number of the revision to write; the articles locked. */
async function loadDecided(tx: Queryable, addressIds: readonly number[]): Promise<BatchRow[]> {
  const rows = await tx
    .selectFrom('draft')
    .select(['address_id', 'draft', 'decision'])
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .where('decision', 'is not', null)
    .orderBy('address_id')
    .execute();
  const parsed = rows.map((row) => ({
    addressId: row.address_id,
    draft: draftSchema.parse(row.draft),
    decision: decisionSchema.parse(row.decision),
  }));
  const numbers = await lockArticles(
    tx,
    parsed.map((row) => row.decision.articleId),
  );
  return parsed.flatMap((row) => {
    const current = numbers.get(row.decision.articleId);
    if (current === undefined) throw new Error(`article ${row.decision.articleId} is not claimed`);
    numbers.set(row.decision.articleId, current + 1);
    return [{ ...row, number: current + 1 }];
  });
}

async function lockArticles(tx: Queryable, ids: number[]): Promise<Map<number, number>> {
  const rows = await tx
    .selectFrom('article')
    .select(['id', 'revision'])
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row.revision]));
}
