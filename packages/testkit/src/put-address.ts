import { type Db, tally } from '@nashra/db';
import { ENDED } from './add-address.ts';

/** Puts an address where a test wants it, wherever it stood: at a stage, at the door, or at the end of its flight. */
export async function putAddress(
  db: Db,
  id: number,
  state: string,
  reason: string | null = null,
): Promise<void> {
  const address = await db
    .selectFrom('address')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const flight = await db
    .deleteFrom('flight')
    .where('address_id', '=', id)
    .returningAll()
    .executeTakeFirst();
  const before = flight ?? address;
  const nameOf = (it: { state: string | null; reason: string | null }) =>
    `address ${it.state}${it.reason !== null && ENDED.has(it.state ?? '') ? ` ${it.reason}` : ''}`;
  const differences = { [nameOf(before)]: -1 };
  differences[nameOf({ state, reason })] = (differences[nameOf({ state, reason })] ?? 0) + 1;
  await tally(db, differences);
  if (ENDED.has(state)) {
    await db.updateTable('address').set({ state, reason }).where('id', '=', id).execute();
    return;
  }
  const { host, publisher_id } = address;
  await db
    .insertInto('flight')
    .values({
      ...(flight ?? { host, publisher_id, address_id: id, capture_id: address.capture_id }),
      state,
      reason,
      due_at: state === 'waiting' ? new Date() : null,
    })
    .execute();
}
