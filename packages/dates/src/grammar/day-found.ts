import { dayMs } from '../civil.ts';
import type { Calendar, Civil } from '../types.ts';
import type { MonthRole } from '../words/roles.ts';

export interface DayFound {
  /** In the Gregorian calendar. */
  readonly date: Civil;
  readonly calendar: Calendar;
  readonly pattern: 'named' | 'numeric' | 'yearless';
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

export interface DayContext {
  readonly lang: string | undefined;
  readonly tz: string | undefined;
  /** The calendar that a bare year of the 14th or 15th century means. */
  readonly oldYears: 'hijri' | 'jalali';
  /** The day of reading; needed for dates without a year. */
  readonly today: Civil | undefined;
  /** The first weekday the text names, from Sunday on. */
  readonly weekday: number | undefined;
  /** Token indices that times have taken. */
  readonly taken: Uint8Array;
}

const DAY_MS = 86_400_000;
/** Years back in which a named weekday is looked for: it returns to a date after five or six. */
const WEEKDAY_YEARS = 6;

/** The latest year that puts the day before the time of reading and, where one is named, on its weekday. */
export function yearless(
  { month, calendar }: MonthRole,
  day: number,
  start: number,
  end: number,
  { today, weekday }: DayContext,
): DayFound | undefined {
  if (!today || calendar !== 'gregorian') return undefined;
  const latest = (dayMs(today) as number) + 2 * DAY_MS;
  let found: DayFound | undefined;
  for (let year = today.year + 1; year >= today.year - WEEKDAY_YEARS; year--) {
    const date = { year, month, day };
    const ms = dayMs(date);
    if (ms === undefined || ms > latest) continue;
    const onDay = weekday === undefined || new Date(ms).getUTCDay() === weekday;
    const confidence = onDay ? 0.6 : 0.4;
    if (onDay) return { date, calendar, pattern: 'yearless', start, end, confidence };
    found ??= { date, calendar, pattern: 'yearless', start, end, confidence };
  }
  return found;
}
