import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '@nashra/db';
import { testDatabase, testRedis } from '@nashra/testkit';
import { readConfig } from '../src/config.ts';
import { createPortal } from '../src/service.ts';

export interface Ground extends AsyncDisposable {
  readonly db: Db;
  /** Of the site, without a closing slash. */
  readonly site: string;
  /** The folder of what it keeps. */
  readonly data: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  page(path: string): Promise<string>;
  post(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** The portal on a database of its own. */
export async function openGround(env: Record<string, string> = {}): Promise<Ground> {
  await using open = new AsyncDisposableStack();
  const database = await testDatabase();
  open.defer(() => database.drop());
  const redis = testRedis();
  open.defer(() => redis.clear());
  const data = await mkdtemp(join(tmpdir(), 'nashra-portal-'));
  open.defer(() => rm(data, { recursive: true, force: true }));
  const portal = open.use(
    await createPortal(
      readConfig({
        DATABASE_URL: database.url,
        REDIS_URL: redis.url,
        NASHRA_PREFIX: redis.prefix,
        NASHRA_DATA: data,
        LOG_LEVEL: 'warn',
        PORTAL_PORT: '0',
        PORTAL_TRUST_PROXY: 'true',
        ...env,
      }),
    ),
  );
  const site = `http://127.0.0.1:${portal.sitePort}`;
  const ask = (path: string, init: RequestInit) =>
    fetch(site + path, { redirect: 'manual', ...init });
  const held = open.move();
  return {
    db: database.db,
    site,
    data,
    get: (path, headers = {}) => ask(path, { headers }),
    page: async (path) => await (await ask(path, {})).text(),
    post: (path, headers = {}) => ask(path, { method: 'POST', headers }),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

/** What a reader sees of a part of a page: its text, marks of isolation and white space aside. */
export function textOf(markup: string): string {
  return markup
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
    .trim();
}
