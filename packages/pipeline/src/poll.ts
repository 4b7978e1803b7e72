import { freshFlight, move } from '@nashra/ledger';
import { claimDueFeeds } from '@nashra/sources';
import { FINAL_STATES, type Pipeline, WAITING } from './way.ts';

/** Makes the addresses of feeds wait whose time has come, at most `limit`; returns how many. */
export function pollDue({ db }: Pick<Pipeline, 'db'>, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const moved = await move(tx, {
      ids: await claimDueFeeds(tx, limit),
      from: FINAL_STATES,
      to: WAITING,
      reason: 'polled',
      set: freshFlight(),
    });
    return moved.length;
  });
}
