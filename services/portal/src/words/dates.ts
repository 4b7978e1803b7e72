import type { Tongue } from './words.ts';

/** A day and a time as clocks on a wall in that zone show them. */
export interface WallTime {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** HH:MM. */
  readonly time: string;
}

/** Whether it is the name of a zone that clocks can be set by. */
export function isTimeZone(name: string): boolean {
  try {
    wallTime(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a zone that nobody knows */
export function wallTime(at: Date, timeZone: string): WallTime {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map((it) => [it.type, it.value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return { year, month, day, time: `${hour}:${minute}` };
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** How far clocks of that zone are from UTC then: «UTC+1». */
export function offsetOf(at: Date, timeZone: string): string {
  const reading =
    offsets.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' });
  offsets.set(timeZone, reading);
  const name = reading.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', 'UTC');
}

/** The day as the article's line has it: «26 - 04 - 2016» in Arabic. */
export function dayText({ day, month, year }: WallTime, tongue: Tongue): string {
  const between = tongue === 'ar' ? ' - ' : '/';
  return [day, month, year].join(between);
}

/** With the months' names of Morocco in Arabic; digits are European, as its press writes them. */
const LOCALES: Readonly<Record<Tongue, string>> = { ar: 'ar-MA', fr: 'fr-FR', en: 'en-GB' };

/** What writes names in a language: dear to make, cheap to use. */
function namesIn(locale: string) {
  const month = {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    numberingSystem: 'latn',
  } as const;
  return {
    months: new Intl.DateTimeFormat(locale, month),
    days: new Intl.DateTimeFormat(locale, { ...month, weekday: 'long', day: 'numeric' }),
    countries: new Intl.DisplayNames(locale, { type: 'region' }),
  };
}

const NAMES = { ar: namesIn(LOCALES.ar), fr: namesIn(LOCALES.fr), en: namesIn(LOCALES.en) };

/** The name of a day (`2026-03-01`) or a month (`2026-03`). */
export function calendarName(key: string, tongue: Tongue): string {
  const isMonth = key.length === 7;
  const { months, days } = NAMES[tongue];
  return (isMonth ? months : days).format(new Date(`${isMonth ? `${key}-01` : key}T00:00:00Z`));
}

/** The name of a country, by its ISO 3166 code. */
export function countryName(code: string, tongue: Tongue): string {
  return NAMES[tongue].countries.of(code.toUpperCase()) ?? code;
}
