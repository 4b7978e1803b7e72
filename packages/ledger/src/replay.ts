import type { AddressState } from '@nashra/db';
import { sql } from 'kysely';
import { move, type Queryable } from './move.ts';
import { FINAL_STATES } from './states.ts';

export interface ReplayFilter {
  readonly states?: readonly AddressState[];
  readonly reasons?: readonly string[];
  /** Slug. */
  readonly publisher?: string;
  readonly addressIds?: readonly number[];
  readonly limit: number;
}

/** The addresses in a final state that a filter names, oldest first. */
export async function findReplayable(db: Queryable, filter: ReplayFilter): Promise<number[]> {
  const { states, reasons, publisher, addressIds, limit } = filter;
  const rows = await db
    .selectFrom('address')
    .innerJoin('publisher', 'publisher.id', 'address.publisher_id')
    .select('address.id')
    .where('address.state', 'in', [...(states ?? FINAL_STATES)])
    .where('address.state', 'in', [...FINAL_STATES])
    .$if(reasons !== undefined, (query) =>
      query.where('address.reason', 'in', [...(reasons ?? [])]),
    )
    .$if(publisher !== undefined, (query) => query.where('publisher.slug', '=', publisher ?? ''))
    .$if(addressIds !== undefined, (query) =>
      query.where('address.id', '=', sql<number>`any(${[...(addressIds ?? [])]}::bigint[])`),
    )
    .orderBy('address.id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Sends addresses through again: from the network (`fetch`), or from their stored bytes (`parse`).
 * Only the ledger is written; `release` and the reconciler give them jobs.
 */
export async function replay(
  db: Queryable,
  ids: readonly number[],
  from: 'fetch' | 'parse',
): Promise<number[]> {
  const fresh = { waits: 0, rescues: 0, due_at: sql<Date>`now()` };
  const again = { ids, from: FINAL_STATES, reason: 'replay', set: fresh } as const;
  if (from === 'fetch') {
    const set = { ...fresh, etag: null, last_modified: null };
    return move(db, { ...again, to: 'waiting', set });
  }
  const stored = await db
    .selectFrom('address')
    .select('id')
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .where('blob_sha256', 'is not', null)
    .execute();
  return move(db, { ...again, ids: stored.map((row) => row.id), to: 'fetched' });
}
