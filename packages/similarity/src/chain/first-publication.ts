import { type Habit, isMidnight, type Precision } from './habit.ts';

export interface Dated {
  /** As the page states it; null where it states nothing. Milliseconds since 1970. */
  readonly publishedAt: number | null;
  readonly precision: Precision | null;
  /** By the clock of the database, which nobody else sets. */
  readonly firstSeenAt: number;
  /** What the publisher's zone is ahead of UTC. */
  readonly zoneMs?: number;
}

/** Why a statement of time is not taken as it stands. */
export type Doubt =
  | 'none_stated'
  | 'future'
  | 'midnight'
  | 'day_only'
  | 'too_early'
  | 'skewed'
  | 'approximate';

/** When a text was first published: what is likely, and what is possible. */
export interface FirstPublication {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly doubts: readonly Doubt[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Clocks of honest servers differ by so much. */
const SKEW = 2 * MINUTE;
/** Longer before it was seen, and before anybody else had it, nobody was out: an old date on a new text. */
const TOO_EARLY = 2 * DAY;

/**
 * Weighs what a page states against when it was seen: it was out when it was seen, its publisher's clock is wrong
 * as it always is, and a day is a day long.
 * @param othersSeenAt when the first of the other versions was seen; null for a story told once
 */
export function firstPublication(
  { publishedAt, precision, firstSeenAt, zoneMs = 0 }: Dated,
  habit: Habit,
  othersSeenAt: number | null,
): FirstPublication {
  const seen = Math.max(0, firstSeenAt - habit.lagMs);
  const bySight = (doubts: readonly Doubt[]): FirstPublication => ({
    at: seen,
    from: Math.max(0, firstSeenAt - DAY),
    to: firstSeenAt,
    doubts,
  });
  if (publishedAt === null || precision === null) return bySight(['none_stated']);
  const skewed: readonly Doubt[] = habit.skewMs === 0 ? [] : ['skewed'];
  const isDay = precision === 'day' || isMidnight(publishedAt, zoneMs);
  if (isDay) {
    const doubt: Doubt = precision === 'day' ? 'day_only' : 'midnight';
    if (publishedAt > firstSeenAt) return bySight([doubt, 'future']);
    const end = publishedAt + DAY - 1;
    if (isTooEarly(end, firstSeenAt, othersSeenAt)) return bySight([doubt, 'too_early']);
    const to = Math.min(end, firstSeenAt);
    return { at: clamp(seen, publishedAt, to), from: publishedAt, to, doubts: [doubt] };
  }
  const stated = publishedAt - habit.skewMs;
  if (stated > firstSeenAt + SKEW) return bySight([...skewed, 'future']);
  if (isTooEarly(stated, firstSeenAt, othersSeenAt)) return bySight([...skewed, 'too_early']);
  const slack = precision === 'approx' ? 30 * MINUTE : skewed.length > 0 ? 15 * MINUTE : SKEW;
  return {
    at: Math.min(stated, firstSeenAt),
    from: stated - slack,
    to: Math.min(stated + slack, firstSeenAt),
    doubts: precision === 'approx' ? [...skewed, 'approximate'] : skewed,
  };
}

function isTooEarly(at: number, seenAt: number, othersSeenAt: number | null): boolean {
  return othersSeenAt !== null && at < Math.min(seenAt, othersSeenAt) - TOO_EARLY;
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
