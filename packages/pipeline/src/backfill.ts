import type { EntryHint } from '@nashra/db';
import { begin, findAddresses } from '@nashra/ledger';
import { findFeed, readFeedFacts, rulingOn } from '@nashra/sources';
import { askForRelease } from './release.ts';
import { type Pipeline, WAITING } from './way.ts';

/** An older entry of a feed. */
export interface OlderEntry {
  /** Canonical. */
  readonly address: string;
  readonly entry: EntryHint;
  readonly categories: readonly string[];
}

/**
 * Enters older entries of a feed, behind all news; those that are known stay as they are, and those that its rules leave out are not
 * entered. Gives how many are new.
 *
 * @throws NoSuchSourceError
 */
export async function backfill(
  pipeline: Pipeline,
  feed: string,
  entries: readonly OlderEntry[],
): Promise<number> {
  const fresh = await pipeline.db.transaction().execute(async (tx) => {
    const { addressId } = await findFeed(tx, feed);
    const [row] = await findAddresses(tx, { ids: [addressId] });
    const rules = (await readFeedFacts(tx, addressId))?.rules ?? [];
    if (!row) return [];
    const { publisherId } = row;
    const kept = entries.filter(
      ({ address, entry: { title = '' }, categories }) =>
        rulingOn(rules, { address, title, categories }) === null,
    );
    const addresses = kept.map(({ address, entry }) => {
      return { address, publisherId, kind: 'article', lane: 1, foundIn: addressId, entry } as const;
    });
    return await begin(tx, addresses, { waiting: WAITING });
  });
  await askForRelease(pipeline, [...new Set(fresh.map(({ host }) => host))]);
  return fresh.length;
}
