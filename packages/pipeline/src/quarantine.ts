import { undoClaim } from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import {
  depart,
  type FoundAddress,
  findAddresses,
  forgetArticles,
  land,
  move,
  REASONS,
  type Reason,
} from '@nashra/ledger';
import { notePoll } from '@nashra/sources';
import { cleanText, cutText, storableJson } from '@nashra/text';
import { forgetQuarantine, insertQuarantine } from './quarantine-rows.ts';
import {
  FLIGHT_STATES,
  type Pipeline,
  type QueueName,
  stageOf,
  statesAfter,
  WAITING,
} from './way.ts';

export interface HopelessJob {
  readonly payload: unknown;
  /** The code of the error that ended it. */
  readonly code: string;
  readonly message: string;
  readonly jobId: string | undefined;
}

const PAYLOAD_BYTES = 8 * 1024;

/**
 * The one way into quarantine, whoever calls: keeps a job that nobody could do, ends its address's flight with the
 * reason, takes back what it claimed and never wrote, and sends those who believed in that back to be read for themselves.
 */
export async function quarantine(
  { db }: Pick<Pipeline, 'db'>,
  queue: QueueName,
  { payload, code, message, jobId }: HopelessJob,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const address = await existingAddress(tx, payload);
    const addressId = address?.id ?? null;
    // One row an address: what failed again replaces what failed before.
    if (addressId !== null) await forgetQuarantine(tx, [addressId]);
    await insertQuarantine(tx, {
      queue,
      job_id: jobId ?? null,
      payload: boundedJson(payload),
      code,
      message: cleanText(cutText(message, 2_000)),
      address_id: addressId,
    });
    if (address) await endFlight(tx, address, reasonOf(code));
  });
}

async function endFlight(
  tx: Queryable,
  { id: addressId, kind }: Pick<FoundAddress, 'id' | 'kind'>,
  why: Reason,
): Promise<void> {
  const rows = [{ id: addressId }];
  const end = { from: FLIGHT_STATES, to: 'quarantined', reason: why, rows, holds: false };
  if ((await land(tx, end)).length === 0) return;
  // A source that nobody can read is no healthy one.
  if (kind === 'feed') await notePoll(tx, addressId, { is: 'failed', reason: why });
  const { articleIds, undecided } = await undoClaim(tx, addressId);
  const believers = await forgetArticles(tx, articleIds);
  const reason = 'original_lost';
  const [dedupe, parse] = [stageOf('dedupe'), stageOf('parse')];
  await move(tx, {
    rows: undecided.map((id) => ({ id })),
    from: statesAfter('dedupe'),
    to: { at: dedupe.takes },
    reason,
  });
  const ids = (hasBody: boolean) =>
    believers.filter((it) => it.hasBody === hasBody).map((it) => it.id);
  const from = ['known'];
  await depart(tx, { ids: ids(true), from, to: { at: parse.takes }, reason });
  await depart(tx, { ids: ids(false), from, to: { waiting: WAITING }, reason });
}

async function existingAddress(db: Queryable, payload: unknown): Promise<FoundAddress | undefined> {
  const id = (payload as { addressId?: unknown } | null)?.addressId;
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return undefined;
  const [row] = await findAddresses(db, { ids: [id] });
  return row;
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
