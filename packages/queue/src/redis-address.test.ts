import { expect, it } from 'vitest';
import { readRedisAddress } from './redis-address.ts';

it('reads a single server', () => {
  expect(readRedisAddress('rediss://me:a%2Fb@cache:7000/3?ca=/run/ca.pem')).toEqual({
    shape: 'single',
    nodes: [{ host: 'cache', port: 7_000 }],
    master: undefined,
    username: 'me',
    password: 'a/b',
    db: 3,
    tls: true,
    ca: '/run/ca.pem',
  });
});

it('reads a cluster by some of its nodes, and sentinels by what they call the master', () => {
  expect(readRedisAddress('redis://a?cluster=true&nodes=b:7001,[::1]:7002')).toMatchObject({
    shape: 'cluster',
    nodes: [
      { host: 'a', port: 6_379 },
      { host: 'b', port: 7_001 },
      { host: '::1', port: 7_002 },
    ],
  });
  expect(readRedisAddress('redis://:x@a?sentinel=news&nodes=b')).toMatchObject({
    shape: 'sentinel',
    master: 'news',
    password: 'x',
    nodes: [
      { host: 'a', port: 26_379 },
      { host: 'b', port: 26_379 },
    ],
  });
});

it.each([
  'redis://:secret@a?cluster=true&sentinel=b',
  'redis://:secret@a?nodes=b',
  'redis://:secret@a/1?cluster=true',
  'redis://:secret@a/news',
  'redis://:secret@a?clusters=true',
  'secret',
])('refuses %s, and never says what it holds', (address) => {
  expect(() => readRedisAddress(address)).toThrow(/^REDIS_URL(?!.*secret)/);
});
