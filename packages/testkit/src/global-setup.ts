import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, startRedis } from '@nashra/stack';
import type { TestProject } from 'vitest/node';
import { dropDatabase } from './admin.ts';
import { makeScratch } from './scratch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    redisUrl: string;
    /** Names what this run leaves on a server that others use too. */
    runId: string;
  }
}

/**
 * Vitest's globalSetup: one throw-away Postgres and Redis for the whole run, or those that TEST_DATABASE_URL and
 * TEST_REDIS_URL name. Files keep apart by a database and a key prefix of their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = makeScratch();
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const [postgres, redis] = await Promise.all([
    process.env['TEST_DATABASE_URL']
      ? undefined
      : startPostgres({ dataDir: join(dir, 'postgres'), fsync: false }),
    process.env['TEST_REDIS_URL']
      ? undefined
      : startRedis({ dataDir: join(dir, 'redis'), persist: false, log }),
  ]);
  const runId = randomBytes(4).toString('hex');
  const databaseUrl = postgres?.url ?? process.env['TEST_DATABASE_URL'] ?? '';
  project.provide('runId', runId);
  project.provide('databaseUrl', databaseUrl);
  project.provide('redisUrl', redis?.url ?? process.env['TEST_REDIS_URL'] ?? '');
  return async () => {
    if (!postgres) await dropDatabase(databaseUrl, `template_${runId}`);
    await Promise.all([postgres?.stop(), redis?.stop()]);
    rmSync(dir, { recursive: true, force: true });
  };
}
