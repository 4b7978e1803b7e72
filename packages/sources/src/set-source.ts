import { type Act, record } from '@nashra/audit';
import type { Display, Queryable } from '@nashra/db';
import { cleanLine } from '@nashra/text';
import { sql } from 'kysely';
import { findFeed, NoSuchSourceError } from './find-source.ts';
import { moveFeed } from './moves.ts';

/** What operators may change of a feed; what is absent stays. */
export interface SourceSettings {
  readonly intervalSeconds?: number | undefined;
  readonly title?: string | undefined;
  /** Where it is now; its articles and what it listed stay its own. Also the way back from a move. */
  readonly address?: string | undefined;
}

/** The address of another source, or none of the public web. */
export class AddressTakenError extends Error {
  override name = 'AddressTakenError';
  readonly code = 'ADDRESS_TAKEN';

  constructor(address: string) {
    super(`${address} is no web address, or another row of the ledger has it`);
  }
}

/**
 * Changes one feed, named by its address, and has it polled now. The audit keeps what it was before.
 *
 * @throws NoSuchSourceError, AddressTakenError
 */
export async function setSource(
  db: Queryable,
  what: string,
  { intervalSeconds, title, address }: SourceSettings,
  act: Act,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { addressId: feedAddressId } = await findFeed(tx, what);
    const before = await tx
      .selectFrom('feed')
      .select(['address', 'title', 'interval_seconds as intervalSeconds'])
      .where('address_id', '=', feedAddressId)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('feed')
      .set({
        next_poll_at: sql<Date>`now()`,
        ...(intervalSeconds === undefined ? {} : { interval_seconds: intervalSeconds }),
        ...(title === undefined ? {} : { title: cleanLine(title) }),
      })
      .where('address_id', '=', feedAddressId)
      .execute();
    await record(tx, act, {
      action: 'source.set',
      subject: before.address,
      detail: { before, after: { intervalSeconds, title, address } },
    });
    if (address !== undefined && !(await moveFeed(tx, feedAddressId, address, act))) {
      throw new AddressTakenError(address);
    }
  });
}

/**
 * Says how much of a publisher's articles may be shown, wherever they are shown.
 *
 * @throws NoSuchSourceError
 */
export async function setDisplay(
  db: Queryable,
  slug: string,
  display: Display,
  act: Act,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('publisher')
      .select(['id', 'display'])
      .where('slug', '=', slug)
      .where('id', '<>', 0)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new NoSuchSourceError(slug);
    await tx
      .updateTable('publisher')
      .set({ display, updated_at: sql<Date>`now()` })
      .where('id', '=', before.id)
      .execute();
    const detail = { before: before.display, after: display };
    await record(tx, act, { action: 'source.display', subject: slug, detail });
  });
}
