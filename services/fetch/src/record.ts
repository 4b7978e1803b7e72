import type { BlobStore } from '@nashra/blobs';
import type { Db } from '@nashra/db';
import { FetchError, type Hop, type HttpAnswer } from '@nashra/http';
import { move, noteFeedFailure, noteFeedSuccess, type Queryable } from '@nashra/ledger';
import { sql } from 'kysely';
import type { Ending, Target } from './handler.ts';

/** Keeps the bytes, then commits the log line and the address's next state together. */
export async function storeAnswer(
  db: Db,
  blobs: BlobStore,
  { addressId }: Target,
  answer: HttpAnswer,
): Promise<boolean> {
  const { status, headers, finalAddress } = answer;
  const blob = await blobs.put(answer.body, { address: finalAddress, status, headers });
  const sha256 = Buffer.from(blob.sha256, 'hex');
  return db.transaction().execute(async (tx) => {
    const fetchId = await logFetch(tx, addressId, { outcome: 'stored', answer, sha256 });
    const set = {
      blob_sha256: sha256,
      fetch_id: fetchId,
      etag: bounded(headers['etag']),
      last_modified: bounded(headers['last-modified']),
    };
    const moved = await move(tx, { ids: [addressId], from: ['queued'], to: 'fetched', set });
    return moved.length > 0;
  });
}

/** Ends a flight at the fetch stage; a feed that could not be had is asked more rarely. */
export async function finishFetch(
  db: Db,
  { addressId, kind }: Target,
  { state, reason, answer, error }: Ending,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await logFetch(tx, addressId, { outcome: reason, answer, error });
    const moved = await move(tx, { ids: [addressId], from: ['queued'], to: state, reason });
    if (kind !== 'feed' || moved.length === 0) return;
    if (state === 'dropped') await noteFeedFailure(tx, addressId, reason);
    else await noteFeedSuccess(tx, addressId, reason);
  });
}

/** A host that sends an address away spends one of the address's waits. */
export async function noteSentAway(
  db: Db,
  { addressId }: Target,
  answer: HttpAnswer,
): Promise<void> {
  await logFetch(db, addressId, { outcome: 'sent_away', answer });
  await db
    .updateTable('address')
    .set({ waits: sql<number>`waits + 1`, updated_at: sql<Date>`now()` })
    .where('id', '=', addressId)
    .where('state', '=', 'queued')
    .execute();
}

interface LogEntry {
  readonly outcome: string;
  readonly answer?: HttpAnswer | undefined;
  readonly error?: unknown;
  readonly sha256?: Buffer;
}

async function logFetch(db: Queryable, addressId: number, entry: LogEntry): Promise<number> {
  const { outcome, answer, error, sha256 } = entry;
  const hops = answer?.hops ?? (error instanceof FetchError ? error.hops : []);
  const row = await db
    .insertInto('fetch_log')
    .values({
      address_id: addressId,
      status: answer?.status ?? null,
      outcome,
      ms: answer?.timings.totalMs ?? 0,
      bytes: answer?.body.length ?? null,
      blob_sha256: sha256 ?? null,
      final_address: answer?.finalAddress ?? null,
      hops: hops.length > 1 ? JSON.stringify(hops satisfies readonly Hop[]) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

function bounded(field: string | undefined): string | null {
  return field !== undefined && field.length <= 1_024 ? field : null;
}
