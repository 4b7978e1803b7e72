import { depart } from '@nashra/ledger';
import { claimDueFeeds } from '@nashra/sources';
import { forgetQuarantine } from './quarantine-rows.ts';
import { FINAL_STATES, type Pipeline, WAITING } from './way.ts';

export interface PollOptions {
  /** Feeds at a time at the most. */
  readonly limit: number;
  /** Those whose time comes within this are taken already: they wait until then, to the millisecond. */
  readonly aheadMs: number;
  /** «Not modified» is believed this long. */
  readonly believedMs?: number;
}

/** Makes the addresses of feeds wait whose time has come; returns how many. */
export function pollDue(
  { db }: Pick<Pipeline, 'db'>,
  { limit, aheadMs, believedMs }: PollOptions,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const due = await claimDueFeeds(tx, { limit, aheadMs });
    const gone = await depart(tx, {
      ids: due.map((feed) => feed.addressId),
      from: FINAL_STATES,
      to: { waiting: WAITING },
      reason: 'polled',
      dueAt: due.map((feed) => feed.dueAt),
      ...(believedMs === undefined ? {} : { believedMs }),
    });
    // What comes of this poll says how the feed is now.
    if (gone.length > 0)
      await forgetQuarantine(
        tx,
        gone.map(({ id }) => id),
      );
    return gone.length;
  });
}
