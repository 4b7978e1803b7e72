import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUser } from '@nashra/audit';
import type { Db, OpsRole } from '@nashra/db';
import { silentLogger } from '@nashra/log';
import { queues as contracts, operatorsCarriers, type Pipeline } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { keepCarrying } from '@nashra/service';
import { testDatabase, testRedis } from '@nashra/testkit';
import { readConfig } from '../src/config.ts';
import { createOps } from '../src/service.ts';

export const PASSWORD = 'a-long-password';

export interface Ground extends AsyncDisposable {
  readonly db: Db;
  /** With the rights of the other services. */
  readonly pipeline: Pipeline;
  /** Of the console, without a closing slash. */
  readonly site: string;
  /** The cookie of somebody of that role, made known when it is asked for first. */
  as(role: OpsRole): Promise<string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

/** The console in this process, on a database of its own. */
export async function openGround(settings: Readonly<Record<string, string>> = {}): Promise<Ground> {
  await using open = new AsyncDisposableStack();
  const database = await testDatabase();
  open.defer(() => database.drop());
  const redis = testRedis();
  open.defer(() => redis.clear());
  const queues = open.use(openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix }));
  const data = await mkdtemp(join(tmpdir(), 'nashra-console-'));
  open.defer(() => rm(data, { recursive: true, force: true }));
  const ops = open.use(
    await createOps(
      readConfig({
        DATABASE_URL: database.url,
        REDIS_URL: redis.url,
        NASHRA_PREFIX: redis.prefix,
        NASHRA_DATA: data,
        LOG_LEVEL: 'warn',
        OPS_PORT: '0',
        OPS_PASSWORD: PASSWORD,
        ...settings,
      }),
    ),
  );
  const { db } = database;
  // As the scheduler does.
  open.use(keepCarrying({ db, log: silentLogger }, operatorsCarriers({ db, queues })));
  const site = `http://127.0.0.1:${ops.sitePort}`;
  const cookies = new Map<OpsRole, string>();
  const post: Ground['post'] = (path, fields, headers = {}) =>
    fetch(site + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { accept: 'text/html', ...headers },
      redirect: 'manual',
    });
  const held = open.move();
  return {
    db,
    pipeline: { db, queues },
    site,
    async as(role) {
      const known = cookies.get(role);
      if (known) return known;
      const password = await addUser(db, { name: `the-${role}`, role }, { actor: 'test' });
      const answer = await post('/login', { user: `the-${role}`, password });
      const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
      cookies.set(role, cookie);
      return cookie;
    },
    get: (path, headers = {}) => fetch(site + path, { headers, redirect: 'manual' }),
    post,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
