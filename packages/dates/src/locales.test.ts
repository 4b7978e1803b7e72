import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

/** Locales whose every style of date the runtime's own CLDR data writes and this package reads. */
const LOCALES = (
  'en-GB fr fr-CA es ar ar-MA ar-DZ ar-TN ar-EG ar-AE ar-LB ar-IQ ar-SA de de-AT pt pt-PT it nl tr nb sv fi pl cs hu ro ' +
  'bg uk ru el id sw zh ja fa'
).split(' ');
const STYLES = ['full', 'long', 'medium', 'short'] as const;
const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

describe.each(LOCALES)('%s', (locale) => {
  const lang = locale.slice(0, 2);

  it('reads every month in every style, with and without a time', () => {
    for (const dateStyle of STYLES) {
      const day = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
      const minute = new Intl.DateTimeFormat(locale, {
        dateStyle,
        timeStyle: 'short',
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month++) {
        for (const [date, hour] of [
          [3, 9],
          [14, 15],
          [21, 12],
          [28, 0],
        ] as const) {
          const ms = Date.UTC(2023, month, date, hour, 20);
          const read = (text: string) => [text, parseDate(text, { lang, tz: 'UTC' })?.instant];
          const [dayText, minuteText] = [day.format(ms), minute.format(ms)];
          expect(read(dayText)).toEqual([dayText, iso(Date.UTC(2023, month, date))]);
          expect(read(minuteText)).toEqual([minuteText, iso(ms)]);
        }
      }
    }
  });

  it('reads spans of time', () => {
    const format = new Intl.RelativeTimeFormat(lang);
    const ref = Date.UTC(2024, 11, 23, 12);
    for (const unit of Object.keys(UNITS) as (keyof typeof UNITS)[]) {
      for (const count of [2, 3, 5, 11]) {
        const text = format.format(-count, unit);
        const got = parseDate(text, { lang, tz: 'UTC', ref: new Date(ref) })?.instant;
        expect([text, got]).toEqual([text, iso(ref - count * UNITS[unit])]);
      }
    }
  });
});

function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
