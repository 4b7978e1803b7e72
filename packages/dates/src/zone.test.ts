import { describe, expect, it } from 'vitest';
import { dayMs, toGregorian } from './civil.ts';
import { parseDate } from './parse-date.ts';
import { instantOf, isZone, offsetAt } from './zone.ts';

describe('zones', () => {
  it('knows Morocco’s hour in Ramadan', () => {
    expect(offsetAt('Africa/Casablanca', Date.UTC(2024, 2, 9))).toBe(60);
    expect(offsetAt('Africa/Casablanca', Date.UTC(2024, 2, 11))).toBe(0);
  });

  it('turns a wall clock into an instant on both sides of a change', () => {
    const wall = (hour: number) => instantOf(Date.UTC(2024, 2, 31, hour), 'Europe/Paris');
    expect(wall(1)).toBe(Date.UTC(2024, 2, 31, 0));
    expect(wall(3)).toBe(Date.UTC(2024, 2, 31, 1));
  });

  it('counts an unknown zone as UTC, so that a mistake in a catalog loses no article', () => {
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(instantOf(0, 'Mars/Olympus')).toBe(0);
  });
});

describe('zones by name', () => {
  it.each([
    ['Fri, 27 Nov 2026 10:00:00 Africa/Tunis', '2026-11-27T09:00:00Z'],
    ['27 Nov 2026 10:00 America/New_York', '2026-11-27T15:00:00Z'],
    ['27/11/2026 10:00 (America/Argentina/Buenos_Aires)', '2026-11-27T13:00:00Z'],
    ['2026-11-27T10:00:00[Europe/Paris]', '2026-11-27T09:00:00Z'],
    ['Fri, 27 Nov 2026 10:00:00 +0200 Europe/Paris', '2026-11-27T08:00:00Z'],
  ])('stand behind a time: %s', (text, instant) => {
    expect(parseDate(text)).toMatchObject({ instant, zone: 'explicit' });
  });

  it('are no words with a slash', () => {
    expect(parseDate('27 Nov 2026 10:00 Sport/Foot')).toBeNull();
  });
});

describe('calendars', () => {
  it('refuses days that do not exist', () => {
    expect(dayMs({ year: 2023, month: 2, day: 29 })).toBeUndefined();
    expect(dayMs({ year: 2024, month: 2, day: 29 })).toBe(Date.UTC(2024, 1, 29));
    expect(toGregorian('hijri', { year: 1446, month: 2, day: 31 })).toBeUndefined();
  });

  it('agrees with the runtime on every tenth day of a century', () => {
    for (const [calendar, intl] of [
      ['hijri', 'islamic-umalqura'],
      ['jalali', 'persian'],
    ] as const) {
      const format = new Intl.DateTimeFormat(`en-u-ca-${intl}-nu-latn`, {
        timeZone: 'UTC',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      });
      for (let ms = Date.UTC(1950, 0, 1); ms < Date.UTC(2050, 0, 1); ms += 864_000_000) {
        const parts = Object.fromEntries(
          format.formatToParts(ms).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
        );
        const date = {
          year: parts['year'] ?? 0,
          month: parts['month'] ?? 0,
          day: parts['day'] ?? 0,
        };
        expect(dayMs(toGregorian(calendar, date) ?? date)).toBe(ms);
      }
    }
  });
});
