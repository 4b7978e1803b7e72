import type { NearbyLine } from '../nearby-lines.ts';
import type { SiteNames } from '../title/site-name.ts';
import { isNamed } from './given-names.ts';
import { ARABIC } from './line-forms.ts';
import { isPerson } from './who.ts';

/** Lines right under the headline among which the house may stand beside who signs. */
const HOUSE_LINES = 4;
const HOUSE_LINE = 80;
/** The day beside them. */
const DIGIT = /[\d٠-٩]/;
const HOUSE_MARK = /\s*[|•·/:،]\s*|\s+[–—-]\s+/u;

/** «Le Courrier – Jane Doe»: who stands beside the house's name, and nothing but the day. */
function besideHouse(text: string, site: SiteNames): string {
  const written = text.length > HOUSE_LINE ? [] : text.split(HOUSE_MARK);
  const parts = written.filter((part) => !DIGIT.test(part));
  if (parts.length !== 2) return '';
  const [who = '', ...more] = parts.filter((part) => !site.has(part));
  if (more.length > 0) return '';
  const isDated = parts.length < written.length && !ARABIC.test(who);
  return isNamed(who) || (isDated && isPerson(who)) ? who : '';
}

/** Who stands in a line right under the headline beside the house's name. */
export function* besideHouses(lines: readonly NearbyLine[], site: SiteNames): Generator<string> {
  for (const { text, distance } of lines) {
    const who = distance > 0 && distance <= HOUSE_LINES ? besideHouse(text, site) : '';
    if (who !== '') yield who;
  }
}
