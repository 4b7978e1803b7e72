import type { DateEvidence, Page } from '../../types.ts';
import type { LdMain } from '../json-ld/ld-article.ts';
import type { NearbyLine } from '../nearby-lines.ts';
import type { Scan } from '../scan.ts';
import { addressDate } from './address-date.ts';
import type { DateClaim } from './claims.ts';
import { declaredDates } from './declared-dates.ts';
import { readMachineDate } from './machine-date.ts';
import { reconcile } from './reconcile.ts';
import { shownDates } from './shown-dates.ts';
import { visibleReader } from './visible-date.ts';
import { zoneOfHost } from './zone.ts';

/** Publication and modification time, from everything on the page that tells them. */
export function readDates(
  page: Page,
  scan: Scan,
  main: LdMain | null,
  headline: number,
  lines: readonly NearbyLine[],
): { published: DateEvidence | null; modified: DateEvidence | null } {
  const { options, tree, url } = page;
  const now = options.now ?? new Date();
  const claims: DateClaim[] = declaredDates(scan, main);
  claims.push(...shownDates(tree, scan, headline, lines, visibleReader()));
  const address = addressDate(url);
  if (address !== null) claims.push(address);
  const feed = readMachineDate(options.feedEntry?.publishedAt ?? '');
  if (feed !== null) claims.push({ ...feed, what: 'published', source: 'feed', rank: 3.8 });
  return reconcile(claims, {
    zone: options.publisher?.timeZone ?? null,
    likelyZone: zoneOfHost(URL.parse(url)?.hostname ?? ''),
    now: now.getTime(),
  });
}
