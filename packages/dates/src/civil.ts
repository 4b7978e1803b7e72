import type { Calendar, Civil } from './types.ts';

const DAY_MS = 86_400_000;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (MONTH_DAYS[month - 1] as number);
}

/**
 * Midnight UTC of a Gregorian date in epoch milliseconds, or undefined when there is no such day.
 * Year 1 is none either: it is how Go and .NET write "no time at all".
 */
export function dayMs({ year, month, day }: Civil): number | undefined {
  if (!(year > 1 && year <= 9999 && month >= 1 && month <= 12)) return undefined;
  if (!(day >= 1 && day <= daysInMonth(year, month))) return undefined;
  if (year >= 100) return Date.UTC(year, month - 1, day);
  // Date.UTC takes years below 100 for 1900 and later; 400 years are a whole number of days.
  return Date.UTC(year + 400, month - 1, day) - 146_097 * DAY_MS;
}

/** The Gregorian date of an instant as read at `offset` minutes east of UTC. */
export function civilAt(ms: number, offset: number): Civil {
  const date = new Date(ms + offset * 60_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

interface Arithmetic {
  readonly intl: string;
  /** Day 1 of year 1, in epoch days, and the mean length of a year. */
  readonly epochDay: number;
  readonly yearDays: number;
  readonly monthDays: number;
}

/** Umm al-Qura as Saudi Arabia publishes it; the Solar Hijri calendar of Iran. */
const ARITHMETIC: Readonly<Record<Exclude<Calendar, 'gregorian'>, Arithmetic>> = {
  hijri: { intl: 'islamic-umalqura', epochDay: -492_148, yearDays: 354.36707, monthDays: 29.5306 },
  jalali: { intl: 'persian', epochDay: -492_268, yearDays: 365.24219, monthDays: 30.5 },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function readIn(intl: string, ms: number): Civil {
  let format = formats.get(intl);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${intl}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(intl, format);
  }
  const civil = { year: 0, month: 0, day: 0 };
  for (const { type, value } of format.formatToParts(ms)) {
    if (type === 'year' || type === 'month' || type === 'day')
      civil[type] = Number.parseInt(value, 10);
  }
  return civil;
}

/** A date of another calendar in the Gregorian one, or undefined when there is no such day. */
export function toGregorian(calendar: Calendar, date: Civil): Civil | undefined {
  if (calendar === 'gregorian') return dayMs(date) === undefined ? undefined : date;
  const { intl, epochDay, yearDays, monthDays } = ARITHMETIC[calendar];
  if (date.year < 1200 || date.year > 1600 || date.month < 1 || date.month > 12) return undefined;
  if (date.day < 1 || date.day > 31) return undefined;
  const guess =
    epochDay + (date.year - 1) * yearDays + (date.month - 1) * monthDays + (date.day - 1);
  let ms = Math.round(guess) * DAY_MS;
  for (let step = 0; step < 4; step++) {
    const got = readIn(intl, ms);
    const off =
      Math.round((date.year - got.year) * yearDays + (date.month - got.month) * monthDays) +
      (date.day - got.day);
    if (off === 0) {
      const exact = got.year === date.year && got.month === date.month && got.day === date.day;
      return exact ? civilAt(ms, 0) : undefined;
    }
    ms += off * DAY_MS;
  }
  return undefined;
}
