import type { Reason } from '@nashra/ledger';
import { advanceOne, askForRelease, discover, type Pipeline } from '@nashra/pipeline';
import { noteFeedFailure, noteFeedSuccess } from '@nashra/sources';
import type { Fetched, Listing } from './ports.ts';

/** Enters what a feed or sitemap showed and ends its flight, together; then asks for the release of what is new. */
export async function saveListing(
  pipeline: Pipeline,
  { addressId, kind, publisher }: Fetched,
  { title, sightings }: Listing,
  revisitAfterMs: number,
): Promise<void> {
  let hosts: readonly string[] = [];
  const step = await advanceOne(pipeline, 'parse', addressId, async (tx) => {
    const options = { publisherId: publisher.id, foundIn: addressId, revisitAfterMs };
    const discovery = await discover(tx, sightings, options);
    hosts = discovery.hosts;
    if (kind === 'feed') {
      const found = { title, seen: sightings.length, added: discovery.added };
      await noteFeedSuccess(tx, addressId, null, found);
    }
    return { to: 'read', reason: null };
  });
  if (step) await askForRelease(pipeline, hosts);
}

/** Ends a flight at the parse stage. */
export async function dropFetched(
  pipeline: Pipeline,
  { addressId, kind }: Fetched,
  reason: Reason,
): Promise<void> {
  await advanceOne(pipeline, 'parse', addressId, async (tx) => {
    if (kind === 'feed') await noteFeedFailure(tx, addressId, reason);
    return { to: 'dropped', reason };
  });
}
