import {
  type Decision,
  type Draft,
  decisionSchema,
  draftSchema,
  type Queryable,
} from '@nashra/ledger';
import { sql } from 'kysely';

export interface Row {
  readonly addressId: number;
  readonly draft: Draft;
  readonly decision: Decision;
  /** The revision to write. */
  readonly number: number;
}

/**
 * The decided addresses among `ids` with everything to be written, locked until the transaction
 * ends, in one order everywhere so that batches never wait for each other in a circle.
 */
export async function loadBatch(tx: Queryable, ids: readonly number[]): Promise<Row[]> {
  const rows = await tx
    .selectFrom('address')
    .innerJoin('draft', 'draft.address_id', 'address.id')
    .select(['address.id', 'draft.draft', 'draft.decision'])
    .where('address.id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .where('state', '=', 'decided')
    .orderBy('address.id')
    .forUpdate('address')
    .execute();
  const parsed = rows.map((row) => ({
    addressId: row.id,
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
