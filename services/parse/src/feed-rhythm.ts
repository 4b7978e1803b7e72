import type { FeedWishes } from '@nashra/db';
import type { Feed } from '@nashra/feeds';
import type { Listing } from './ports.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** «Hourly» stands in every feed of WordPress, whatever the publisher does. */
const NOBODYS_WISH = 60;
const LONGEST_MS = 7 * 86_400_000;
/** Entries that are all as young as this bear the time of the document, not their own. */
const SHORTEST_SPAN_MS = 30 * 60_000;

/** What a feed asks of those who poll it, null where that is nothing. */
export function wishesOf(
  feed: Pick<Feed, 'ttlMinutes' | 'syndicationMinutes' | 'skipHours' | 'skipDays'>,
): FeedWishes | null {
  const period = feed.syndicationMinutes ?? 0;
  const minutes = Math.max(feed.ttlMinutes ?? 0, period === NOBODYS_WISH ? 0 : period);
  const wishMs = Math.min(minutes * 60_000, LONGEST_MS);
  const skipHours = [...new Set(feed.skipHours)];
  const skipDays = feed.skipDays.map((day) => DAYS.indexOf(day)).filter((day) => day >= 0);
  if (wishMs === 0 && skipHours.length === 0 && skipDays.length === 0) return null;
  return { wishMs, skipHours, skipDays: [...new Set(skipDays)] };
}

/** How many of its entries say when they are from, and since when. */
export function datedOf({ entries }: Pick<Feed, 'entries'>, now: Date): Listing['dated'] {
  const instants = entries.flatMap(({ published, updated }) => {
    const at = Date.parse((published ?? updated)?.instant ?? '');
    return at <= now.getTime() ? [at] : [];
  });
  if (instants.length < 2) return undefined;
  const spanMs = now.getTime() - Math.min(...instants);
  return spanMs < SHORTEST_SPAN_MS ? undefined : { entries: instants.length, spanMs };
}
