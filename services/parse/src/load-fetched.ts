import { BlobCorruptError, type BlobStore } from '@nashra/blobs';
import { type Db, instantOfId } from '@nashra/db';
import { EXTRACTOR_VERSION } from '@nashra/extract';
import type { Fetched } from './handler.ts';

/** A fetched address with its stored bytes; null when it has moved on. */
export async function loadFetched(
  db: Db,
  blobs: BlobStore,
  addressId: number,
): Promise<Fetched | null> {
  const row = await db
    .selectFrom('address')
    .innerJoin('publisher', 'publisher.id', 'address.publisher_id')
    .leftJoin('fetch_log', 'fetch_log.id', 'address.fetch_id')
    .leftJoin('article', 'article.address_id', 'address.id')
    .leftJoin('revision', (join) =>
      join
        .onRef('revision.article_id', '=', 'article.id')
        .onRef('revision.number', '=', 'article.revision'),
    )
    .select([
      'address.address',
      'address.kind',
      'address.blob_sha256',
      'address.fetch_id',
      'address.entry',
      'fetch_log.final_address',
      'publisher.id as publisherId',
      'publisher.name',
      'publisher.time_zone',
      'publisher.language',
      'revision.blob_sha256 as knownSha256',
      'revision.extractor_version as knownVersion',
    ])
    .where('address.id', '=', addressId)
    .where('address.state', '=', 'fetched')
    .executeTakeFirst();
  if (!row?.blob_sha256) return null;
  const blobSha256 = row.blob_sha256.toString('hex');
  const blob = await read(blobs, blobSha256);
  return {
    addressId,
    kind: row.kind,
    url: row.final_address ?? row.address,
    contentType: contentTypeOf(blob?.head),
    blobSha256,
    fetchId: row.fetch_id,
    fetchedAt: row.fetch_id === null ? new Date() : instantOfId(row.fetch_id),
    entry: row.entry,
    publisher: {
      id: row.publisherId,
      name: row.name,
      timeZone: row.time_zone,
      language: row.language,
    },
    isKnown:
      row.knownSha256?.equals(row.blob_sha256) === true && row.knownVersion === EXTRACTOR_VERSION,
    bytes: blob?.bytes ?? null,
  };
}

/** Bytes that rotted on the disk are as good as lost: they are fetched again. */
async function read(blobs: BlobStore, sha256: string) {
  try {
    return await blobs.get(sha256);
  } catch (error) {
    if (!(error instanceof BlobCorruptError)) throw error;
    await blobs.delete(sha256);
    return null;
  }
}

function contentTypeOf(head: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const headers = head?.['headers'] as Record<string, unknown> | undefined;
  const contentType = headers?.['content-type'];
  return typeof contentType === 'string' ? contentType : undefined;
}
