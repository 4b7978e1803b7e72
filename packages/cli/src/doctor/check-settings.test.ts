import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { judgeOpenFiles } from './check-files.ts';
import { judgeRedis } from './check-redis.ts';
import { checkSecretFiles } from './check-secret-files.ts';
import { checkSettings } from './check-settings.ts';
import { within } from './within.ts';

const dir = await mkdtemp(join(tmpdir(), 'nashra-settings-'));
afterAll(() => rm(dir, { recursive: true, force: true }));

it.each([
  ['a value out of bounds', { FETCH_CONCURRENCY: '9000' }, 'fail', /FETCH_CONCURRENCY.*<=512/],
  ['a unit where a number is wanted', { HOST_INTERVAL_MS: '2s' }, 'fail', /HOST_INTERVAL_MS/],
  ['quotes that were kept', { FETCH_TOTAL_MS: '"30000"' }, 'fail', /take the quotes off/],
  ['a zone that there is not', { PORTAL_TIME_ZONE: 'Casablanca' }, 'fail', /no IANA time zone/],
  ['an origin without a scheme', { PORTAL_ORIGIN: 'news.example' }, 'fail', /PORTAL_ORIGIN/],
  ['an address of another kind', { REDIS_URL: 'http://cache:6379' }, 'fail', /REDIS_PASSWORD/],
  ['a slip in a name', { FETCH_CONCURENCY: '8' }, 'warn', /FETCH_CONCURRENCY is meant/],
  ['a slip in one for a file', { DATABASE_PASSWRD_FILE: '/x' }, 'warn', /DATABASE_PASSWORD_FILE/],
])('names %s, with its cure', async (_, env, level, text) => {
  const found = await checkSettings(env);
  expect(found.map((it) => [it.level, `${it.found} · ${it.advice}`])).toEqual([
    [level, expect.stringMatching(text)],
  ]);
});

it('has nothing to say of what services take, of what is empty, and of names of other programs', async () => {
  const env = {
    DATABASE_URL: 'postgres://n:p%40s@db.example/news?sslmode=require',
    REDIS_URL: 'rediss://cache.example:6380/3',
    PORTAL_ORIGIN: 'https://news.example',
    FETCH_CONCURRENCY: '64',
    HOST_INTERVAL_MS: '',
    HOSTNAME: 'a',
    REDIS_HOST: 'b',
    DATABASE_NAME: 'c',
    NODE_OPTIONS: '--max-old-space-size=512',
  };
  expect((await checkSettings(env)).map(({ level }) => level)).toEqual(['ok']);
});

it('never repeats a value, which may be a secret', async () => {
  const found = await checkSettings({
    DATABASE_URL: 'mysql://u:hidden@h/x',
    PORTAL_SECRET: 'tiny',
  });
  expect(found).toHaveLength(2);
  expect(JSON.stringify(found)).not.toMatch(/hidden|tiny/);
});

it('names files of secrets that others may read, or that are not there', async () => {
  const path = join(dir, 'secret');
  await writeFile(path, 'x');
  const look = () => checkSecretFiles({ DATABASE_PASSWORD_FILE: path });
  await chmod(path, 0o644);
  expect((await look())[0]?.advice).toContain('chmod 600');
  // As Kubernetes mounts them.
  await symlink(path, join(dir, 'link'));
  expect(await checkSecretFiles({ OPS_PASSWORD_FILE: join(dir, 'link') })).toEqual([]);
  await chmod(path, 0o600);
  expect(await look()).toEqual([]);
  const gone = await checkSecretFiles({ OPS_PASSWORD_FILE: join(dir, 'none') });
  expect(gone[0]?.level).toBe('fail');
});

it('says how many files a process may open where that is few', () => {
  const limits = (hard: number) =>
    `Max open files            256                  ${hard}    files\n`;
  expect(judgeOpenFiles(limits(1_024))[0]?.advice).toContain('LimitNOFILE');
  expect(judgeOpenFiles(limits(65_536))).toEqual([]);
  expect(judgeOpenFiles('')).toEqual([]);
});

it('names a node of a cluster that is taken for a server alone', () => {
  const info =
    'redis_version:7.2.0\r\nmaxmemory_policy:noeviction\r\naof_enabled:1\r\ncluster_enabled:1\r\n';
  const names = (meant: boolean) =>
    judgeRedis(info, meant)
      .filter(({ level }) => level === 'fail')
      .map(({ name }) => name);
  expect(names(false)).toEqual(['Redis Cluster']);
  expect(names(true)).toEqual([]);
});

it('ends a check that hangs or throws, and says so', async () => {
  const [late] = await within('Door', () => new Promise(() => {}), 1);
  expect(late).toMatchObject({ name: 'Door', level: 'fail' });
  const [broken] = await within('Door', () => Promise.reject(new Error('no')));
  expect(broken).toMatchObject({ name: 'Door', level: 'fail' });
});
