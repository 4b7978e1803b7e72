import { describe, expect, it, vi } from 'vitest';
import { connectTo, isPublicIp, retryAfterMs } from './index.ts';
import { isWebPort } from './web-port.ts';

describe('isPublicIp', () => {
  it.each([
    '1.1.1.1',
    '93.184.216.34',
    '172.32.0.1',
    '2606:4700:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is', (ip) => expect(isPublicIp(ip)).toBe(true));

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'localhost',
    '',
    '1.2.3',
  ])('%s is not', (ip) => expect(isPublicIp(ip)).toBe(false));
});

it('isWebPort knows where web sites live', () => {
  expect([80, 443, 8080, 8443, 8000, 3000].map(isWebPort)).not.toContain(false);
  expect([0, 22, 25, 110, 3306, 5432, 6379, 11211, 27017].map(isWebPort)).not.toContain(true);
});

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 10, 24, 12);

  it.each([
    ['0', 0],
    [' 120 ', 120_000],
    ['Tue, 24 Nov 2026 12:01:00 GMT', 60_000],
    ['Tuesday, 24-Nov-26 12:01:00 GMT', 60_000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['99999999999999', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j', (value, ms) => {
    expect(retryAfterMs({ 'retry-after': value }, now)).toBe(ms);
  });

  it('reads asctime as GMT wherever it runs', () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const asked = retryAfterMs({ 'retry-after': 'Tue Nov 24 12:01:00 2026' }, now);
    vi.unstubAllEnvs();
    expect(asked).toBe(60_000);
  });

  it.each([
    [
      'ahead',
      { date: 'Tue, 24 Nov 2026 13:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2026 13:00:10 GMT' },
    ],
    [
      'behind',
      { date: 'Tue, 24 Nov 2026 11:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2026 11:00:10 GMT' },
    ],
    [
      'kept by a cache',
      {
        date: 'Tue, 24 Nov 2026 11:00:00 GMT',
        age: '3600',
        'retry-after': 'Tue, 24 Nov 2026 12:00:10 GMT',
      },
    ],
    ['unreadable', { date: 'now', 'retry-after': 'Tue, 24 Nov 2026 12:00:10 GMT' }],
  ])('counts a date by the clock of its server: %s', (_, fields) => {
    expect(retryAfterMs(fields, now)).toBe(10_000);
  });
});

describe('connectTo', () => {
  it('takes the first rule that fits', () => {
    const resolve = connectTo('Site.example:443=127.0.0.1:1, *:443=127.0.0.1:2,*:*=[::1]:3');
    expect(resolve('site.example', 443)).toEqual([{ ip: '127.0.0.1', port: 1 }]);
    expect(resolve('other.example', 443)).toEqual([{ ip: '127.0.0.1', port: 2 }]);
    expect(resolve('site.example', 80)).toEqual([{ ip: '::1', port: 3 }]);
  });

  it('leaves the rest to DNS', () => {
    expect(connectTo('site.example:80=127.0.0.1:1')('site.example', 81)).toBeUndefined();
  });

  it.each(['x', 'a:80=b:80', 'a=127.0.0.1:80', 'a:80=127.0.0.1'])('does not guess at %j', (map) => {
    expect(() => connectTo(map)).toThrow(TypeError);
  });
});
