import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** An address that led to an article under another one. */
export interface CopyAddress {
  readonly address: string;
  readonly guidKey: Buffer | null;
  readonly entryHash: Buffer | null;
}

/** A feed's at the most, whose every link moves. */
const LIMIT = 5_000;

/** The addresses that came out as copies of these articles. */
export async function copiesOf(
  db: Queryable,
  articleIds: readonly number[],
): Promise<CopyAddress[]> {
  return await db
    .selectFrom('address')
    .select(['address', 'guid_key as guidKey', 'entry_hash as entryHash'])
    .where('article_id', '=', sql<number>`any(${[...articleIds]}::bigint[])`)
    .where('state', '=', 'known')
    .where('reason', '=', 'copy')
    .limit(LIMIT)
    .execute();
}
