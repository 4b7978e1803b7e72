import { expect, it } from 'vitest';
import { judgeRedis } from './check-redis.ts';

const info = (version: string, policy: string, aof: string) =>
  `redis_version:${version}\r\nused_memory_human:1.00M\r\nmaxmemory_policy:${policy}\r\naof_enabled:${aof}\r\n`;
const levels = (text: string) => judgeRedis(text).map(({ level }) => level);

it('is content with a Redis that keeps what it is given', () => {
  expect(levels(info('7.0.15', 'noeviction', '1'))).toEqual(['ok', 'ok', 'ok']);
});

it('fails one that is too old or throws jobs away, and warns of one that forgets', () => {
  expect(levels(info('6.0.16', 'allkeys-lru', '0'))).toEqual(['fail', 'fail', 'warn']);
});

it('reads the version of Valkey, not the one it stands in for', () => {
  expect(
    judgeRedis(`valkey_version:8.1.0\r\n${info('7.2.4', 'noeviction', '1')}`)[0]?.found,
  ).toMatch(/^8\.1\.0/);
});

it('names a full one, a replica, and one whose disk refuses', () => {
  const well = info('7.0.15', 'noeviction', '1');
  const named = (more: string) =>
    judgeRedis(`${well}${more}`).filter(({ level }) => level === 'fail');
  expect(named('maxmemory:1000\r\nused_memory:950\r\n')[0]).toMatchObject({
    name: 'Redis room',
    found: '95 % of maxmemory is used',
  });
  expect(named('maxmemory:0\r\nused_memory:950\r\nrole:master\r\n')).toEqual([]);
  expect(named('role:slave\r\n')[0]?.name).toBe('Redis role');
  expect(named('aof_last_write_status:err\r\n')[0]?.name).toBe('Redis disk');
});
