import type { Queryable } from '@nashra/db';
import { SIGNATURE_VERSION } from '@nashra/similarity';
import { sql } from 'kysely';

/** What an article says now. */
export interface CurrentRevision {
  readonly articleId: number;
  /** Under which it was read. */
  readonly addressId: number;
  /** Hex. */
  readonly contentHash: string;
  readonly captureId: number;
  readonly extractorVersion: string;
  /** Whether others are found by its text: a signature of this version was made of it. */
  readonly isSigned: boolean;
}

/** An article by its address. */
export interface OwnArticle {
  readonly articleId: number;
  readonly storyId: number;
}

/** The articles that are read under these very addresses, by address; a copy's address carries another's. */
export async function articlesAt(
  db: Queryable,
  addressIds: readonly number[],
): Promise<Map<number, OwnArticle>> {
  const rows = await db
    .selectFrom('article')
    .select(['id as articleId', 'story_id as storyId', 'address_id'])
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .execute();
  return new Map(rows.map(({ address_id, ...own }) => [address_id, own]));
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
    .leftJoin('signature', (join) =>
      join
        .onRef('signature.article_id', '=', 'article.id')
        .on('signature.version', '=', SIGNATURE_VERSION),
    )
    .select(['article.id', 'article.address_id', 'content_hash', 'capture_id', 'extractor_version'])
    .select('signature.version')
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
        isSigned: row.version !== null,
      },
    ]),
  );
}

/** What the page of an address says, by its hash as `hashOf` gives it. */
export interface Said {
  readonly addressId: number;
  readonly contentHash: string;
}

/**
 * Of these addresses those whose own articles say just that: nothing is to be written of them. An article whose text others are not found
 * by, since no signature of this version was made of it, is left out; so is one that was taken down.
 */
export async function addressesSaying(db: Queryable, said: readonly Said[]): Promise<Set<number>> {
  if (said.length === 0) return new Set();
  const { rows } = await sql<{ addressId: number }>`
    select a.address_id as "addressId"
    from unnest(${said.map((it) => it.addressId)}::bigint[],
      ${said.map((it) => Buffer.from(it.contentHash, 'hex'))}::bytea[]) as given(address_id, content_hash)
    join nashra.article a using (address_id)
    join nashra.content c on c.id = a.content_id and c.content_hash = given.content_hash
    join nashra.signature s on s.article_id = a.id and s.version = ${SIGNATURE_VERSION}`.execute(
    db,
  );
  return new Set(rows.map((row) => row.addressId));
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
