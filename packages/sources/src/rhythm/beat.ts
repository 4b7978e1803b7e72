import { FASTEST, FASTEST_MS } from './next-poll.ts';
import { busyness, type Rhythm, usualRate } from './rhythm.ts';

/** Who takes up another's story does so within about this time. */
export const BEAT_HOURS = 2;
/** However quiet a feed is, one that might speak is not asked as if it had never spoken. */
const LEAST_PER_HOUR = 0.05;

/** A feed of a publisher that may be about to tell what others have just told. Instants are epoch ms. */
export interface BeatFacts {
  readonly polledAt: number;
  readonly plannedAt: number;
  readonly intervalMs: number;
  /** What its own week makes likely now. */
  readonly rhythm: Rhythm;
  /** Entries more, that what others have told makes likely within the time of a beat. */
  readonly expected: number;
}

/**
 * When a feed is asked instead, since others have told what its publisher is wont to tell too; null for no sooner than planned. The
 * way that is left is gone faster by the square-root law. It hastens only, and never beyond what a feed is asked at the
 * most by itself.
 */
export function hastenedAt(
  { polledAt, plannedAt, intervalMs, rhythm, expected }: BeatFacts,
  now: number,
): number | null {
  if (intervalMs < FASTEST_MS || expected <= 0) return null;
  const usual = Math.max(usualRate(rhythm, now) * busyness(rhythm), LEAST_PER_HOUR);
  const speed = Math.sqrt((usual + expected / BEAT_HOURS) / usual);
  const earliest = polledAt + Math.max(FASTEST_MS, intervalMs / FASTEST);
  const at = Math.max(now + (plannedAt - now) / speed, earliest, now);
  return plannedAt - at >= FASTEST_MS / 2 ? at : null;
}
