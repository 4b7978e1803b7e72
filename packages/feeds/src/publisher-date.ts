import { clampToNow, parseDate } from '@nashra/dates';
import type { FeedDate } from './feed.ts';

/** How a publisher's dates are to be understood. */
export interface DateHabits {
  language: string | null;
  timeZone: string | null;
  now: Date | null;
}

/** A date as the publisher wrote it, with its words as evidence; never later than now, where now is known. */
export function publisherDate(
  text: string,
  { language, timeZone, now }: DateHabits,
): FeedDate | null {
  const read = parseDate(text, {
    ...(language !== null && { lang: language }),
    ...(timeZone !== null && { tz: timeZone }),
    ...(now !== null && { ref: now }),
  });
  // What a counter says that was never set.
  if (read === null || Date.parse(read.instant) === 0) return null;
  const { instant, precision, confidence } = now === null ? read : clampToNow(read, now);
  return { instant, precision, confidence, zone: read.zone, text };
}
