import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readRunFile } from '@nashra/stack';
import { waitFor } from '@nashra/testkit';
import { canariesIn, filesIn, newCanary, observe, processes } from '../canary.ts';
import type { Check, Part } from '../part.ts';
import { openServers, type Servers } from '../servers.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const CLI = 'packages/cli/bin/nashra.js';
const SERVICE = 'services/index/src/main.ts';

interface Mode {
  readonly name: string;
  readonly file: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What is said when it has failed. */
  readonly until: RegExp;
}

function modesOf({ dir, postgres, redis }: Servers, canary: string): Mode[] {
  const good = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
  const withPassword = (address: string, change: Partial<URL> = {}) =>
    Object.assign(new URL(address), { password: canary, ...change }).href;
  const bare = (address: string) => Object.assign(new URL(address), { password: '' }).href;
  const file = join(dir, 'secret');
  writeFileSync(file, `${canary}\n`, { mode: 0o600 });
  const refusedByRedis = /WRONGPASS|AUTH/;
  const refusedByPostgres = /28P01|password authentication/;
  return [
    {
      name: 'Redis refuses the address’s password',
      file: SERVICE,
      env: { ...good, REDIS_URL: withPassword(redis.url) },
      until: refusedByRedis,
    },
    {
      name: 'Redis refuses the password beside the address',
      file: SERVICE,
      env: { ...good, REDIS_URL: bare(redis.url), REDIS_PASSWORD: canary },
      until: refusedByRedis,
    },
    {
      name: 'Redis refuses a password from a file, at level debug',
      file: SERVICE,
      env: { ...good, LOG_LEVEL: 'debug', REDIS_URL: bare(redis.url), REDIS_PASSWORD_FILE: file },
      until: refusedByRedis,
    },
    {
      name: 'Postgres refuses a password that stands among the parameters of an address, with DEBUG',
      file: CLI,
      args: ['status'],
      env: { ...good, DEBUG: '1', DATABASE_URL: `${bare(postgres.url)}?password=${canary}` },
      until: /nashra: /,
    },
    {
      name: 'an address of several servers and parameters is none',
      file: SERVICE,
      env: {
        ...good,
        DATABASE_URL: `postgres://me:${canary}@a:x,b/db?sslmode=none&password=${canary}`,
      },
      until: /Bad environment/,
    },
    {
      name: 'Redis is away',
      file: 'services/fetch/src/main.ts',
      env: {
        ...good,
        NASHRA_BLOBS: join(dir, 'blobs'),
        REDIS_URL: withPassword(redis.url, { port: '1' }),
      },
      until: /ECONNREFUSED|running/,
    },
    {
      name: 'Postgres refuses the password',
      file: 'services/portal/src/main.ts',
      env: {
        ...good,
        NASHRA_DATA: dir,
        PORTAL_PORT: '0',
        PORTAL_SECRET: canary.padEnd(40, 'x'),
        DATABASE_URL: withPassword(postgres.url),
      },
      until: refusedByPostgres,
    },
    {
      name: 'Postgres is away',
      file: 'services/ops/src/main.ts',
      env: {
        ...good,
        NASHRA_DATA: dir,
        OPS_PORT: '0',
        OPS_PASSWORD: canary,
        OPS_SECRET: canary.padEnd(40, 'x'),
        DATABASE_URL: withPassword(postgres.url, { port: '1' }),
      },
      until: /dashboards/,
    },
    {
      name: 'the database is not there',
      file: CLI,
      args: ['status'],
      env: { ...good, DEBUG: '1', DATABASE_URL: withPassword(postgres.url, { pathname: '/none' }) },
      until: /nashra: /,
    },
    {
      name: 'DATABASE_URL is no address',
      file: SERVICE,
      env: { ...good, DATABASE_URL: `postgres://me:${canary}@ no host/db` },
      until: /Bad environment/,
    },
    {
      name: 'REDIS_URL is of another kind',
      file: SERVICE,
      env: { ...good, REDIS_URL: `https://:${canary}@cache/` },
      until: /Bad environment/,
    },
    {
      name: 'other settings are bad',
      file: 'services/ops/src/main.ts',
      env: { ...good, OPS_PORT: 'x', OPS_PASSWORD: canary, OPS_SECRET: canary.slice(0, 20) },
      until: /Bad environment/,
    },
    {
      name: 'a secret is set twice',
      file: SERVICE,
      env: { ...good, DATABASE_PASSWORD: canary, DATABASE_PASSWORD_FILE: file },
      until: /is set too/,
    },
    {
      name: 'a command is refused by Redis, with DEBUG',
      file: CLI,
      args: ['status'],
      env: { ...good, DEBUG: '1', REDIS_URL: withPassword(redis.url) },
      until: refusedByRedis,
    },
    {
      name: 'a command is refused by Postgres, with DEBUG',
      file: CLI,
      args: ['sources', 'list'],
      env: { ...good, DEBUG: '1', DATABASE_URL: withPassword(postgres.url) },
      until: /nashra: /,
    },
    {
      name: 'a command is given an address that is none',
      file: CLI,
      args: ['migrate'],
      env: { ...good, DEBUG: '1', DATABASE_URL: `postgres://me:${canary}/x@@db` },
      until: /nashra: /,
    },
  ];
}

/** Modes that are tried side by side. */
const AT_ONCE = 3;

async function tryMode(
  { name, file, args = [], env, until }: Mode,
  canary: string,
): Promise<Check> {
  const text = await observe(file, args, env, until);
  if (!until.test(text)) return check(name, false, 'did not fail as it should');
  const line = text.split('\n').find((it) => canariesIn(it, [canary]).length > 0);
  return check(name, line === undefined, line?.slice(0, 300));
}

/** Files that hold secrets, for their owner's eyes only. */
const KEEPERS = ['run.json', 'superuser.password', 'ops-login.json', 'redis.conf', 'portal-secret'];

/** Everything runs with its made-up secrets, a server is killed, everything ends; what was let out is searched. */
async function wholeSystem(dir: string): Promise<Check[]> {
  const data = join(dir, 'system');
  const canary = newCanary();
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(ROOT, CLI), 'up', '--newsroom', '--data', data], {
    env: { PATH, HOME, OPS_PASSWORD: canary, LOG_LEVEL: 'debug', NPM_TOKEN: newCanary() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const ended = once(child, 'exit');
  try {
    await waitFor(() => /Ctrl-C stops/.test(said), {
      timeoutMs: 300_000,
      what: 'everything to run',
    });
    const run = readRunFile(data);
    const secrets = [run?.databaseUrl, run?.redisUrl].map(
      (it) => new URL(it ?? 'none://').password,
    );
    const canaries = [canary, ...secrets].filter(Boolean);
    const pages = await Promise.all(
      Object.values(run?.ports ?? {}).flatMap((port) =>
        ['', 'metrics', 'readyz', 'login'].map((path) =>
          fetch(`http://127.0.0.1:${port}/${path}`, { signal: AbortSignal.timeout(5_000) }).then(
            (it) => it.text(),
            () => '',
          ),
        ),
      ),
    );
    const list = processes();
    child.kill('SIGINT');
    await ended;
    const files = [...filesIn(data)];
    const loose = files.filter(
      ([path, text]) => canariesIn(text, canaries).length > 0 && !KEEPERS.includes(basename(path)),
    );
    const open = files.filter(
      ([path]) => (statSync(path).mode & 0o077) !== 0 && !path.includes('/postgres/'),
    );
    const found = (text: string) => canariesIn(text, canaries).length;
    return [
      check('everything runs: what it writes', found(said) === 0),
      check('everything runs: pages, metrics and health', found(pages.join('\n')) === 0),
      check('everything runs: the list of processes', found(list) === 0),
      check(
        'everything runs: files but those that keep them',
        loose.length === 0,
        loose.map(([path]) => path).join(', '),
      ),
      check(
        'everything runs: files are their owner’s',
        open.length === 0,
        open
          .slice(0, 5)
          .map(([path]) => path)
          .join(', '),
      ),
    ];
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}

const check = (name: string, holds: boolean, detail = ''): Check => ({
  name,
  holds,
  ...(detail && { detail }),
});

/** Secrets that are found wherever they get to, in a system that fails in every way it can at its doors. */
export const part: Part = {
  name: 'canaries',
  async run() {
    await using servers = await openServers();
    const checks: Check[] = [];
    const canary = newCanary();
    const modes = modesOf(servers, canary);
    for (let at = 0; at < modes.length; at += AT_ONCE) {
      const some = modes.slice(at, at + AT_ONCE);
      checks.push(...(await Promise.all(some.map((mode) => tryMode(mode, canary)))));
    }
    return [...checks, ...(await wholeSystem(servers.dir))];
  },
};
