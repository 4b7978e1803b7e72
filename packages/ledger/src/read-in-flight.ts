import type { AddressKind, EntryHint, Lane, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** An address that waits for a stage, with what stages need of it. */
export interface InFlight {
  readonly addressId: number;
  readonly address: string;
  readonly host: string;
  readonly kind: AddressKind;
  readonly lane: Lane;
  readonly publisherId: number;
  readonly articleId: number | null;
  readonly captureId: number | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly guidKey: Buffer | null;
  readonly entry: EntryHint | null;
  /** How often the host has sent it away in this flight. */
  readonly waits: number;
}

/**
 * Of these addresses those that stand in `state`, by id; the rest have moved on. The state is compared here, not
 * there: the planner holds states that are nearly always empty for free and would walk their partial index whole.
 */
export async function inFlightOf(
  db: Queryable,
  ids: readonly number[],
  state: string,
): Promise<Map<number, InFlight>> {
  return standing(await select(db, ids).execute(), state);
}

/** The same, locked until the transaction ends; in one order, so that who asks for the same ones never waits in a circle. */
export async function lockInFlight(
  tx: Queryable,
  ids: readonly number[],
  state: string,
): Promise<Map<number, InFlight>> {
  return standing(await select(tx, ids).orderBy('id').forNoKeyUpdate().execute(), state);
}

function select(db: Queryable, ids: readonly number[]) {
  return db
    .selectFrom('address')
    .select([
      'id as addressId',
      'address',
      'host',
      'kind',
      'lane',
      'publisher_id as publisherId',
      'article_id as articleId',
      'capture_id as captureId',
      'etag',
      'last_modified as lastModified',
      'guid_key as guidKey',
      'entry',
      'waits',
      'state',
    ])
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`);
}

function standing(
  rows: readonly (InFlight & { readonly state: string })[],
  wanted: string,
): Map<number, InFlight> {
  return new Map(
    rows.filter((row) => row.state === wanted).map(({ state: _, ...row }) => [row.addressId, row]),
  );
}

/** A host that sends an address away spends one of the address's waits. */
export async function noteSentAway(db: Queryable, addressId: number, state: string): Promise<void> {
  await db
    .updateTable('address')
    .set({ waits: sql<number>`waits + 1`, updated_at: sql<Date>`now()` })
    .where('id', '=', addressId)
    .where('state', '=', state)
    .execute();
}
