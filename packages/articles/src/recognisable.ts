import type { ArticleKeyKind, Queryable } from '@nashra/db';
import { type Signature, unpackSignature } from '@nashra/similarity';
import { sql } from 'kysely';
import type { IdentityKey } from './identity.ts';

/** All that recognising an article needs of its draft. */
export interface Recognisable {
  /** By what it can be recognised, strongest first. */
  readonly keys: readonly IdentityKey[];
  /** Hex, of what a reader would see change. */
  readonly contentHash: string;
  /** What its text is compared by; null where another version made it. */
  readonly signature: Signature | null;
  /** As the page states it; null where it states nothing. */
  readonly publishedAt: Date | null;
  /** When its bytes were what the web said; null for drafts of before. */
  readonly seenAt: Date | null;
}

const HEX = /[0-9a-f]{32}/g;
const NUMBERS = /-?\d+/g;

/** By what these addresses' drafts are recognised, by address; their texts are not read. */
export async function loadRecognisable(
  db: Queryable,
  addressIds: readonly number[],
): Promise<Map<number, Recognisable>> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('content', 'content.id', 'draft.content_id')
    .select(['address_id', 'key_kinds', 'content_hash', 'signature', 'language', 'published_at'])
    // As text: taking arrays apart is the client's dearest work here.
    .select(sql<string>`draft.keys::text`.as('keys'))
    .select(sql<string | null>`draft.candidate_keys::text`.as('candidate_keys'))
    .select(sql<Date | null>`(content.facts ->> 'seenAt')::timestamptz`.as('seen_at'))
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .execute();
  return new Map(
    rows.map((row) => {
      const hexes = row.keys.match(HEX) ?? [];
      const hexOf = (kind: ArticleKeyKind) => hexes[row.key_kinds.indexOf(kind)] ?? '';
      const keys = row.key_kinds.map((kind, at) => ({
        kind: kind as ArticleKeyKind,
        key: Buffer.from(hexes[at] ?? '', 'hex'),
      }));
      const signature =
        row.signature &&
        unpackSignature(row.signature, {
          language: row.language ?? '',
          textKey: hexOf('text'),
          titleKey: hexOf('title'),
          keys: Int32Array.from((row.candidate_keys ?? '').match(NUMBERS) ?? [], Number),
        });
      const contentHash = row.content_hash.toString('hex');
      const { published_at: publishedAt, seen_at: seenAt } = row;
      return [row.address_id, { keys, contentHash, signature, publishedAt, seenAt }];
    }),
  );
}
