import type { Queryable } from '@nashra/db';
import { type Discovery, discover as discoverAddresses, type Sighting } from '@nashra/ledger';
import { WAITING } from './way.ts';

/** From which a changed entry takes a page: what it once said may be said anew. */
const REVISITABLE = ['indexed', 'known'] as const;

/** Enters what a feed or page showed; what is new waits for its first flight, what changed for another one. */
export function discover(
  tx: Queryable,
  sightings: readonly Sighting[],
  options: {
    readonly publisherId: number;
    readonly foundIn: number;
    readonly revisitAfterMs: number;
  },
): Promise<Discovery> {
  return discoverAddresses(tx, sightings, {
    ...options,
    waiting: WAITING,
    revisitable: REVISITABLE,
  });
}
