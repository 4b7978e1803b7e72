import type { NearbyLine } from '../nearby-lines.ts';
import type { SiteNames } from '../title/site-name.ts';
import { isNamed } from './given-names.ts';

/** Lines right under the headline among which the house may stand beside who signs. */
const HOUSE_LINES = 4;
const HOUSE_LINE = 80;
const HOUSE_MARK = /\s*[|•·/:،]\s*|\s+[–—-]\s+/u;

/** «Le Courrier – Jane Doe»: who stands beside the house's name, and nothing else. */
function besideHouse(text: string, site: SiteNames): string {
  const parts = text.length > HOUSE_LINE ? [] : text.split(HOUSE_MARK);
  if (parts.length !== 2) return '';
  const [who = '', ...more] = parts.filter((part) => !site.has(part));
  return more.length === 0 && isNamed(who) ? who : '';
}

/** Who stands in a line right under the headline beside the house's name. */
export function* besideHouses(lines: readonly NearbyLine[], site: SiteNames): Generator<string> {
  for (const { text, distance } of lines)
    if (distance > 0 && distance <= HOUSE_LINES && text.length > 0) yield besideHouse(text, site);
}
