import { expect, it } from 'vitest';
import { PREFERRED_PORTS } from './ports.ts';
import { type SpecOptions, serviceSpecs } from './service-specs.ts';
import { SERVICES } from './services.ts';

const specs = async (env: SpecOptions['env'], more: Partial<SpecOptions> = {}) => {
  const made = await serviceSpecs({
    env,
    doors: (name) => ({ databaseUrl: `postgres://${name}@db/n`, redisUrl: 'redis://cache' }),
    dataDir: '/data',
    secretKey: 'a key of sixteen letters',
    ports: PREFERRED_PORTS,
    newsroom: [],
    together: false,
    ...more,
  });
  return Object.fromEntries(made.map(({ name, env: given = {} }) => [name, given]));
};

/** Who has a variable. */
const holders = async (name: string, env: SpecOptions['env']) =>
  Object.entries(await specs(env)).flatMap(([service, given]) => (name in given ? [service] : []));

it('gives each service what it reads, and a secret to nobody else', async () => {
  const env = { OPS_PASSWORD: 'long enough', NPM_TOKEN: 'x', LOG_LEVEL: 'debug', USER_AGENT: 'A' };
  expect(await holders('OPS_PASSWORD', env)).toEqual(['ops']);
  expect(await holders('NPM_TOKEN', env)).toEqual([]);
  expect(await holders('USER_AGENT', env)).toEqual(['fetch', 'portal', 'push', 'inbound']);
  expect(await holders('LOG_LEVEL', env)).toEqual([...SERVICES]);
  expect(await holders('NASHRA_BLOBS', env)).toEqual(['scheduler', 'fetch', 'parse', 'inbound']);
});

it('lets the caller go before the pace of the newsroom, and nothing be set to nothing', async () => {
  const given = await specs(
    { HOST_INTERVAL_MS: '7', OPS_PASSWORD: '', FETCH_ALLOW_PRIVATE: 'a:1' },
    { newsroom: ['127.0.0.1:7200'] },
  );
  expect(given['fetch']).toMatchObject({
    HOST_INTERVAL_MS: '7',
    FETCH_ALLOW_PRIVATE: 'a:1,127.0.0.1:7200',
    PORT: '7102',
  });
  expect(given['parse']?.['REVISIT_AFTER_MS']).toBe('5000');
  expect(given['ops']).not.toHaveProperty('OPS_PASSWORD');
});

it('hands on what completes an address of the caller’s own, and only then', async () => {
  const env = { PGPASSWORD: 'secret' };
  expect(await holders('PGPASSWORD', env)).toEqual([]);
  expect(await holders('PGPASSWORD', { ...env, DATABASE_URL: 'postgres://me@db/n' })).toEqual([
    ...SERVICES,
  ]);
});

it('hands the keys of a bucket to those who keep bytes there, and only then', async () => {
  const env = { AWS_SECRET_ACCESS_KEY: 'secret' };
  expect(await holders('AWS_SECRET_ACCESS_KEY', env)).toEqual([]);
  const inBucket = { ...env, NASHRA_BLOBS: 's3://pages' };
  expect(await holders('AWS_SECRET_ACCESS_KEY', inBucket)).toEqual(
    await holders('NASHRA_BLOBS', inBucket),
  );
  expect(await holders('AWS_SECRET_ACCESS_KEY', inBucket)).not.toContain('portal');
});

it('gives one process what all of them read', async () => {
  const { together } = await specs({ OPS_PASSWORD: 'long enough' }, { together: true });
  expect(together).toMatchObject({ OPS_PASSWORD: 'long enough', NASHRA_DATA: '/data' });
  expect(JSON.parse(together?.['NASHRA_PORTS'] ?? '')).toMatchObject({ fetch: 7102, ops: 7106 });
});
