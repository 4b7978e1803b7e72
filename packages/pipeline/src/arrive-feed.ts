import type { BlobStore } from '@nashra/blobs';
import { keep } from '@nashra/captures';
import { depart, move } from '@nashra/ledger';
import { pushOnward } from './push.ts';
import { type Pipeline, stageOf, UNHELD_STATES, WAITING } from './way.ts';

/** What a hub sent of a feed: the document, or what is new of it. */
export interface FeedArrival {
  readonly addressId: number;
  /** What links in it are relative to. */
  readonly finalAddress: string;
  readonly bytes: Uint8Array;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Takes in a feed that nobody fetched: its address goes to parse with these bytes. False where it is on its way already, or
 * in quarantine.
 */
export async function arriveFeed(
  pipeline: Pipeline,
  blobs: BlobStore,
  { addressId, finalAddress, bytes, headers }: FeedArrival,
): Promise<boolean> {
  const { sha256: blobSha256 } = await blobs.put(bytes);
  const to = { at: stageOf('parse').takes };
  const hasGone = await pipeline.db.transaction().execute(async (tx) => {
    const captureId = await keep(tx, {
      addressId,
      blobSha256,
      origin: 'push',
      finalAddress,
      head: { headers },
    });
    const rows = [{ id: addressId, set: { capture_id: captureId } }];
    const moved = await move(tx, { from: [WAITING], to, rows });
    if (moved.length > 0) return true;
    const captureIds = [captureId];
    const gone = await depart(tx, {
      ids: [addressId],
      from: UNHELD_STATES,
      to,
      reason: 'pushed',
      captureIds,
    });
    return gone.length > 0;
  });
  if (hasGone) await pushOnward(pipeline.queues, stageOf('parse'), [addressId]);
  return hasGone;
}
