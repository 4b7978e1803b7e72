const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const offsets = new Map<string, number>();
const CACHED_OFFSETS = 20_000;
/** Offsets change on whole quarters of an hour. */
const QUARTER_MS = 900_000;

function formatFor(tz: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(tz)) {
    let format: Intl.DateTimeFormat | undefined;
    try {
      format = new Intl.DateTimeFormat('en', { timeZone: tz, timeZoneName: 'longOffset' });
    } catch {
      // An unknown zone counts as UTC: a catalog's mistake must not lose the article.
    }
    if (formats.size > 1000) formats.clear();
    formats.set(tz, format);
  }
  return formats.get(tz);
}

/** Whether `tz` is a zone the runtime knows. */
export function isZone(tz: string): boolean {
  return formatFor(tz) !== undefined;
}

/** Minutes east of UTC that hold in an IANA zone at an instant; 0 for an unknown zone. */
export function offsetAt(tz: string, ms: number): number {
  if (tz === 'UTC') return 0;
  const quarter = Math.floor(ms / QUARTER_MS);
  const key = `${tz}|${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const text = formatFor(tz)?.format(quarter * QUARTER_MS) ?? '';
  const match = /GMT([+-\u2212])(\d\d):(\d\d)/.exec(text);
  const minutes = match ? Number(match[2]) * 60 + Number(match[3]) : 0;
  const offset = match && match[1] !== '+' ? -minutes : minutes;
  if (offsets.size > CACHED_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** The instant at which a zone's wall clock shows `wallMs` (its digits read as UTC). */
export function instantOf(wallMs: number, tz: string): number {
  const first = offsetAt(tz, wallMs - offsetAt(tz, wallMs) * 60_000);
  const instant = wallMs - first * 60_000;
  // Around a change of the clock the second look is the true one, if it stays consistent.
  const second = offsetAt(tz, instant);
  return second === first ? instant : wallMs - Math.min(first, second) * 60_000;
}

/** Languages written in one zone only, for texts whose publisher's zone nobody knows. */
const ZONE_OF_LANGUAGE: ReadonlyMap<string, string> = new Map([
  ['ko', 'Asia/Seoul'],
  ['ja', 'Asia/Tokyo'],
]);

export function zoneOfLanguage(lang: string | undefined): string | undefined {
  return lang ? ZONE_OF_LANGUAGE.get(lang) : undefined;
}
