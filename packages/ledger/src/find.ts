import type { AddressKind, EntryHint, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** An address as operators see it. */
export interface FoundAddress {
  readonly id: number;
  readonly key: Buffer;
  readonly address: string;
  readonly host: string;
  readonly kind: AddressKind;
  /** Where its flight stands, or how its last one ended. */
  readonly state: string;
  readonly reason: string | null;
  readonly publisherId: number;
  readonly articleId: number | null;
  readonly captureId: number | null;
  readonly foundIn: number | null;
  /** While it waits: not to be let in before. */
  readonly dueAt: Date | null;
  readonly waits: number;
  /** Flights in a row that brought nothing new. */
  readonly vain: number;
  /** When it is looked at again without anybody asking. */
  readonly againAt: Date | null;
  readonly rescues: number;
  /** What its feed said of the page. */
  readonly entry: EntryHint | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Addresses by their keys, by their ids, or by the article they carry; in the order of their ids. */
export async function findAddresses(
  db: Queryable,
  by:
    | { readonly keys: readonly Buffer[] }
    | { readonly ids: readonly number[] }
    | { readonly articleId: number },
): Promise<FoundAddress[]> {
  const query = db
    .selectFrom('address as a')
    .leftJoin('flight as f', 'f.address_id', 'a.id')
    .select(['a.id', 'a.key', 'a.address', 'a.host', 'a.kind', 'a.found_in as foundIn'])
    .select([
      'a.entry',
      'a.vain',
      'a.again_at as againAt',
      'f.due_at as dueAt',
      'a.created_at as createdAt',
    ])
    .select((eb) => [
      sql<string>`coalesce(f.state, a.state)`.as('state'),
      sql<string | null>`case when f.state is null then a.reason else f.reason end`.as('reason'),
      eb.fn.coalesce('f.publisher_id', 'a.publisher_id').as('publisherId'),
      eb.fn.coalesce('f.article_id', 'a.article_id').as('articleId'),
      eb.fn.coalesce('f.capture_id', 'a.capture_id').as('captureId'),
      sql<number>`coalesce(f.waits, 0)`.as('waits'),
      sql<number>`coalesce(f.rescues, 0)`.as('rescues'),
      eb.fn.coalesce('f.moved_at', 'a.updated_at').as('updatedAt'),
    ])
    .orderBy('a.id')
    .limit(10_000);
  if ('keys' in by) return query.where('key', '=', sql<Buffer>`any(${by.keys}::bytea[])`).execute();
  if ('ids' in by) return query.where('a.id', '=', sql<number>`any(${by.ids}::bigint[])`).execute();
  return query.where('a.article_id', '=', by.articleId).execute();
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
    readonly state: string | null;
    readonly reason: string | null;
    readonly count: number;
  }[];
}

export async function findEnded(db: Queryable, filter: EndedFilter): Promise<Ended> {
  const { states, reasons, publisherId, addressIds, limit } = filter;
  const matching = db
    .selectFrom('address')
    .where('state', 'in', [...states])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('flight').select('address_id').whereRef('address_id', '=', 'address.id')),
      ),
    )
    .$if(reasons !== undefined, (query) => query.where('reason', 'in', [...(reasons ?? [])]))
    .$if(publisherId !== undefined, (query) => query.where('publisher_id', '=', publisherId ?? 0))
    .$if(addressIds !== undefined, (query) =>
      query.where('id', '=', sql<number>`any(${[...(addressIds ?? [])]}::bigint[])`),
    );
  const isOfReasonsAlone = publisherId === undefined && addressIds === undefined;
  const rows =
    reasons && isOfReasonsAlone
      ? await firstOfEach(db, states, reasons, limit)
      : await matching.select('id').orderBy('id').limit(limit).execute();
  const totals = await matching
    .select(['state', 'reason'])
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['state', 'reason'])
    .orderBy('count', 'desc')
    .execute();
  return { ids: rows.map((row) => row.id), totals };
}

/**
 * The first of each state and reason, and the first of those: along the index of both. Asked for together in the order of their
 * ids they would be looked for in the order of ids, among all that ended otherwise.
 */
async function firstOfEach(
  db: Queryable,
  states: readonly string[],
  reasons: readonly string[],
  limit: number,
): Promise<{ readonly id: number }[]> {
  const { rows } = await sql<{ id: number }>`
    select first.id from unnest(${[...states]}::text[]) as s(state) cross join unnest(${[...new Set(reasons)]}::text[]) as r(reason)
    cross join lateral (
      select a.id from nashra.address a where a.state = s.state and a.reason = r.reason
        and not exists (select from nashra.flight f where f.address_id = a.id)
      order by a.id limit ${limit}
    ) first order by first.id limit ${limit}`.execute(db);
  return rows;
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
