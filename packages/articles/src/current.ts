import type { Queryable } from '@nashra/db';
import { SIGNATURE_VERSION } from '@nashra/similarity';
import { sql } from 'kysely';
import { contentHash } from './content-hash.ts';
import { draftSchema } from './draft.ts';
import type { ReadDraft } from './keys-of.ts';

/** What an article says now. */
export interface CurrentRevision {
  readonly articleId: number;
  /** Under which it was read. */
  readonly addressId: number;
  /** Hex. */
  readonly contentHash: string;
  readonly captureId: number;
  readonly extractorVersion: string;
}

/** Of a draft, what its hash is of. */
const saidSchema = draftSchema.pick({
  title: true,
  authors: true,
  body: true,
  images: true,
  rights: true,
});

/** The articles that are read under these very addresses, by address; a copy's address carries another's. */
export async function articlesAt(
  db: Queryable,
  addressIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('article')
    .select(['id', 'address_id'])
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.address_id, row.id]));
}

/** The current revisions of the written ones among these articles. */
export async function currentRevisions(
  db: Queryable,
  articleIds: readonly number[],
): Promise<Map<number, CurrentRevision>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('article')
    .innerJoin('content', (join) =>
      // One that was taken down is known by its last revision.
      join.on(
        sql`content.id`,
        '=',
        sql`coalesce(article.content_id, (select r.content_id from nashra.revision r
          where r.article_id = article.id and r.number = article.revision))`,
      ),
    )
    .select(['article.id', 'article.address_id', 'content_hash', 'capture_id', 'extractor_version'])
    .where('article.id', '=', sql<number>`any(${[...articleIds]}::bigint[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        articleId: row.id,
        addressId: row.address_id,
        contentHash: row.content_hash.toString('hex'),
        captureId: row.capture_id,
        extractorVersion: row.extractor_version,
      },
    ]),
  );
}

/**
 * Of these addresses those whose own articles say just that already, by address: nothing is to be written of them. An article
 * whose text others are not found by, since no signature of this version was made of it, is left out.
 */
export async function articlesSaying(
  db: Queryable,
  read: readonly Pick<ReadDraft, 'addressId' | 'draft'>[],
): Promise<Map<number, number>> {
  if (read.length === 0) return new Map();
  const hashes = read.map(({ draft }) => contentHash(saidSchema.parse(draft)));
  const { rows } = await sql<{ addressId: number; articleId: number }>`
    select a.address_id as "addressId", a.id as "articleId"
    from unnest(${read.map((it) => it.addressId)}::bigint[],
      ${hashes.map((it) => Buffer.from(it, 'hex'))}::bytea[]) as given(address_id, content_hash)
    join nashra.article a using (address_id)
    join nashra.content c on c.id = a.content_id and c.content_hash = given.content_hash
    join nashra.signature s on s.article_id = a.id and s.version = ${SIGNATURE_VERSION}`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.addressId, row.articleId]));
}

/** Of these captures, those that something kept was read from. */
export async function inUse(db: Queryable, captureIds: readonly number[]): Promise<Set<number>> {
  if (captureIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('content')
    .select('capture_id')
    .distinct()
    .where('capture_id', '=', sql<number>`any(${[...captureIds]}::bigint[])`)
    .execute();
  return new Set(rows.map((row) => row.capture_id));
}
