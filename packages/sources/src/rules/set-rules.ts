import { type Act, record } from '@nashra/audit';
import type { EntryRule, Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { findSource } from '../find-source.ts';

/**
 * Says which entries of a feed, or of all of a publisher's, are wanted before their pages are asked for, in the place of what was said
 * before; and has them polled. The audit keeps what that was.
 *
 * @throws NoSuchSourceError
 */
export async function setRules(
  db: Queryable,
  what: string,
  rules: readonly EntryRule[],
  act: Act,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { publisherId, feedAddressId } = await findSource(tx, what);
    const text = rules.length > 0 ? JSON.stringify(rules) : null;
    const feeds = tx
      .updateTable('feed')
      .set({ next_poll_at: sql<Date>`now()` })
      .where((eb) =>
        feedAddressId === null
          ? eb('publisher_id', '=', publisherId ?? -1)
          : eb('address_id', '=', feedAddressId),
      );
    const before =
      feedAddressId === null
        ? await tx
            .selectFrom('publisher')
            .select('rules')
            .where('id', '=', publisherId ?? -1)
            .forUpdate()
            .executeTakeFirst()
        : await tx
            .selectFrom('feed')
            .select('rules')
            .where('address_id', '=', feedAddressId)
            .forUpdate()
            .executeTakeFirst();
    if (feedAddressId === null) {
      await tx
        .updateTable('publisher')
        .set({ rules: text, updated_at: sql<Date>`now()` })
        .where('id', '=', publisherId ?? -1)
        .execute();
      await feeds.execute();
    } else {
      await feeds.set({ rules: text }).execute();
    }
    const detail = { before: before?.rules ?? [], after: rules };
    await record(tx, act, { action: 'source.rules', subject: what, detail });
  });
}
