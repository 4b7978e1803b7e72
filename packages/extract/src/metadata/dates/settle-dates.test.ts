import { describe, expect, it } from 'vitest';
import type { DateClaim } from './claims.ts';
import { type DateContext, settleDates } from './settle-dates.ts';

const context: DateContext = { zone: null, likelyZone: 'Africa/Cairo', now: Date.UTC(2024, 5, 1) };
const claim = (digits: string, more: Partial<DateClaim> = {}): DateClaim => ({
  local: Date.parse(`${digits}Z`),
  offset: null,
  precision: 'minute',
  source: 'meta',
  what: 'published',
  rank: 2,
  ...more,
});
const published = (claims: readonly DateClaim[], more: Partial<DateContext> = {}) =>
  settleDates(claims, { ...context, ...more }).published;

describe('settleDates', () => {
  it('keeps a declared zone', () => {
    expect(published([claim('2024-05-02T10:00', { offset: 60 })])?.instant).toBe(
      '2024-05-02T10:00:00+01:00',
    );
  });

  it('reads a time without a zone in the publisher’s', () => {
    const date = published([claim('2024-05-02T10:00')], { zone: 'Africa/Casablanca' });
    expect(date?.instant).toBe('2024-05-02T10:00:00+01:00');
  });

  it('catches a «Z» that the readers’ clock gives the lie', () => {
    const date = published([
      claim('2024-05-02T10:00', { offset: 0 }),
      claim('2024-05-02T10:00', { source: 'visible', rank: 6 }),
    ]);
    expect(date?.instant).toBe('2024-05-02T10:00:00+03:00');
  });

  it('has a day without a year in the year of the address', () => {
    const shown = claim('2024-05-18T18:00', { source: 'visible', rank: 6 });
    const address = { precision: 'day', source: 'address', rank: 7 } as const;
    const in2014 = published([shown, claim('2014-05-18T00:00', address)]);
    expect(in2014?.instant).toMatch(/^2014-05-18T18:00/);
    const other = published([shown, claim('2014-05-19T00:00', address)]);
    expect(other?.instant).toMatch(/^2024-05-18/);
  });

  it('takes the earlier day of the address when readers see none: the site has moved since', () => {
    const moved = claim('2024-05-02T10:00', { offset: 0 });
    const address = { precision: 'day', source: 'address', rank: 7 } as const;
    const shown = claim('2024-05-02T10:00', { source: 'visible', rank: 6 });
    expect(published([moved, claim('2017-07-12T00:00', address)])?.instant.slice(0, 10)).toBe(
      '2017-07-12',
    );
    expect(published([moved, shown, claim('2017-07-12T00:00', address)])?.source).toBe('meta');
    expect(published([moved, claim('2024-05-09T00:00', address)])?.source).toBe('meta');
  });

  it('believes a «Z» when the readers’ clock shows another time', () => {
    const date = published([
      claim('2024-05-02T10:00', { offset: 0 }),
      claim('2024-05-02T13:00', { source: 'visible', rank: 6 }),
    ]);
    expect(date?.instant).toBe('2024-05-02T13:00:00+03:00');
  });

  it('lets another declared offset of the same digits correct a «Z»', () => {
    const date = published([
      claim('2024-05-02T10:00', { offset: 0, rank: 1, source: 'json-ld' }),
      claim('2024-05-02T10:00', { offset: 120 }),
    ]);
    expect(date?.instant).toBe('2024-05-02T10:00:00+02:00');
  });

  it('takes the time of day from a finer claim of the same day, if its zone is known', () => {
    const claims = [
      claim('2024-05-02T00:00', { precision: 'day', rank: 1 }),
      claim('2024-05-02T09:30', { source: 'visible', rank: 6 }),
    ];
    expect(published(claims)).toMatchObject({ precision: 'day' });
    expect(published(claims, { zone: 'Africa/Cairo' })).toMatchObject({
      instant: '2024-05-02T09:30:00+03:00',
      precision: 'minute',
    });
  });

  it('never gives a date of the future', () => {
    expect(published([claim('2024-06-02T10:00', { offset: 0 })])).toBeNull();
  });

  it('does not take a clock of the east for the future', () => {
    const date = published([claim('2024-06-01T02:00')]);
    expect(date?.instant).toBe('2024-06-01T02:00:00+03:00');
  });

  it('believes what readers see and the address say together before a declared date', () => {
    const date = published([
      claim('2024-05-30T10:00', { offset: 0 }),
      claim('2016-04-26T00:00', { precision: 'day', source: 'visible', rank: 6 }),
      claim('2016-04-26T00:00', { precision: 'day', source: 'address', rank: 7 }),
    ]);
    expect(date).toMatchObject({ instant: '2016-04-26T00:00:00Z', precision: 'day' });
  });

  it('is surer when several places agree', () => {
    const alone = published([claim('2024-05-02T10:00', { offset: 0 })]);
    const backed = published([
      claim('2024-05-02T10:00', { offset: 0 }),
      claim('2024-05-02T00:00', { precision: 'day', source: 'address', rank: 7 }),
    ]);
    expect(backed?.confidence).toBeGreaterThan(alone?.confidence ?? 1);
  });

  it('falls back on the modification, less sure', () => {
    const date = published([claim('2024-05-02T10:00', { offset: 0, what: 'modified' })]);
    expect(date?.confidence).toBeLessThan(0.6);
  });
});
