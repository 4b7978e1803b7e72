import { createHash } from 'node:crypto';
import { addressKey, canonicalAddress } from '@nashra/address';
import {
  type EntryIdentity,
  entryFingerprint,
  entryIdentity,
  type Feed,
  type FeedEntry,
} from '@nashra/feeds';
import type { Sighting } from '@nashra/ledger';
import { hintOf } from './entry-hint.ts';
import type { Fetched, Listing } from './ports.ts';

/** Addresses taken from one document at the most; a feed shows the newest first. */
const MAX_SIGHTINGS = 5_000;

/** What a feed shows. An entry that cannot be read costs itself, never the others. */
export function sightingsOf(page: Fetched, feed: Feed): Pick<Listing, 'sightings' | 'leftOut'> {
  // A sitemap lists a site's whole past; a feed and a news sitemap list what is new.
  const isNews = feed.format !== 'sitemap' || feed.entries.some((entry) => entry.news !== null);
  const lane = isNews ? 0 : 1;
  const own = addressKey(page.url);
  const identities = entryIdentity(feed.entries);
  const seen = new Set<string>();
  const sightings: Sighting[] = feed.sitemaps.flatMap(({ address }) => {
    const canonical = canonicalAddress(address);
    return canonical === null ? [] : [{ address: canonical, kind: 'sitemap', lane: 1 }];
  });
  let leftOut = 0;
  for (const [at, entry] of feed.entries.entries()) {
    const address = entry.address === null ? null : canonicalAddress(entry.address);
    const identity = identities[at];
    // Entries of one identity are one article under several addresses: the first one stands for it.
    if (address === null || !identity || seen.has(identity.key)) continue;
    if (addressKey(address).equals(own)) continue;
    try {
      sightings.push({ address, kind: 'article', lane, ...detailsOf(page, entry, identity) });
      seen.add(identity.key);
    } catch {
      leftOut += 1;
    }
    if (sightings.length >= MAX_SIGHTINGS) break;
  }
  return { sightings, leftOut };
}

function detailsOf(page: Fetched, entry: FeedEntry, { basis, key }: EntryIdentity) {
  return {
    entryHash: Buffer.from(entryFingerprint(entry), 'hex'),
    entry: hintOf(entry),
    ...(basis === 'guid' ? { guidKey: scoped(page, key) } : {}),
  };
}

/** A guid is unique within its feed only: two feeds of one publisher may both count from 1. */
function scoped({ addressId }: Fetched, key: string): Buffer {
  return createHash('sha256').update(`feed ${addressId} ${key}`).digest().subarray(0, 16);
}
