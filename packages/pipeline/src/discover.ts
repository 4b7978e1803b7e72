import { findCandidates } from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import {
  type DiscoverOptions,
  type Discovery,
  discover as discoverAddresses,
  type Sighting,
} from '@nashra/ledger';
import { WAITING } from './way.ts';

/** From which a sighting takes an address: what it once said, or did not say, may be said anew. */
const REVISITABLE = ['indexed', 'known', 'read', 'dropped'] as const;

/** Enters what a feed or page showed; what is new waits for its first flight, what changed for another one. */
export function discover(
  tx: Queryable,
  sightings: readonly Sighting[],
  options: Omit<DiscoverOptions, 'articlesOf' | 'waiting' | 'revisitable'>,
): Promise<Discovery> {
  return discoverAddresses(tx, sightings, {
    ...options,
    articlesOf: (guidKeys) => articlesOf(tx, guidKeys),
    waiting: WAITING,
    revisitable: REVISITABLE,
  });
}

async function articlesOf(tx: Queryable, guidKeys: readonly Buffer[]): Promise<number[]> {
  const keys = guidKeys.map((key) => ({ kind: 'guid', key }) as const);
  const held = await findCandidates(tx, keys);
  return [...held.values()].flat().map(({ articleId }) => articleId);
}
