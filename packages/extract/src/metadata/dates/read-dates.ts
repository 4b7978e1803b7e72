import type { DateEvidence, Page } from '../../types.ts';
import type { LdMain } from '../json-ld/ld-article.ts';
import type { NearbyLine } from '../nearby-lines.ts';
import type { Scan } from '../scan.ts';
import { addressDate } from './address-date.ts';
import { type DateClaim, hasTime, nearDay } from './claims.ts';
import { dateReader } from './date-reader.ts';
import { declaredDates } from './declared-dates.ts';
import { hiddenDates } from './hidden-dates.ts';
import { settleDates } from './settle-dates.ts';
import { shownDates } from './shown-dates.ts';
import { zoneOfHost } from './zone.ts';

/** Publication and modification time, from everything on the page that tells them. */
export function readDates(
  page: Page,
  scan: Scan,
  main: LdMain | null,
  headline: number,
  lines: () => readonly NearbyLine[],
): { published: DateEvidence | null; modified: DateEvidence | null } {
  const { options, tree, url } = page;
  const zone = options.publisher?.timeZone ?? null;
  const likelyZone = zone ?? zoneOfHost(URL.parse(url)?.hostname ?? '');
  const reader = dateReader(page.languageHint, likelyZone ?? 'UTC', options.now);
  const claims: DateClaim[] = declaredDates(scan, main, reader);
  const address = addressDate(url);
  if (!isSettled(claims, address))
    claims.push(...shownDates(tree, scan, headline, lines(), reader, options.now));
  if (address !== null) claims.push(address);
  if (!claims.some(({ source }) => source !== 'address'))
    claims.push(...hiddenDates(tree, scan, headline, reader, options.now));
  const feed = reader.declared(options.feedEntry?.publishedAt ?? '');
  if (feed !== null) claims.push({ ...feed, what: 'published', source: 'feed', rank: 3.8 });
  return settleDates(claims, { zone, likelyZone, now: (options.now ?? new Date()).getTime() });
}

/** JSON-LD and meta agree to the minute, zone said, address not against it: no need to read on. */
function isSettled(claims: readonly DateClaim[], address: DateClaim | null): boolean {
  const [first, ...others] = claims.filter(({ what }) => what === 'published');
  if (!first?.offset || first.source !== 'json-ld' || !hasTime(first)) return false;
  if (address !== null && !nearDay(first, address)) return false;
  const twin = others.find(({ source }) => source === 'meta');
  return twin?.offset === first.offset && Math.abs(twin.local - first.local) < 60_000;
}
