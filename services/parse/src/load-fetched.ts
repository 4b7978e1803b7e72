import { currentRevisions } from '@nashra/articles';
import type { BlobStore } from '@nashra/blobs';
import { readBody, readCaptures } from '@nashra/captures';
import type { Db } from '@nashra/db';
import { EXTRACTOR_VERSION } from '@nashra/extract';
import { type InFlight, inFlightOf } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';
import type { Fetched } from './ports.ts';
import type { PublisherBook } from './publisher-book.ts';

/** A fetched address with its kept bytes; null when it has moved on. */
export async function loadFetched(
  { db, blobs, publishers }: { db: Db; blobs: BlobStore; publishers: PublisherBook },
  addressId: number,
): Promise<Fetched | null> {
  const address = (await inFlightOf(db, [addressId], stageOf('parse').takes)).get(addressId);
  if (!address || address.captureId === null) return null;
  const { captureId, kind, entry } = address;
  const [captures, publisher] = await Promise.all([
    readCaptures(db, [{ addressId, captureId }]),
    publishers.read(address.publisherId),
  ]);
  const capture = captures.get(captureId);
  const body = capture ? await readBody(blobs, capture) : null;
  const { id, name, timeZone, language } = publisher;
  return {
    addressId,
    kind,
    url: capture?.finalAddress ?? address.address,
    contentType: body?.contentType ?? undefined,
    captureId,
    capturedAt: capture?.capturedAt ?? new Date(),
    entry,
    publisher: { id, name, timeZone: entry?.timeZone ?? timeZone, language },
    isKnown: capture !== undefined && (await isKnown(db, address, capture.blobSha256)),
    bytes: body?.bytes ?? null,
  };
}

/** Only what has an article of its own can be known. */
async function isKnown(
  db: Db,
  { addressId, articleId }: InFlight,
  blobSha256: string,
): Promise<boolean> {
  if (articleId === null) return false;
  const current = (await currentRevisions(db, [articleId])).get(articleId);
  if (!current || current.extractorVersion !== EXTRACTOR_VERSION) return false;
  const { captureId } = current;
  const captures = await readCaptures(db, [{ addressId, captureId }]);
  return captures.get(captureId)?.blobSha256 === blobSha256;
}
