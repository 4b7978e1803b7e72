import type { QueueName } from '@nashra/contracts';
import { cleanText, cutText, storableJson } from '@nashra/text';
import type { Queryable } from './move.ts';
import { move } from './move.ts';
import { REASONS, type Reason } from './reasons.ts';
import { FLIGHT_STATES } from './states.ts';

export interface HopelessJob {
  readonly payload: unknown;
  /** The code of the error that ended it. */
  readonly code: string;
  readonly message: string;
  readonly jobId: string | undefined;
}

const PAYLOAD_BYTES = 8 * 1024;

/** Keeps a job that nobody could do, and ends its address's flight with the reason. */
export async function quarantine(
  db: Queryable,
  queue: QueueName,
  { payload, code, message, jobId }: HopelessJob,
): Promise<void> {
  const addressId = await existingAddress(db, payload);
  await db.transaction().execute(async (tx) => {
    // One row an address: what failed again replaces what failed before.
    if (addressId !== null) {
      await tx.deleteFrom('quarantine').where('address_id', '=', addressId).execute();
    }
    await tx
      .insertInto('quarantine')
      .values({
        queue,
        job_id: jobId ?? null,
        payload: boundedJson(payload),
        code,
        message: cleanText(cutText(message, 2_000)),
        address_id: addressId,
      })
      .execute();
    if (addressId === null) return;
    await endFlight(tx, addressId, reasonOf(code));
  });
}

async function endFlight(tx: Queryable, addressId: number, reason: Reason): Promise<void> {
  const moved = await move(tx, {
    ids: [addressId],
    from: FLIGHT_STATES,
    to: 'quarantined',
    reason,
  });
  if (moved.length === 0) return;
  await tx.deleteFrom('draft').where('address_id', '=', addressId).execute();
  // An identity that was claimed and never written would make copies of nothing.
  await tx
    .deleteFrom('article')
    .where('address_id', '=', addressId)
    .where('revision', '=', 0)
    .execute();
}

async function existingAddress(db: Queryable, payload: unknown): Promise<number | null> {
  const id = (payload as { addressId?: unknown } | null)?.addressId;
  if (!Number.isSafeInteger(id)) return null;
  const row = await db
    .selectFrom('address')
    .select('id')
    .where('id', '=', id as number)
    .executeTakeFirst();
  return row?.id ?? null;
}

function reasonOf(code: string): Reason {
  const reason = code.toLowerCase();
  return reason in REASONS ? (reason as Reason) : 'unexpected';
}

function boundedJson(payload: unknown): string {
  const json = storableJson(payload ?? null);
  return json.length <= PAYLOAD_BYTES
    ? json
    : storableJson({ cut: cutText(json, PAYLOAD_BYTES / 2) });
}
