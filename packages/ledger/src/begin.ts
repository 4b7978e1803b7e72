import { addressKey, hostOf } from '@nashra/address';
import type { AddressKind, EntryHint, Lane, Queryable } from '@nashra/db';
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
  /** Where its first flight begins, or the state it rests in until somebody makes it wait. */
  readonly state: string;
  readonly reason?: Reason | null;
  readonly guidKey?: Buffer | undefined;
  readonly entryHash?: Buffer | undefined;
  readonly entry?: EntryHint | undefined;
  readonly foundIn?: number | undefined;
}

/**
 * Enters addresses, each with the first step of its journal; those that are there stay as they are. In the
 * order of their keys, so that two who enter the same ones never wait for each other in a circle.
 *
 * @returns the ids and hosts of those that are new
 */
export async function begin(
  db: Queryable,
  addresses: readonly NewAddress[],
): Promise<{ id: number; host: string }[]> {
  if (addresses.length === 0) return [];
  const rows = addresses
    .map((it) => ({
      key: addressKey(it.address),
      address: it.address,
      host: hostOf(it.address),
      publisher_id: it.publisherId,
      kind: it.kind,
      lane: it.lane ?? 0,
      state: it.state,
      reason: it.reason ?? null,
      guid_key: it.guidKey ?? null,
      entry_hash: it.entryHash ?? null,
      entry: it.entry ? storableJson(it.entry) : null,
      found_in: it.foundIn ?? null,
    }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  return await db
    .with('begun', (cte) =>
      cte
        .insertInto('address')
        .values(rows)
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning(['id', 'host', 'state', 'reason']),
    )
    .with('noted', (cte) =>
      cte
        .insertInto('journal')
        .columns(['address_id', 'state', 'reason'])
        .expression((query) => query.selectFrom('begun').select(['id', 'state', 'reason']))
        .returning(sql<number>`1`.as('one')),
    )
    .selectFrom('begun')
    .select(['id', 'host'])
    .execute();
}
