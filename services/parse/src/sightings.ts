import { hash } from 'node:crypto';
import { addressKey, canonicalAddress, identityOf, type PageName, pageName } from '@nashra/address';
import {
  type EntryIdentity,
  entryFingerprint,
  entryIdentity,
  type Feed,
  type FeedEntry,
} from '@nashra/feeds';
import type { Sighting } from '@nashra/ledger';
import { categoriesOf, hintOf } from '@nashra/reading';
import { isStamp, lanesOf, newestFirst } from './newest-first.ts';
import type { Fetched, Listing } from './ports.ts';

/** What a feed shows. An entry that cannot be read costs itself, never the others. */
export function sightingsOf(
  page: Fetched,
  feed: Feed,
): Pick<Listing, 'sightings' | 'leftOut' | 'isWhole'> {
  const own = addressKey(page.url);
  const ownIdentity = identityOf(page.url);
  const nameOf = remembering(pageName);
  const identities = identitiesOf(feed, nameOf);
  const { entries, laneOf } = inOrder(page, feed);
  const isStamped = hasStamps(page, feed);
  const seen = new Set<string>();
  const sightings: Sighting[] = sitemapsOf(page, feed, own);
  const hasGuids = feed.format !== 'sitemap' && feed.format !== 'page';
  let leftOut = 0;
  for (const entry of entries) {
    const name = entry.address === null ? null : nameOf(entry.address);
    if (name === null || name.identity === ownIdentity) continue;
    const identity = identities.get(entry);
    const key = identity?.key ?? name.identity;
    // Entries of one identity are one article under several addresses: the first one stands for it.
    if (seen.has(key)) continue;
    try {
      const guid = identity && hasGuids ? guidOf(page, identity) : {};
      const details = { ...detailsOf(entry, feed, isStamped), ...guid };
      sightings.push({ address: name.address, kind: 'article', lane: laneOf(entry), ...details });
      seen.add(key);
    } catch {
      leftOut += 1;
    }
  }
  const isWhole = leftOut === 0 && !feed.warnings.some(({ code }) => IN_PART.has(code));
  return { sightings, leftOut, isWhole };
}

/** By what entries are one article; of a sitemap's nothing but the address, which is all that it says of fifty thousand. */
function identitiesOf(
  { entries, format }: Feed,
  nameOf: (address: string) => PageName | null,
): ReadonlyMap<FeedEntry, EntryIdentity> {
  if (format === 'sitemap') return new Map();
  const identities = entryIdentity(entries, [], nameOf);
  return new Map(entries.map((entry, at) => [entry, identities[at] as EntryIdentity]));
}

/** Reading an address is most of what an entry of a few words costs, and each is asked for several times. */
function remembering(read: (address: string) => PageName | null) {
  const known = new Map<string, PageName | null>();
  return (address: string): PageName | null => {
    let name = known.get(address);
    if (name === undefined) {
      name = read(address);
      known.set(address, name);
    }
    return name;
  };
}

/** What tells that a document is not all there, or was not read to its end. */
const IN_PART: ReadonlySet<string> = new Set([
  'truncated',
  'entry-cut',
  'unclosed-cdata',
  'bad-json',
  'time-limit',
  'too-many-entries',
]);

/** A feed and a news sitemap list what is new, most of them newest first; another sitemap a site's whole past in any order. */
function inOrder(page: Fetched, feed: Feed) {
  const isNews = feed.format !== 'sitemap' || feed.entries.some((entry) => entry.news !== null);
  if (isNews) return { entries: latestFirst(feed.entries), laneOf: () => 0 as const };
  const dateOf = ({ updated, published }: FeedEntry) => (updated ?? published)?.instant;
  const ordered = newestFirst(feed.entries, dateOf, page.capturedAt);
  return { entries: ordered.items, laneOf: lanesOf(ordered, page.capturedAt) };
}

/** As they stand, or from their end where what they tell of grows younger towards it. */
function latestFirst(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  const dates = entries.flatMap(({ published, updated }) => {
    const at = Date.parse((published ?? updated)?.instant ?? '');
    return Number.isNaN(at) ? [] : [at];
  });
  const rises = dates.filter((at, place) => place > 0 && at > (dates[place - 1] as number)).length;
  return rises * 2 > entries.length ? entries.toReversed() : entries;
}

/**
 * The children of an index. Those that changed last are as urgent as news, and some without a date beside them: the list of
 * the news is often the one that has none.
 */
function sitemapsOf(page: Fetched, feed: Feed, own: Buffer): Sighting[] {
  const ordered = newestFirst(feed.sitemaps, ({ updated }) => updated?.instant, page.capturedAt);
  return ordered.items.flatMap((it, place) => {
    const address = canonicalAddress(it.address);
    if (address === null || addressKey(address).equals(own)) return [];
    const changed = ordered.dates.get(it);
    const entryHash = changed === undefined ? {} : { entryHash: dateHash(changed) };
    const rank = place < ordered.dates.size ? place : place - ordered.dates.size;
    return [{ address, kind: 'sitemap', lane: rank < URGENT_SITEMAPS ? 0 : 1, ...entryHash }];
  });
}

const URGENT_SITEMAPS = 20;

/** Most entries were changed as the document was asked for: by the tool that wrote it, at every reading. */
function hasStamps({ capturedAt }: Fetched, { entries }: Feed): boolean {
  const updates = entries.flatMap(updateOf);
  return updates.length * 2 >= entries.length && isStamp(updates, capturedAt);
}

const updateOf = ({ updated }: FeedEntry) => (updated ? [Date.parse(updated.instant)] : []);

function detailsOf(entry: FeedEntry, { format }: Feed, isStamped: boolean) {
  const fingerprint = () => entryFingerprint(entry, ...(isStamped ? [''] : []));
  return {
    // A page says a headline now in full and now in part, as its blocks come and go: no reason to fetch the article again.
    ...(format === 'page' ? {} : { entryHash: Buffer.from(fingerprint(), 'hex') }),
    entry: hintOf(entry),
    ...(entry.categories.length > 0 ? { categories: categoriesOf(entry) } : {}),
  };
}

const guidOf = (page: Fetched, { basis, key }: EntryIdentity) =>
  basis === 'guid' ? { guidKey: scoped(page, key) } : {};

/** A guid is unique within its feed only: two feeds of one publisher may both count from 1. */
function scoped({ addressId }: Fetched, key: string): Buffer {
  return hash('sha256', `feed ${addressId} ${key}`, 'buffer').subarray(0, 16);
}

/** A fingerprint as long as those of entries. */
function dateHash(instant: number): Buffer {
  return hash('sha256', `sitemap ${instant}`, 'buffer').subarray(0, 24);
}
