import { currentRevisions } from '@nashra/articles';
import type { BlobStore } from '@nashra/blobs';
import { type Capture, readBody, readCaptures } from '@nashra/captures';
import type { Db } from '@nashra/db';
import { EXTRACTOR_VERSION } from '@nashra/extract';
import { type InFlight, inFlightOf } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';
import type { Fetched } from './ports.ts';
import type { PublisherBook } from './publisher-book.ts';

interface Stores {
  readonly db: Db;
  readonly blobs: BlobStore;
  readonly publishers: PublisherBook;
}

/** Fetched addresses with what was kept of them, in the order of the ids; null for those that have moved on. */
export async function findFetched(
  { db }: Pick<Stores, 'db'>,
  ids: readonly number[],
): Promise<readonly (Found | null)[]> {
  const addresses = await inFlightOf(db, ids, stageOf('parse').takes);
  const kept = [...addresses.values()].flatMap(({ addressId, captureId }) =>
    captureId === null ? [] : [{ addressId, captureId }],
  );
  const captures = await readCaptures(db, kept);
  return ids.map((id) => {
    const address = addresses.get(id);
    if (!address || address.captureId === null) return null;
    return { address, captureId: address.captureId, capture: captures.get(address.captureId) };
  });
}

export interface Found {
  readonly address: InFlight;
  readonly captureId: number;
  readonly capture: Capture | undefined;
}

/** One of them with its bytes, ready to be read. */
export async function openFetched(
  { db, blobs, publishers }: Stores,
  { address, captureId, capture }: Found,
): Promise<Fetched> {
  const { addressId, kind, entry } = address;
  const publisher = await publishers.read(address.publisherId);
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
