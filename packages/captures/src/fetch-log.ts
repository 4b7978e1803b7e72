import { instantOfId, type Queryable, sweepMonths } from '@nashra/db';
import { cleanLine, storableJson } from '@nashra/text';

/** One request for one address, redirects included. Only a log: nothing depends on it. */
export interface FetchLogEntry {
  readonly addressId: number;
  /** Of the last answer; null when none came. */
  readonly status: number | null;
  /** `stored`, `sent_away`, or the reason why nothing was stored. */
  readonly outcome: string;
  readonly ms: number;
  readonly bytes: number | null;
  readonly finalAddress: string | null;
  /** Every request of it, when it was redirected. */
  readonly hops: readonly unknown[];
}

export async function logFetches(db: Queryable, entries: readonly FetchLogEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insertInto('fetch_log')
    .values(
      entries.map(({ hops, ...entry }) => ({
        address_id: entry.addressId,
        status: entry.status,
        outcome: entry.outcome,
        ms: entry.ms,
        bytes: entry.bytes,
        final_address: entry.finalAddress && cleanLine(entry.finalAddress),
        hops: hops.length > 1 ? storableJson(hops) : null,
      })),
    )
    .execute();
}

/** The latest requests for one address, oldest first. */
export async function fetchLogOf(
  db: Queryable,
  addressId: number,
  limit: number,
): Promise<(FetchLogEntry & { readonly id: number; readonly at: Date })[]> {
  const rows = await db
    .selectFrom('fetch_log')
    .select(['id', 'address_id as addressId', 'status', 'outcome', 'ms', 'bytes'])
    .select(['final_address as finalAddress', 'hops'])
    .where('address_id', '=', addressId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows
    .map((row) => ({
      ...row,
      hops: (row.hops as readonly unknown[] | null) ?? [],
      at: instantOfId(row.id),
    }))
    .reverse();
}

/** Forgets requests older than so many days, and makes room for those to come; returns how many months and requests went. */
export async function sweepFetchLog(db: Queryable, days: number, rows: number): Promise<number> {
  return await sweepMonths(db, 'fetch_log', { days, rows });
}
