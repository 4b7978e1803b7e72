import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateToLatest, openDb } from '@nashra/db';
import { openRedis } from '@nashra/queue';
import { type RunningServer, startPostgres, startRedis } from '@nashra/stack';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNashra, spawnNashra } from './run-nashra.ts';

interface Check {
  readonly name: string;
  readonly level: string;
  readonly found: string;
  readonly advice?: string;
}

const open = new AsyncDisposableStack();
let postgres: RunningServer;
let redis: RunningServer;

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'nashra-doctor-'));
  open.defer(() => rm(dir, { recursive: true, force: true }));
  // Postgres runs as a user of its own.
  await chmod(dir, 0o755);
  const settings = {
    fsync: 'off',
    autovacuum: 'off',
    max_connections: '40',
    reserved_connections: '0',
  };
  postgres = await startPostgres({ dataDir: join(dir, 'postgres'), settings });
  open.defer(() => postgres.stop());
  redis = await startRedis({ dataDir: join(dir, 'redis') });
  open.defer(() => redis.stop());
}, 180_000);
afterAll(() => open.disposeAsync());

/** What the doctor complains of, by its names. */
async function complaints(more: Readonly<Record<string, string>> = {}) {
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, ...more };
  const { code, out } = await runNashra(['doctor', '--json'], env);
  const checks = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Check)
    .filter(({ level }) => level !== 'ok');
  return { code, found: new Map(checks.map((check) => [check.name, check])) };
}

const withDb = async (statement: string, database = 'nashra') => {
  const url = new URL(postgres.url);
  url.pathname = database;
  await using db = openDb(url.href, { poolSize: 1 });
  await sql.raw(statement).execute(db);
};

/** Each is planted for real, named, and has its cure in a sentence. */
it('names fourteen things that were set up wrongly, each with its cure', async () => {
  const named: string[] = [];
  const expectNamed = (
    { found }: Awaited<ReturnType<typeof complaints>>,
    ...of: [string, RegExp][]
  ) => {
    for (const [name, cure] of of) {
      const { found: what, advice } = found.get(name) ?? {};
      expect([name, `${what} · ${advice}`]).toEqual([name, expect.stringMatching(cure)]);
      named.push(name);
    }
  };
  expectNamed(await complaints(), ['Schema', /none · Run "nashra migrate"/]);
  await migrateToLatest(postgres.url);
  await using client = openRedis(redis.url);
  await client.redis.config('SET', 'maxmemory-policy', 'volatile-lru');
  await client.redis.config('SET', 'appendonly', 'no');
  // Room enough for who asks; made there, for the buffer of a long command is counted until it is given back.
  await client.redis.setrange('ballast', 40_000_000, 'x');
  const used = Number(/^used_memory:(\d+)/m.exec(await client.redis.info('memory'))?.[1]);
  await client.redis.config('SET', 'maxmemory', `${Math.round(1.06 * used)}`);
  const all = await complaints();
  expect(all.code).toBe(1);
  expectNamed(
    all,
    ['Postgres fsync', /set fsync = on/],
    ['Autovacuum', /set autovacuum = on/],
    ['Sessions', /raise max_connections/],
    ['Redis memory', /maxmemory-policy noeviction/],
    ['Redis AOF', /appendonly yes/],
    ['Redis room', /raise maxmemory/],
    ['Workers', /nashra up/],
    ['Feeds', /nashra sources add/],
  );
  await withDb(`insert into nashra.kysely_migration values ('9999-later', now())`);
  expectNamed(await complaints(), ['Schema', /newer than this program.*Bring this program up/]);
  await withDb(`delete from nashra.kysely_migration where name = '9999-later'`);
  await withDb('alter database nashra set default_transaction_read_only = on');
  expectNamed(await complaints(), ['Postgres role', /name the one that is written to/]);
  await withDb('alter database nashra reset default_transaction_read_only', 'postgres');
  await withDb(
    `create database odd encoding 'SQL_ASCII' template template0 locale_provider libc lc_collate 'C' lc_ctype 'C'`,
  );
  const odd = new URL(postgres.url);
  odd.pathname = '/odd';
  expectNamed(await complaints({ DATABASE_URL: odd.href }), [
    'Postgres encoding',
    /encoding 'UTF8'/,
  ]);
  const wrong = new URL(postgres.url);
  wrong.password = 'another';
  expectNamed(await complaints({ DATABASE_URL: wrong.href }), ['Postgres', /refuses the login/]);
  expectNamed(await complaints({ REDIS_URL: 'redis://127.0.0.1:9' }), ['Redis', /does not answer/]);
  expect(named).toHaveLength(14);
}, 240_000);

it('takes a store of others for no folder of ours, and shows nothing of its login', async () => {
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
  const { out } = await spawnNashra(['doctor'], {
    ...env,
    NASHRA_BLOBS: 's3://key:hidden@store.example/pages',
  });
  expect(out).toMatch(/ok\s+Blobs\s+s3:\/\/store\.example\/pages/);
  expect(out).not.toContain('hidden');
});

it('goes on with the rest when a file of a secret cannot be read, or an address is none', async () => {
  const env = { REDIS_URL: redis.url, NASHRA_BLOBS: 's3://store.example/pages' };
  const unread = await spawnNashra(['doctor'], { ...env, DATABASE_URL_FILE: '/nonexistent/url' });
  expect(unread.code).toBe(1);
  expect(unread.out).toMatch(/FAIL\s+Settings\s+.*DATABASE_URL_FILE: no such file/);
  expect(unread.out).toMatch(/ok\s+Redis\s/);
  const malformed = { ...env, DATABASE_URL: 'postgres://u:hid/den@db/x', FETCH_CONCURRENCY: '0' };
  const { code, out } = await spawnNashra(['doctor'], malformed);
  expect(code).toBe(1);
  expect(out).toMatch(/Settings\s+DATABASE_URL: [\s\S]*special characters of the password as %XX/);
  expect(out).toMatch(/Settings\s+FETCH_CONCURRENCY: /);
  expect(out).toMatch(/ok\s+Redis\s/);
  expect(out).not.toContain('hid/den');
});
