import type { DateEvidence, DateSource } from '../../types.ts';

/** What one place of the page says about a date. */
export interface DateClaim {
  readonly source: DateSource;
  readonly what: 'published' | 'modified';
  readonly local: number;
  readonly offset: number | null;
  readonly precision: DateEvidence['precision'];
  /** Smaller is asked first. */
  readonly rank: number;
}

/** Two clocks of one event differ by zones and by the minutes of a publishing system. */
export const DAY_MS = 86_400_000;

/** True when two claims can mean one day, whatever their zones. */
export function sameDay(a: DateClaim, b: DateClaim): boolean {
  const exact = (claim: DateClaim): boolean =>
    claim.precision !== 'day' && claim.precision !== 'approx';
  if (exact(a) && exact(b) && a.offset !== null && b.offset !== null) {
    const apart = Math.abs(a.local - a.offset * 60_000 - (b.local - b.offset * 60_000));
    if (apart < DAY_MS / 2) return true;
  }
  return dayOf(a.local) === dayOf(b.local);
}

/** True when two claims are within a day and a bit of one another. */
export function nearDay(a: DateClaim, b: DateClaim): boolean {
  return Math.abs(dayOf(a.local) - dayOf(b.local)) <= 1;
}

/** The number of the calendar day of local digits. */
export function dayOf(local: number): number {
  return Math.floor(local / DAY_MS);
}

/** Whether the digits carry a time of day; midnight sharp is how systems write «no time». */
export function hasTime(claim: DateClaim): boolean {
  if (claim.precision !== 'second' && claim.precision !== 'minute') return false;
  return claim.local % DAY_MS !== 0;
}
