import { addressKey, canonicalAddress } from '@nashra/address';
import type { BlobStore } from '@nashra/blobs';
import { keep } from '@nashra/captures';
import type { CaptureOrigin, Lane } from '@nashra/db';
import { begin, depart, findAddresses, move } from '@nashra/ledger';
import { FINAL_STATES, type Pipeline, stageOf, WAITING } from './way.ts';

/** Bytes that nobody fetched: of an archive, a push, a folder. */
export interface Arrival {
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly origin: Exclude<CaptureOrigin, 'http'>;
  readonly publisherId: number;
  /** After redirects, where the origin knows it. */
  readonly finalAddress?: string;
  readonly status?: number;
  /** In lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** When the bytes were what the web said; now when absent. */
  readonly capturedAt?: Date;
  readonly lane?: Lane;
}

/**
 * Takes in bytes that were not fetched: they are kept as a capture, and their address goes to parse as if it had been.
 * An address that is in flight beyond the first stage is left alone.
 *
 * @returns the address's id, or null for text that is no web address or an address in flight
 */
export async function arrive(
  { db, queues }: Pipeline,
  blobs: BlobStore,
  arrival: Arrival,
): Promise<number | null> {
  const address = canonicalAddress(arrival.address);
  if (address === null) return null;
  const { sha256 } = await blobs.put(arrival.bytes);
  const { publisherId, lane = 1, origin, status, headers, capturedAt } = arrival;
  const addressId = await db.transaction().execute(async (tx) => {
    await begin(tx, [{ address, publisherId, kind: 'article', lane }], { waiting: WAITING });
    const [row] = await findAddresses(tx, { keys: [addressKey(address)] });
    if (!row) throw new Error(`${address} is in the ledger and cannot be found`);
    const captureId = await keep(tx, {
      addressId: row.id,
      blobSha256: sha256,
      origin,
      finalAddress: arrival.finalAddress ?? row.address,
      head: { ...(status !== undefined && { status }), ...(headers && { headers }) },
      capturedAt,
    });
    const to = { at: stageOf('parse').takes };
    const rows = [{ id: row.id, set: { capture_id: captureId } }];
    const [moved] = await move(tx, { from: [WAITING], to, rows });
    if (moved !== undefined) return moved;
    const ids = [row.id];
    const again = { ids, from: FINAL_STATES, to, reason: 'replay', lane, captureId } as const;
    return (await depart(tx, again))[0]?.id ?? null;
  });
  if (addressId !== null) await queues.push('parse', { addressId });
  return addressId;
}
