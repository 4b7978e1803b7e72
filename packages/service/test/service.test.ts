import { startService, type TestService, testDatabase, testRedis } from '@nashra/testkit';
import { expect, it } from 'vitest';

async function withDedupe(
  env: Record<string, string>,
  use: (service: TestService) => Promise<void>,
): Promise<void> {
  const database = await testDatabase();
  const redis = testRedis();
  try {
    const service = await startService('dedupe', {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      NASHRA_PREFIX: redis.prefix,
      ...env,
    });
    await use(service);
  } finally {
    await redis.clear();
    await database.drop();
  }
}

it('says that it lives, that it can work, and what it did; ends with 0 on SIGTERM', async () => {
  await withDedupe({}, async (service) => {
    const text = async (path: string) => (await fetch(`${service.address}${path}`)).text();
    expect(await text('/healthz')).toBe('ok\n');
    expect(await text('/readyz')).toBe('ready\n');
    expect(await text('/metrics')).toMatch(/^process_cpu_seconds_total\{service="dedupe"\} /m);
    expect((await fetch(`${service.address}/else`)).status).toBe(404);
    await service.stop();
  });
});

it('names every mistake of its settings at once, without their values', async () => {
  const env = { DATABASE_URL: 's3cret', DEDUPE_CONCURRENCY: '0' };
  const started = withDedupe(env, (service) => service.stop());
  await expect(started).rejects.toThrow(/DATABASE_URL: [\s\S]*DEDUPE_CONCURRENCY: /);
  await expect(started).rejects.not.toThrow(/s3cret/);
});
