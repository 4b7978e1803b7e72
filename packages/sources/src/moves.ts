import { canonicalAddress, hostOf } from '@nashra/address';
import { type Act, record } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { readdress } from '@nashra/ledger';
import { sql } from 'kysely';

/** Where a poll of a feed was sent for good, or null. */
export interface Move {
  readonly addressId: number;
  readonly movedTo: string | null;
}

/** Notes what polls saw; a feed that is where it was, or was sent elsewhere, begins anew to be believed. */
export async function noteMoves(db: Queryable, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ addressId, movedTo }) => ({ id: addressId, to: bounded(movedTo) }));
  await sql`
    update nashra.feed f set moved_to = each."to", moved_seen_at = case when each."to" is not null then now() end,
      moved_since = case when each."to" = f.moved_to then f.moved_since when each."to" is not null then now() end
    from json_to_recordset(${JSON.stringify(rows)}::json) as each(id bigint, "to" text)
    where f.address_id = each.id and coalesce(f.moved_to, each."to") is not null`.execute(db);
}

const bounded = (address: string | null) =>
  address !== null && address.length <= 4_096 ? address : null;

const SCHEDULER = 'scheduler';

/**
 * Gives feeds the address that their servers have sent every poll to for `learnMs`, if what lies there is read as a feed.
 * Returns how many moved; the audit keeps from where.
 */
export async function adoptMoves(
  db: Queryable,
  { learnMs, limit }: { readonly learnMs: number; readonly limit: number },
): Promise<number> {
  const due = await db
    .selectFrom('feed')
    .select(['address_id', 'moved_to'])
    .where('moved_to', 'is not', null)
    .where('failures', '=', 0)
    .where(
      'moved_seen_at',
      '>=',
      sql<Date>`moved_since + make_interval(secs => ${learnMs / 1000}::float8)`,
    )
    // What the last poll was sent to was read as a feed.
    .whereRef('last_success_at', '>=', 'moved_seen_at')
    .orderBy('moved_since')
    .limit(limit)
    .execute();
  let moved = 0;
  for (const { address_id, moved_to } of due) {
    const reason = 'its server has said so at every poll (301, 308)';
    const act = { actor: SCHEDULER, reason };
    moved += (await moveFeed(db, address_id, moved_to ?? '', act)) ? 1 : 0;
  }
  return moved;
}

/** In the transaction that is open, or in one of its own. */
async function within<T>(db: Queryable, work: (tx: Queryable) => Promise<T>): Promise<T> {
  return db.isTransaction ? await work(db) : await db.transaction().execute(work);
}

/**
 * Gives a feed another address: what it found stays its own, and the audit says where it was, which is where the same verb
 * brings it back to. False where another row of the ledger has the address.
 */
export async function moveFeed(
  db: Queryable,
  addressId: number,
  to: string,
  act: Act,
): Promise<boolean> {
  return await within(db, async (tx) => {
    const known = await tx
      .selectFrom('feed')
      .select(['id', 'address'])
      .where('address_id', '=', addressId)
      .forUpdate()
      .executeTakeFirst();
    if (!known) return false;
    const address = canonicalAddress(to);
    const hasMoved = address !== null && (await readdress(tx, addressId, address));
    await tx
      .updateTable('feed')
      .set({ moved_to: null, moved_since: null, moved_seen_at: null, heirs: null })
      .$if(hasMoved && address !== null, (query) =>
        query.set({ address: address ?? '', host: hostOf(address ?? '') }),
      )
      .where('id', '=', known.id)
      .execute();
    if (hasMoved) {
      await record(tx, act, {
        action: 'source.move',
        subject: address ?? '',
        detail: { from: known.address, to: address },
      });
    }
    return hasMoved;
  });
}
