import { queues as contracts } from '@nashra/pipeline';
import { openQueues, openRedis } from '@nashra/queue';
import { redisUserLine } from '@nashra/stack';
import { testRedis } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { redisUsers } from '../src/up/doors.ts';

it('lets services say by their own login what stands in their way, and dashboards read it', async () => {
  const redis = testRedis();
  await using admin = openRedis(redis.url);
  const urls = await Promise.all(
    Object.entries(redisUsers(redis.prefix)).map(async ([user, keys]) => {
      const name = `${user}-${redis.prefix}`;
      const [, , ...rules] = redisUserLine(name, 'secret', keys).split(' ');
      await admin.redis.call('ACL', 'SETUSER', name, ...rules);
      const url = new URL(redis.url);
      [url.username, url.password] = [name, 'secret'];
      return [user, { redisUrl: url.href, prefix: redis.prefix }] as const;
    }),
  );
  const { services, dashboards } = Object.fromEntries(urls);
  if (!services || !dashboards) throw new Error('there are no such users');
  await using told = openQueues(contracts, services);
  await using read = openQueues(contracts, dashboards);
  const since = new Date(1_772_000_000_000);
  await told.tellHere('fetch', true);
  await told.tellFault('fetch', { what: 'disk: no space left', since });
  expect(await read.faults()).toEqual([{ who: 'fetch', what: 'disk: no space left', since }]);
  expect(await read.silent()).toEqual([]);
  for (const { redisUrl } of [services, dashboards]) {
    await admin.redis.call('ACL', 'DELUSER', new URL(redisUrl).username);
  }
  await redis.clear();
});
