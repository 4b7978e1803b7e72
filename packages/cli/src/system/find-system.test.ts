import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '@nashra/stack';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dataFolder, dataFolders } from './data-folder.ts';
import { findSystem } from './find-system.ts';
import { runningSystems } from './running.ts';

let dir: string;
beforeEach(() => {
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'NASHRA_DATA', 'NASHRA_BLOBS']) {
    vi.stubEnv(name, undefined);
  }
  dir = mkdtempSync(join(tmpdir(), 'nashra-find-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

/** Nothing but its word: with servers of the caller's own a stack starts none. */
const start = (name: 'start' | 'demo') =>
  startStack({
    dataDir: join(dir, name),
    databaseUrl: `postgres://db/${name}`,
    redisUrl: `redis://cache/${name}`,
  });
const find = () => findSystem(runningSystems([join(dir, 'start'), join(dir, 'demo')]));

it('finds whichever runs, and the real one when both do', async () => {
  expect(find()).toBeUndefined();
  const demo = await start('demo');
  demo.announce({ fetch: 7102 });
  expect(find()).toMatchObject({
    databaseUrl: 'postgres://db/demo',
    redisUrl: 'redis://cache/demo',
    dataDir: join(dir, 'demo'),
    blobs: join(dir, 'demo', 'blobs'),
    ports: { fetch: 7102 },
  });
  const real = await start('start');
  expect(find()).toMatchObject({ databaseUrl: 'postgres://db/start' });
  await demo.stop();
  expect(find()).toMatchObject({ dataDir: join(dir, 'start') });
  await real.stop();
  expect(find()).toBeUndefined();
});

it('takes DATABASE_URL first, with what is known of that system and of no other', async () => {
  const [demo, real] = await Promise.all([start('demo'), start('start')]);
  real.announce({ fetch: 7102 });
  vi.stubEnv('DATABASE_URL', 'postgres://db/demo');
  expect(find()).toMatchObject({ redisUrl: 'redis://cache/demo', dataDir: join(dir, 'demo') });
  vi.stubEnv('DATABASE_URL', 'postgres://db/elsewhere');
  expect(find()).toMatchObject({ redisUrl: undefined, ports: {} });
  vi.stubEnv('DATABASE_URL', '');
  expect(find()).toMatchObject({ databaseUrl: 'postgres://db/start' });
  await Promise.all([demo.stop(), real.stop()]);
});

it('keeps the demo apart from the catalog, unless a folder is named', () => {
  expect(dataFolders()).toEqual([dataFolder(), dataFolder(undefined, 'newsroom')]);
  expect(new Set(dataFolders()).size).toBe(2);
  vi.stubEnv('NASHRA_DATA', dir);
  expect(dataFolders()).toEqual([dir]);
  expect(dataFolder(undefined, 'newsroom')).toBe(dir);
  expect(dataFolder(join(dir, 'given'), 'newsroom')).toBe(join(dir, 'given'));
});
