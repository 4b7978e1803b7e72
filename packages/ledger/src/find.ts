import type { AddressKind, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** An address as operators see it. */
export interface FoundAddress {
  readonly id: number;
  readonly key: Buffer;
  readonly address: string;
  readonly host: string;
  readonly kind: AddressKind;
  readonly state: string;
  readonly reason: string | null;
  readonly publisherId: number;
  readonly articleId: number | null;
  readonly captureId: number | null;
  readonly foundIn: number | null;
  readonly dueAt: Date;
  readonly waits: number;
  readonly rescues: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS = [
  'id',
  'key',
  'address',
  'host',
  'kind',
  'state',
  'reason',
  'publisher_id as publisherId',
  'article_id as articleId',
  'capture_id as captureId',
  'found_in as foundIn',
  'due_at as dueAt',
  'waits',
  'rescues',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

/** Addresses by their keys, by their ids, or by the article they carry; in the order of their ids. */
export async function findAddresses(
  db: Queryable,
  by:
    | { readonly keys: readonly Buffer[] }
    | { readonly ids: readonly number[] }
    | { readonly articleId: number },
): Promise<FoundAddress[]> {
  const query = db.selectFrom('address').select(COLUMNS).orderBy('id').limit(10_000);
  if ('keys' in by) return query.where('key', '=', sql<Buffer>`any(${by.keys}::bytea[])`).execute();
  if ('ids' in by) return query.where('id', '=', sql<number>`any(${by.ids}::bigint[])`).execute();
  return query.where('article_id', '=', by.articleId).execute();
}

export interface EndedFilter {
  readonly states: readonly string[];
  readonly reasons?: readonly string[];
  readonly publisherId?: number;
  readonly addressIds?: readonly number[];
  readonly limit: number;
}

/** The addresses in final states that a filter names. */
export interface Ended {
  /** Oldest first, at most as many as the filter allows. */
  readonly ids: readonly number[];
  /** All that match, by state and reason. */
  readonly totals: readonly {
    readonly state: string;
    readonly reason: string | null;
    readonly count: number;
  }[];
}

export async function findEnded(db: Queryable, filter: EndedFilter): Promise<Ended> {
  const { states, reasons, publisherId, addressIds, limit } = filter;
  const matching = db
    .selectFrom('address')
    .where('state', 'in', [...states])
    .$if(reasons !== undefined, (query) => query.where('reason', 'in', [...(reasons ?? [])]))
    .$if(publisherId !== undefined, (query) => query.where('publisher_id', '=', publisherId ?? 0))
    .$if(addressIds !== undefined, (query) =>
      query.where('id', '=', sql<number>`any(${[...(addressIds ?? [])]}::bigint[])`),
    );
  const rows = await matching.select('id').orderBy('id').limit(limit).execute();
  const totals = await matching
    .select(['state', 'reason'])
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['state', 'reason'])
    .orderBy('count', 'desc')
    .execute();
  return { ids: rows.map((row) => row.id), totals };
}

/** The newest capture of each of these addresses. */
export async function newestCaptures(
  db: Queryable,
  addressIds: readonly number[],
): Promise<Map<number, number | null>> {
  const rows = await db
    .selectFrom('address')
    .select(['id', 'capture_id'])
    .where('id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.capture_id]));
}
