import type { ArticleKeyKind, Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { IdentityKey } from './identity.ts';

/** All that recognising an article needs of its draft. */
export interface Signature {
  /** By what it can be recognised, strongest first. */
  readonly keys: readonly IdentityKey[];
  /** Hex, of what a reader would see change. */
  readonly contentHash: string;
}

/** The signatures of these addresses' drafts, by address; their texts are not read. */
export async function loadSignatures(
  db: Queryable,
  addressIds: readonly number[],
): Promise<Map<number, Signature>> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('content', 'content.id', 'draft.content_id')
    .select(['address_id', 'key_kinds', 'keys', 'content_hash'])
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.address_id, signatureOf(row)]));
}

function signatureOf(row: {
  readonly key_kinds: readonly string[];
  readonly keys: readonly Buffer[];
  readonly content_hash: Buffer;
}): Signature {
  const keys = row.keys.map((key, at) => ({ kind: row.key_kinds[at] as ArticleKeyKind, key }));
  return { keys, contentHash: row.content_hash.toString('hex') };
}
