import { depart, takeAgain } from '@nashra/ledger';
import { type Pipeline, UNHELD_STATES, WAITING } from './way.ts';

export interface LookAgainOptions {
  /** Addresses at a time at the most. */
  readonly limit: number;
  /** «Not modified» is believed this long. */
  readonly believedMs: number;
  /** First pause of the looks that follow one which finds the page as it was: they are several, whatever it says. */
  readonly againMs: number;
}

const LANES = [0, 1] as const;

/** Makes the addresses wait whose time has come to be looked at again; returns how many. */
export function lookAgain(
  { db }: Pick<Pipeline, 'db'>,
  { limit, ...look }: LookAgainOptions,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const due = await takeAgain(tx, limit);
    let gone = 0;
    for (const lane of LANES) {
      const ids = due.filter((it) => it.lane === lane).map(({ id }) => id);
      const to = { waiting: WAITING };
      const from = UNHELD_STATES;
      gone += (await depart(tx, { ids, from, to, reason: 'again', lane, ...look })).length;
    }
    return gone;
  });
}
