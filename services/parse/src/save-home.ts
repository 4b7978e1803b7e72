import { addressKey, canonicalAddress } from '@nashra/address';
import type { Queryable } from '@nashra/db';
import { findAddresses } from '@nashra/ledger';
import { advanceOne, type Pipeline } from '@nashra/pipeline';
import {
  keepSuspects,
  livingFeeds,
  noteOmissions,
  proposeHeirs,
  suspectsOf,
} from '@nashra/sources';
import type { Fetched, FrontPage } from './ports.ts';

const NAMED = 3;

/** Keeps which feeds a front page names where feeds of its publisher have died, and what it shows that no feed did; ends its flight. */
export async function saveHome(
  pipeline: Pipeline,
  { addressId, publisher }: Fetched,
  { feeds, links }: FrontPage,
): Promise<void> {
  await advanceOne(pipeline, 'parse', addressId, async (tx) => {
    await proposeHeirs(tx, publisher.id, feeds);
    await compareFront(tx, publisher.id, links);
    // It is asked again at its time, whole.
    const set = { again_ms: null, etag: null, last_modified: null };
    return { to: 'read', reason: null, set };
  });
}

async function compareFront(
  tx: Queryable,
  publisherId: number,
  links: readonly string[],
): Promise<void> {
  const [feed] = await livingFeeds(tx, publisherId, 1);
  if (!feed) return;
  const named = links.flatMap((link) => {
    const address = canonicalAddress(link);
    return address === null ? [] : [{ address, key: addressKey(address) }];
  });
  const rows = await findAddresses(tx, { keys: named.map(({ key }) => key) });
  const known = new Map(rows.map((row) => [row.key.toString('hex'), row.createdAt.getTime()]));
  const front = named.map(({ address, key }) => {
    return { address, knownAt: known.get(key.toString('hex')) ?? null };
  });
  const twice = await keepSuspects(tx, publisherId, suspectsOf(front, Date.now()));
  const evidence = `the front page shows ${twice.length} that it does not: ${twice.slice(0, NAMED).join(' ')}`;
  const found = twice.length > 0 ? [['listing', evidence] as const] : [];
  await noteOmissions(tx, feed.addressId, ['listing'], new Map(found));
}
