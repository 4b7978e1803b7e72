import { type Act, record } from '@nashra/audit';
import type { Database, Queryable } from '@nashra/db';
import { findAddresses } from '@nashra/ledger';
import { type Insertable, sql } from 'kysely';
import type { Pipeline } from './way.ts';

/** Keeps a job that nobody could do. */
export async function insertQuarantine(
  tx: Queryable,
  job: Insertable<Database['quarantine']>,
): Promise<void> {
  await tx.insertInto('quarantine').values(job).execute();
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
