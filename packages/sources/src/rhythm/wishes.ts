import { dayOf, HOUR_MS, hourEnd, hourOf } from './rhythm.ts';

/** What a publisher asks of those who poll. */
export interface Wishes {
  /** How long the last answer is fresh from now on (Cache-Control, Expires). */
  readonly freshMs: number;
  /** Between two polls: `ttl`, or `sy:updatePeriod`. */
  readonly wishMs: number;
  /** Hours of the day (0 to 23, UTC) and days of the week (0 is Sunday) in which nobody is to ask. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

export const NO_WISHES: Wishes = { freshMs: 0, wishMs: 0, skipHours: [], skipDays: [] };

/** However much is to be skipped, a feed is asked once a day. */
const LONGEST_SKIP_HOURS = 24;

/** The first instant from `at` on that is not to be skipped (RSS 2.0 `skipHours`, `skipDays`). */
export function afterSkipped({ skipHours, skipDays }: Wishes, at: number): number {
  if (skipHours.length === 0 && skipDays.length === 0) return at;
  let next = at;
  for (let hour = 0; hour < LONGEST_SKIP_HOURS; hour += 1) {
    if (!skipHours.includes(hourOf(next)) && !skipDays.includes(dayOf(next))) return next;
    next = hourEnd(next);
  }
  return at + LONGEST_SKIP_HOURS * HOUR_MS;
}
