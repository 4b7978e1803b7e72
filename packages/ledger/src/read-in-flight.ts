import type { AddressKind, EntryHint, Lane, Queryable } from '@nashra/db';
import { type RawBuilder, sql } from 'kysely';

/** An address that waits for a stage, with what stages need of it. */
export interface InFlight {
  readonly addressId: number;
  readonly address: string;
  readonly host: string;
  readonly kind: AddressKind;
  readonly lane: Lane;
  readonly publisherId: number;
  /** The article it carried when the flight began. */
  readonly articleId: number | null;
  /** The body that was fetched in this flight, or is to be read again. */
  readonly captureId: number | null;
  /** Whether that body is the one that an earlier flight ended with. */
  readonly isReread: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly guidKey: Buffer | null;
  readonly entry: EntryHint | null;
  /** The feed that listed it. */
  readonly foundIn: number | null;
  /** How often the host has sent it away in this flight. */
  readonly waits: number;
  /** How often it had to be put back in this flight. */
  readonly rescues: number;
  /** Earlier flights in a row that brought nothing new. */
  readonly vain: number;
}

/**
 * Of these addresses those that stand in `state`, by id; the rest have moved on. `more` is what else is read of each
 * address `a`: a scalar of its owner.
 */
export async function inFlightOf<More = null>(
  db: Queryable,
  ids: readonly number[],
  state: string,
  more: RawBuilder<More | null> = sql`null`,
): Promise<Map<number, InFlight & { readonly more: More | null }>> {
  const rows = await select(db, ids).select(sql<unknown>`${more}`.as('more')).execute();
  return standing(rows as (Row & { readonly more: More | null })[], state);
}

/**
 * The same, locked until the transaction ends; in one order, so that who asks for the same ones never waits in a circle.
 * `feed` is what else is read of a feed's address, `f.address_id`: a scalar of its owner.
 */
export async function lockInFlight<Feed = null>(
  tx: Queryable,
  ids: readonly number[],
  state: string,
  feed: RawBuilder<Feed | null> = sql`null`,
): Promise<Map<number, InFlight & { readonly feed: Feed | null }>> {
  const rows = await select(tx, ids)
    .select(sql<unknown>`case when a.kind = 'feed' then ${feed} end`.as('feed'))
    .orderBy('f.address_id')
    .forNoKeyUpdate('f')
    .execute();
  return standing(rows as (Row & { readonly feed: Feed | null })[], state);
}

type Row = InFlight & { readonly state: string };

/** Either table by id: one of them may have been empty when this was planned, and would be walked. */
function select(db: Queryable, ids: readonly number[]) {
  const given = sql<number>`any(${[...ids]}::bigint[])`;
  return db
    .selectFrom('flight as f')
    .innerJoin('address as a', 'a.id', 'f.address_id')
    .select([
      'f.address_id as addressId',
      'a.address',
      'a.host',
      'a.kind',
      'f.lane',
      'f.publisher_id as publisherId',
      'a.article_id as articleId',
      'f.capture_id as captureId',
      'a.guid_key as guidKey',
      'a.found_in as foundIn',
      'a.entry',
      'f.waits',
      'f.rescues',
      'a.vain',
      'f.state',
    ])
    .select(sql<boolean>`coalesce(a.capture_id = f.capture_id, false)`.as('isReread'))
    .select(sql<string | null>`case when f.whole then null else a.etag end`.as('etag'))
    .select(
      sql<string | null>`case when f.whole then null else a.last_modified end`.as('lastModified'),
    )
    .where('f.address_id', '=', given)
    .where('a.id', '=', given);
}

function standing<R extends Row>(rows: readonly R[], wanted: string): Map<number, R> {
  return new Map(rows.filter((row) => row.state === wanted).map((row) => [row.addressId, row]));
}

/** A host that sends an address away spends one of the address's waits. */
export async function noteSentAway(db: Queryable, addressId: number, state: string): Promise<void> {
  await db
    .updateTable('flight')
    .set({ waits: sql<number>`waits + 1`, moved_at: sql<Date>`now()` })
    .where('address_id', '=', addressId)
    .where('state', '=', state)
    .execute();
}
