import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

describe('RFC 822 and its broken forms', () => {
  it.each([
    ['Fri, 03 May 2024 10:30:00 +0100', '2024-05-03T09:30:00Z'],
    ['Fri, 03 May 2024 10:30 GMT', '2024-05-03T10:30:00Z'],
    ['2024-5-3 8:30:0', '2024-05-03T08:30:00Z'],
    ['3 May 24 10:30:00 Z', '2024-05-03T10:30:00Z'],
    ['Friday, 03 May 2024 10:30:00 WEST', '2024-05-03T09:30:00Z'],
    ['Fri,3 May 2024 10:30:00 UTC+1', '2024-05-03T09:30:00Z'],
    ['Fri, 3 May 2024 10:30:00 +01:00 (CET)', '2024-05-03T09:30:00Z'],
    ['Fri, 3 May 2024 10:30:00 GMT-0330', '2024-05-03T14:00:00Z'],
    ['Friday, 03-May-24 10:30:00 GMT', '2024-05-03T10:30:00Z'],
    ['20240503103000', '2024-05-03T10:30:00Z'],
    ['20240503103000+0100', '2024-05-03T09:30:00Z'],
    ['202405031030', '2024-05-03T10:30:00Z'],
    ['Fri May  3 10:30:00 WEST 2024', '2024-05-03T09:30:00Z'],
    ['Fri May 3 10:30:00 +0000 2024', '2024-05-03T10:30:00Z'],
    ['Fri, 03 May 2024 10:30:60 GMT', '2024-05-03T10:31:00Z'],
    ['Fri, 03 May 2024 24:00:00 GMT', '2024-05-04T00:00:00Z'],
    ['Fri, 03 May 2024 10:30:00 PM +0000', '2024-05-03T22:30:00Z'],
    ['Fri, 03 May 2024 10:30:00 ZZYT', '2024-05-03T10:30:00Z'],
    ['ven., 03 mai 2024 10:30:00 +0100', '2024-05-03T09:30:00Z'],
    ['الجمعة, 03 ماي 2024 10:30:00 +0100', '2024-05-03T09:30:00Z'],
  ])('reads %s', (text, expected) => expect(parseDate(text)?.instant).toBe(expected));
});

describe('ISO 8601', () => {
  it.each([
    ['2024-05-03T10:30:00+01:00', '2024-05-03T09:30:00Z'],
    ['2024-05-03T10:30:00.1234567Z', '2024-05-03T10:30:00Z'],
    ['2024-05-03 10:30:00 +0100', '2024-05-03T09:30:00Z'],
    ['2024-05-03T10:30+01', '2024-05-03T09:30:00Z'],
    ['20240503T103000Z', '2024-05-03T10:30:00Z'],
    ['20240503', '2024-05-03T00:00:00Z'],
    ['2024-W18-5', '2024-05-03T00:00:00Z'],
    ['2024W185', '2024-05-03T00:00:00Z'],
    ['2024-124', '2024-05-03T00:00:00Z'],
    ['24-05-03', '2024-05-03T00:00:00Z'],
    ['2024-05-03T10:30:00+01:00[Africa/Casablanca]', '2024-05-03T09:30:00Z'],
    ['2024-05-03T24:00:00Z', '2024-05-04T00:00:00Z'],
  ])('reads %s', (text, expected) => expect(parseDate(text)?.instant).toBe(expected));

  it('calls a bare month or year approximate', () => {
    expect(parseDate('2024-05')).toMatchObject({
      instant: '2024-05-01T00:00:00Z',
      precision: 'approx',
    });
    expect(parseDate('2024')?.precision).toBe('approx');
  });

  it('gives a day its first instant in the publisher’s zone', () => {
    expect(parseDate('2024-05-03', { tz: 'Africa/Casablanca' })).toMatchObject({
      instant: '2024-05-02T23:00:00Z',
      precision: 'day',
      zone: 'assumed',
    });
  });
});

describe('nonsense in machine formats', () => {
  it.each([
    '0000-00-00 00:00:00',
    'Mon, 01 Jan 0001 00:00:00 +0000',
    '0001-01-01T00:00:00Z',
    '-0001-11-30T00:00:00+00:00',
    '2024-13-01',
    '2024-02-30',
    '2024-05-03T25:00:00Z',
    '2024-05-03T10:61:00Z',
    '2024-05-03T10:30:00-99:99',
    '2024-05-03T10:30:00+xx:00',
    '2024-05-03-01',
    '2024-05-03T10:30:00-06:00Junk',
    'Fri, 03 May 2024 1:2:3:4 GMT',
    'Fri, 99 May 2024 10:30:00 GMT',
    'Fri, 03 Mzz 2024 10:30:00 GMT',
    '',
    '-',
    '12345',
  ])('gives null for %s', (text) => expect(parseDate(text)).toBeNull());
});

it('reads seconds and milliseconds since 1970', () => {
  expect(parseDate('1714728600')?.instant).toBe('2024-05-03T09:30:00Z');
  expect(parseDate('1714728600000')?.instant).toBe('2024-05-03T09:30:00Z');
  expect(parseDate('1714728600000000')?.instant).toBe('2024-05-03T09:30:00Z');
});
