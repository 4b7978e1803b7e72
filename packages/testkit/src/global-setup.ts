import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrateToLatest } from '@nashra/db';
import { type RunningServer, startPostgres, startRedis } from '@nashra/stack';
import type { TestProject } from 'vitest/node';
import { dropDatabase, makeDatabase, withDatabase } from './admin.ts';
import { makeScratch } from './scratch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    redisUrl: string;
    /** A migrated database that nobody is in, to be copied. */
    template: string;
    /** The folder of a Postgres at rest whose database is migrated, to be copied; '' where the run has none of its own. */
    cluster: string;
  }
}

/**
 * Vitest's globalSetup: one throw-away Postgres and Redis for the whole run, or those that TEST_DATABASE_URL and
 * TEST_REDIS_URL name. Files keep apart by a database and a key prefix of their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = makeScratch();
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const cluster = join(dir, 'cluster');
  const [postgres, redis] = await Promise.all([
    process.env['TEST_DATABASE_URL'] ? undefined : startMigrated(join(dir, 'postgres'), cluster),
    process.env['TEST_REDIS_URL']
      ? undefined
      : startRedis({ dataDir: join(dir, 'redis'), persist: false, log }),
  ]);
  const databaseUrl = postgres?.url ?? process.env['TEST_DATABASE_URL'] ?? '';
  const template = `template_${randomBytes(4).toString('hex')}`;
  if (postgres) {
    // By way of another: nobody may be in what is copied.
    await makeDatabase(withDatabase(databaseUrl, 'postgres'), template, 'nashra');
  } else {
    await makeDatabase(databaseUrl, template);
    await migrateToLatest(withDatabase(databaseUrl, template));
  }
  project.provide('databaseUrl', databaseUrl);
  project.provide('template', template);
  project.provide('cluster', existsSync(cluster) ? cluster : '');
  project.provide('redisUrl', redis?.url ?? process.env['TEST_REDIS_URL'] ?? '');
  return async () => {
    if (!postgres) await dropDatabase(databaseUrl, template);
    await Promise.all([postgres?.stop(), redis?.stop()]);
    rmSync(dir, { recursive: true, force: true });
  };
}

/** Starts a server whose database is the newest, and leaves a copy of it as it was at rest. */
async function startMigrated(dataDir: string, copy: string): Promise<RunningServer> {
  const made = await startPostgres({ dataDir, fsync: false });
  await migrateToLatest(made.url);
  await made.stop();
  // It lies elsewhere where whoever Postgres runs as cannot enter the project.
  if (existsSync(dataDir)) execFileSync('cp', ['-a', dataDir, copy]);
  return await startPostgres({ dataDir, fsync: false });
}
