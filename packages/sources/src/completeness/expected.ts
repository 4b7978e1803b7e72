import { at, HOUR_MS, HOURS, hourEnd, type Rhythm, usualRate } from '../rhythm/rhythm.ts';

/** A learned week is believed after so many hours of polls. */
const LEAST_HOURS = 72;
const LONGEST_MS = 48 * HOUR_MS;

/** Entries that a feed's learned week makes likely between two instants (epoch ms); null while it is not known well enough. */
export function expectedBetween(rhythm: Rhythm, from: number, to: number): number | null {
  if (at(rhythm, HOURS) < LEAST_HOURS) return null;
  let expected = 0;
  for (let now = Math.max(from, to - LONGEST_MS); now < to; ) {
    const end = Math.min(hourEnd(now), to);
    expected += (usualRate(rhythm, now) * (end - now)) / HOUR_MS;
    now = end;
  }
  return expected;
}
