/** How exactly a publication is stated. */
export type Precision = 'second' | 'minute' | 'day' | 'approx';

/** What an earlier article said of itself, and when it was first seen here. Milliseconds since 1970. */
export interface Past {
  readonly publishedAt: number;
  readonly precision: Precision;
  readonly firstSeenAt: number;
}

/** How a publisher's statements of time relate to the clock of the database. */
export interface Habit {
  /** How far its clock or zone is ahead (below 0: behind); to be taken from what it states. */
  readonly skewMs: number;
  /** How long its articles are out before they are seen here, mostly. */
  readonly lagMs: number;
  /** Whether the time of day is mostly midnight, which says nothing. */
  readonly saysMidnight: boolean;
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 86_400_000;
/** With fewer articles a publisher's habits are unknown. */
const MIN_PAST = 5;
/** Up to here a lag may be that of a feed read every now and then. */
const USUAL_LAG = 45 * MINUTE;
const UNKNOWN: Habit = { skewMs: 0, lagMs: 0, saysMidnight: false };

export const isMidnight = (at: number, zoneMs = 0): boolean => (at + zoneMs) % DAY === 0;

/**
 * Learns from a publisher's own articles how its clock is wrong: seen here before they were published by its
 * clock, it runs ahead; each seen later by hours and the same hours, it runs behind, or states another zone.
 */
export function habitOf(past: readonly Past[], zoneMs = 0): Habit {
  const timed = past.filter(({ precision }) => precision === 'second' || precision === 'minute');
  const midnights = timed.filter(({ publishedAt }) => isMidnight(publishedAt, zoneMs));
  if (timed.length >= MIN_PAST && midnights.length > timed.length / 2)
    return { ...UNKNOWN, saysMidnight: true };
  const lags = timed
    .filter((it) => !midnights.includes(it))
    .map(({ publishedAt, firstSeenAt }) => firstSeenAt - publishedAt)
    .sort((a, b) => a - b);
  if (lags.length < MIN_PAST) return UNKNOWN;
  // The least lags are those of articles seen at once; single lies lie below them.
  const least = lags[Math.floor(lags.length * 0.15)] as number;
  const middle = lags[lags.length >> 1] as number;
  const skewMs = skewOf(least);
  return { skewMs, lagMs: Math.max(0, Math.min(middle + skewMs, DAY)), saysMidnight: false };
}

/** A lag no feed has: below nothing, or of hours. Zones differ by quarters of an hour, clocks by anything. */
function skewOf(least: number): number {
  if (least >= 0 && least <= USUAL_LAG) return 0;
  const quarters = Math.floor(least / QUARTER) * QUARTER;
  if (least > 0) return -quarters;
  return -least <= 10 * MINUTE ? -least : -quarters;
}
