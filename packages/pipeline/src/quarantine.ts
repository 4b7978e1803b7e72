import { undoClaim } from '@nashra/articles';
import { type Act, record } from '@nashra/audit';
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
import { sql } from 'kysely';
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

/** A quarantined job as operators see it. */
export interface QuarantinedJob {
  readonly id: number;
  readonly queue: string;
  readonly code: string;
  readonly message: string;
  readonly payload: unknown;
  readonly addressId: number | null;
  readonly address: string | null;
  readonly at: Date;
}

/** The jobs that were given up last; those of one address when it is named. */
export async function listQuarantine(
  db: Queryable,
  { limit, addressId }: { readonly limit: number; readonly addressId?: number },
): Promise<QuarantinedJob[]> {
  const rows = await db
    .selectFrom('quarantine')
    .select(['id', 'queue', 'code', 'message', 'payload', 'address_id as addressId'])
    .select('created_at as at')
    .$if(addressId !== undefined, (query) => query.where('address_id', '=', addressId ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const ids = rows.flatMap((row) => (row.addressId === null ? [] : [row.addressId]));
  const found = ids.length === 0 ? [] : await findAddresses(db, { ids });
  const addresses = new Map(found.map((it) => [it.id, it.address]));
  return rows.map((row) => ({ ...row, address: addresses.get(row.addressId ?? 0) ?? null }));
}

export async function countQuarantine(db: Queryable): Promise<number> {
  const row = await db
    .selectFrom('quarantine')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Forgets quarantined jobs by the ids of their rows; their addresses stay quarantined, with their reason. */
export async function discardQuarantine(
  { db }: Pick<Pipeline, 'db'>,
  ids: readonly number[],
  act: Act,
): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom('quarantine')
      .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
      .returning(['id', 'queue', 'code', 'payload'])
      .execute();
    await record(tx, act, {
      action: 'quarantine.discard',
      subject: `${gone.length} jobs`,
      detail: { jobs: gone.slice(0, 100) },
    });
    return gone.length;
  });
}

/** What goes through again is in quarantine no more. */
export async function forgetQuarantine(
  tx: Queryable,
  addressIds: readonly number[],
): Promise<void> {
  await tx
    .deleteFrom('quarantine')
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .execute();
}

/** A quarantined job as it lies in its row. */
export interface KeptJob {
  readonly queue: string;
  readonly jobId: string | null;
  readonly payload: unknown;
  readonly code: string;
  readonly message: string;
  readonly addressId: number;
  readonly at: string;
}

/** The jobs of these addresses, whole, so that they can be brought back. */
export async function keepQuarantine(
  tx: Queryable,
  addressIds: readonly number[],
): Promise<Map<number, KeptJob>> {
  const { rows } = await sql<KeptJob>`
    select queue, job_id as "jobId", payload, code, message, address_id as "addressId", created_at::text as at
    from nashra.quarantine where address_id = any(${[...addressIds]}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [row.addressId, row]));
}

export async function bringBackQuarantine(tx: Queryable, jobs: readonly KeptJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    insert into nashra.quarantine (queue, job_id, payload, code, message, address_id, created_at)
    select queue, "jobId", payload, code, message, "addressId", at::timestamptz
    from json_to_recordset(${JSON.stringify(jobs)}::json) as each(queue text, "jobId" text, payload jsonb, code text,
      message text, "addressId" bigint, at text)
    on conflict do nothing`.execute(tx);
}

/** Forgets rows older than so many days, at most `rows` of them; the addresses keep their state and reason. */
export async function sweepQuarantine(db: Queryable, days: number, rows: number): Promise<number> {
  const result = await sql`
    delete from nashra.quarantine where id in (
      select id from nashra.quarantine where id < nashra.id_at(now() - make_interval(days => ${days}))
      order by id limit ${rows})`.execute(db);
  return Number(result.numAffectedRows ?? 0);
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
