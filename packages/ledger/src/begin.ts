import { addressKey, hostOf } from '@nashra/address';
import {
  type AddressKind,
  byteaText,
  type EntryHint,
  type Lane,
  type Queryable,
  tallying,
} from '@nashra/db';
import { storableJson } from '@nashra/text';
import { sql } from 'kysely';
import type { Reason } from './reasons.ts';

/** An address nobody may have met before. */
export interface NewAddress {
  /** Canonical, from `canonicalAddress`. */
  readonly address: string;
  readonly publisherId: number;
  readonly kind: AddressKind;
  readonly lane?: Lane;
  readonly guidKey?: Buffer | undefined;
  readonly entryHash?: Buffer | undefined;
  readonly entry?: EntryHint | undefined;
  readonly foundIn?: number | undefined;
}

/** Addresses of one call wait in the order in which they are given, however their rows come to lie. */
const MICROSECOND = 0.000001;

/** How new addresses begin: with a flight that waits in this state, or at rest in this one until somebody asks for them. */
export type Beginning =
  | { readonly waiting: string; readonly reason?: Reason | null }
  | { readonly resting: string; readonly reason?: Reason | null };

/**
 * Enters addresses in the order in which they are to be let in, each with the first step of its journal; those that are there stay as they are.
 * Written in the order of their keys, so that two who enter the same ones never wait for each other in a circle.
 *
 * @returns the ids and hosts of those that are new
 */
export async function begin(
  db: Queryable,
  addresses: readonly NewAddress[],
  how: Beginning,
): Promise<{ id: number; host: string }[]> {
  if (addresses.length === 0) return [];
  const rows = addresses
    .map((it, place) => ({ ...it, place, bytes: addressKey(it.address) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ bytes, ...it }) => ({
      key: byteaText(bytes),
      place: it.place,
      address: it.address,
      host: hostOf(it.address),
      publisher_id: it.publisherId,
      kind: it.kind,
      lane: it.lane ?? 0,
      guid_key: it.guidKey ? byteaText(it.guidKey) : null,
      entry_hash: it.entryHash ? byteaText(it.entryHash) : null,
      entry: it.entry ?? null,
      found_in: it.foundIn ?? null,
    }));
  const [state, reason, isFlight] =
    'waiting' in how
      ? [how.waiting, how.reason ?? null, true]
      : [how.resting, how.reason ?? null, false];
  const tallied = isFlight || reason === null ? state : `${state} ${reason}`;
  const { rows: begun } = await sql<{ id: number; host: string }>`
    with given as materialized (
      select * from json_to_recordset(${storableJson(rows)}::json) as given(key bytea, place integer, address text,
        host text, publisher_id integer, kind text, lane smallint, guid_key bytea, entry_hash bytea, entry jsonb,
        found_in bigint)
    ), begun as (
      insert into nashra.address (key, address, host, publisher_id, kind, state, reason, guid_key, entry_hash, entry, found_in)
      select key, address, host, publisher_id, kind, ${isFlight ? null : state}, ${isFlight ? null : reason}, guid_key, entry_hash, entry, found_in
      from given order by key
      on conflict (key) do nothing returning id, key, host, publisher_id
    ), off as (
      insert into nashra.flight (address_id, state, reason, host, lane, publisher_id, due_at)
      select begun.id, ${state}, ${reason}, begun.host, given.lane, begun.publisher_id,
        now() + make_interval(secs => given.place * ${MICROSECOND}::float8)
      from begun join given using (key) where ${isFlight}
    ), noted as (
      insert into nashra.journal (address_id, state, reason) select id, ${state}, ${reason} from begun
    ), counted as (
      ${tallying(sql`select 'address ' || ${tallied}::text, count(*) from begun having count(*) > 0`)}
    )
    select id, host from begun`.execute(db);
  return begun;
}
