import { findDate, offsetAt, type ParsedDate, parseDate } from '@nashra/dates';
import type { DateClaim } from './claims.ts';

/** The digits of a date and what is known of their zone. */
export type DateReading = Pick<DateClaim, 'local' | 'offset' | 'precision'>;

/** Reads dates the way one page writes them. */
export interface DateReader {
  /** A value that is a date and nothing else, as in an attribute. */
  declared(text: string): DateReading | null;
  /** The date in a short line that says more. */
  shown(text: string): DateReading | null;
}

const YEAR_1990 = Date.UTC(1990, 0);
const YEAR_2100 = Date.UTC(2100, 0);
const OFFSET = /(?:(Z|GMT|UTC)|(?:GMT|UTC)?\s*([+-])(\d\d):?(\d\d)?(?:\s*\(.*\))?)$/i;

/**
 * @param language BCP 47 tag of the page, which settles months of one name
 * @param zone IANA zone that settles the order of day and month
 * @param ref the moment the page was fetched; without it relative dates say nothing
 */
export function dateReader(
  language: string | null,
  zone: string,
  ref: Date | undefined,
): DateReader {
  const options = { lang: language ?? undefined, tz: zone, ref };
  const read = (parsed: ParsedDate | null, text: string): DateReading | null => {
    if (parsed === null) return null;
    const instant = Date.parse(parsed.instant);
    const offset = parsed.zone === 'explicit' ? offsetIn(text) : null;
    const local = instant + (offset ?? offsetAt(zone, instant)) * 60_000;
    if (local < YEAR_1990 || local > YEAR_2100) return null;
    return { local, offset, precision: parsed.precision };
  };
  // A byline's date is met as an element, by its class and as a line: one reading serves them all.
  const known = new Map<string, DateReading | null>();
  const once = (key: string, reading: () => DateReading | null): DateReading | null => {
    let found = known.get(key);
    if (found === undefined) {
      found = reading();
      known.set(key, found);
    }
    return found;
  };
  return {
    declared: (text) =>
      text.length < 6
        ? null
        : once(`=${text}`, () => read(parseDate(repaired(text), options), text)),
    shown: (text) => once(`~${text}`, () => read(findDate(text, options), text)),
  };
}

/** Some systems set milliseconds off with a colon. */
function repaired(text: string): string {
  return text.replace(/(:\d\d):(\d{3})(?=Z|[+-]\d|$)/, '$1.$2');
}

/** Minutes east of UTC written at the end of a date; 0 where the zone has a name. */
function offsetIn(text: string): number {
  const m = OFFSET.exec(text.trim());
  if (!m?.[3]) return 0;
  const minutes = Number(m[3]) * 60 + Number(m[4] ?? 0);
  return m[2] === '-' ? -minutes : minutes;
}
