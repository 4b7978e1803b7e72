import { addressKey, canonicalAddress } from '@nashra/address';
import type { BlobStore } from '@nashra/blobs';
import { readBody, readCaptures } from '@nashra/captures';
import type { Db } from '@nashra/db';
import { FeedError, parseFeed } from '@nashra/feeds';
import { findAddresses } from '@nashra/ledger';
import { livingFeeds, noteOmissions, type Reading, type Shown, unlistedOf } from '@nashra/sources';

/** Who has more feeds has one a section, and no one of them shows all. */
const MOST_FEEDS = 5;
/** A publisher's feeds are read again for this no oftener. */
const EVERY_MS = 5 * 60_000;
const MOST_PUBLISHERS = 5_000;
const NAMED = 3;

/** Holds what a sitemap shows of late against its publisher's feeds. */
export interface ListingCompare {
  compare(publisherId: number, shown: readonly Shown[]): Promise<void>;
}

export function openListingCompare(db: Db, blobs: BlobStore, now = Date.now): ListingCompare {
  const doneAt = new Map<number, number>();
  return {
    async compare(publisherId, shown) {
      if (shown.length === 0 || now() - (doneAt.get(publisherId) ?? 0) < EVERY_MS) return;
      doneAt.delete(publisherId);
      doneAt.set(publisherId, now());
      const oldest = doneAt.keys().next().value;
      if (doneAt.size > MOST_PUBLISHERS && oldest !== undefined) doneAt.delete(oldest);
      const feeds = await livingFeeds(db, publisherId, MOST_FEEDS + 1);
      if (feeds.length > MOST_FEEDS) return;
      const read = await readings(db, blobs, feeds);
      const [first] = read;
      if (!first) return;
      const omitted = unlistedOf(shown, read, keyOf);
      const found = omitted.length > 0 ? [['sitemap', evidenceOf(omitted)] as const] : [];
      await noteOmissions(db, first.addressId, ['sitemap'], new Map(found));
    },
  };
}

type FeedReading = Reading & { readonly addressId: number };

async function readings(
  db: Db,
  blobs: BlobStore,
  feeds: readonly { readonly addressId: number; readonly lastSuccessAt: Date }[],
): Promise<FeedReading[]> {
  const rows = await findAddresses(db, { ids: feeds.map(({ addressId }) => addressId) });
  const kept = rows.flatMap(({ id, captureId }) =>
    captureId === null ? [] : [{ addressId: id, captureId }],
  );
  const captures = await readCaptures(db, kept);
  const read: FeedReading[] = [];
  for (const capture of captures.values()) {
    const { addressId, finalAddress: url, contentType } = capture;
    const at = feeds.find((it) => it.addressId === addressId)?.lastSuccessAt.getTime();
    const body = await readBody(blobs, capture);
    // What a hub sent is no listing.
    if (!body || at === undefined || capture.origin === 'push') continue;
    try {
      const feed = parseFeed(body.bytes, { url, ...(contentType === null ? {} : { contentType }) });
      if (feed.format === 'sitemap') continue;
      const dates = feed.entries.flatMap(({ published, updated }) => {
        const instant = Date.parse((published ?? updated)?.instant ?? '');
        return Number.isNaN(instant) ? [] : [instant];
      });
      // Without dates nobody knows how far back it reaches.
      if (dates.length === 0) continue;
      const keys = new Set(
        feed.entries.flatMap(({ address }) => (address === null ? [] : [keyOf(address)])),
      );
      read.push({ addressId, at, keys, reachesTo: Math.min(...dates) });
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
    }
  }
  return read;
}

function keyOf(address: string): string {
  const canonical = canonicalAddress(address);
  return canonical === null ? address : addressKey(canonical).toString('hex');
}

function evidenceOf(omitted: readonly Shown[]): string {
  const named = omitted.slice(0, NAMED).map(({ address }) => address.slice(0, 300));
  return `a sitemap shows ${omitted.length} that it does not: ${named.join(' ')}`;
}
