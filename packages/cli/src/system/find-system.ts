import { join } from 'node:path';
import { type Db, openDb } from '@nashra/db';
import { queues as contracts, type PipelineQueues } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { dataFolder } from './data-folder.ts';
import { type Running, runningSystems } from './running.ts';
import { setting } from './setting.ts';

/** Where a running system keeps its state. */
export interface SystemAddresses {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  /** First part of every Redis key. */
  readonly prefix: string;
  readonly blobs: string;
  readonly dataDir: string;
  /** By name of the service; empty when the system was not started here. */
  readonly ports: Readonly<Record<string, number>>;
}

/**
 * By DATABASE_URL and REDIS_URL, else what `nashra up` left word of, `npm start` before `npm run demo` when both run;
 * undefined when there is neither.
 */
export function findSystem(
  running: readonly Running[] = runningSystems(),
): SystemAddresses | undefined {
  const named = setting('DATABASE_URL');
  // @NOTE never one system's database with another's Redis, blobs or ports.
  const run = named ? running.find(({ databaseUrl }) => databaseUrl === named) : running[0];
  const databaseUrl = named ?? run?.databaseUrl;
  if (!databaseUrl) return undefined;
  const dataDir = run?.dataDir ?? dataFolder();
  return {
    databaseUrl,
    redisUrl: (named && setting('REDIS_URL')) ?? run?.redisUrl,
    prefix: setting('NASHRA_PREFIX') ?? 'nashra',
    blobs: setting('NASHRA_BLOBS') ?? join(dataDir, 'blobs'),
    dataDir,
    ports: run?.ports ?? {},
  };
}

export function requireSystem(): SystemAddresses {
  const running = runningSystems();
  const [first, second] = running;
  if (first && second && !setting('DATABASE_URL')) {
    const other = `NASHRA_DATA=${second.dataDir} names the other`;
    process.stderr.write(`nashra: two systems run; this is that of ${first.dataDir}, ${other}.\n`);
  }
  const system = findSystem(running);
  if (system) return system;
  throw new CliError(
    'Nothing is running here. Start it with "npm run demo" or "npm start", or set DATABASE_URL and REDIS_URL.',
    EXIT.notRunning,
  );
}

/** The database of the running system; the caller disposes of it. */
export function openSystemDb(poolSize = 2): Db {
  return openDb(requireSystem().databaseUrl, { poolSize, name: 'nashra-cli', as: 'nashra_app' });
}

/** Where what is only read is read: a replica where there is one, else the running system's own database. */
export function readingAddress(): string {
  return setting('DATABASE_READ_URL') ?? requireSystem().databaseUrl;
}

/** That, open; the caller disposes of it. */
export function openReadingDb(): Db {
  const options = { poolSize: 2, name: 'nashra-cli', as: 'nashra_app', onlyReads: true } as const;
  return openDb(readingAddress(), options);
}

/** The running system's, as whoever logs in: who makes logins must be more than a service. */
export function openOwnerDb(): Db {
  return openDb(requireSystem().databaseUrl, { poolSize: 2, name: 'nashra-cli' });
}

export interface System extends AsyncDisposable {
  readonly addresses: SystemAddresses;
  readonly db: Db;
  readonly queues: PipelineQueues;
}

/** Database and queues of the running system. */
export async function openSystem(): Promise<System> {
  const addresses = requireSystem();
  const { databaseUrl, redisUrl, prefix } = addresses;
  if (!redisUrl) {
    throw new CliError('REDIS_URL is not set, and DATABASE_URL is: set both.', EXIT.notRunning);
  }
  await using opened = new AsyncDisposableStack();
  const db = opened.use(openDb(databaseUrl, { poolSize: 2, name: 'nashra-cli', as: 'nashra_app' }));
  const queues = opened.use(openQueues(contracts, { redisUrl, prefix }));
  await queues.ping();
  const held = opened.move();
  return { addresses, db, queues, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
