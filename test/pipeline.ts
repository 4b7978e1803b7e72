import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressKey, canonicalAddress, hostOf } from '@nashra/address';
import type { Db } from '@nashra/db';
import { FINAL_STATES, readStatus } from '@nashra/ledger';
import { openQueues, type Queues } from '@nashra/queue';
import {
  addPublisher,
  startService,
  type TestRedis,
  type TestService,
  testDatabase,
  testRedis,
  waitFor,
} from '@nashra/testkit';

export const SERVICES = ['scheduler', 'fetch', 'parse', 'dedupe', 'index'] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface Pipeline extends AsyncDisposable {
  readonly db: Db;
  readonly queues: Queues;
  readonly redis: TestRedis;
  start(name: ServiceName): Promise<void>;
  startAll(): Promise<void>;
  /** SIGKILL. */
  kill(name: ServiceName): Promise<void>;
  /** Adds a publisher of that name with one feed, due now. */
  addFeed(slug: string, feedAddress: string): Promise<number>;
  /** Adds an address that waits. */
  addAddress(address: string, publisherId: number): Promise<void>;
  /** Waits until every address of the ledger is final. */
  settled(timeoutMs?: number): Promise<void>;
  /** Reason, or state where there is none, of every address by its path. */
  endings(): Promise<Record<string, string>>;
}

/** The whole pipeline as real processes on a database and a key prefix of its own. */
export async function openPipeline(env: Record<string, string> = {}): Promise<Pipeline> {
  const database = await testDatabase();
  const redis = testRedis();
  const queues = openQueues({ redisUrl: redis.url, prefix: redis.prefix });
  const blobs = await mkdtemp(join(tmpdir(), 'nashra-blobs-'));
  const running = new Map<ServiceName, TestService>();
  const { db } = database;
  const serviceEnv = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    NASHRA_PREFIX: redis.prefix,
    NASHRA_BLOBS: blobs,
    FETCH_ALLOW_PRIVATE: '127.0.0.1',
    HOST_INTERVAL_MS: '20',
    TICK_MS: '200',
    RECONCILE_MS: '1000',
    RECONCILE_GRACE_MS: '2000',
    ...env,
  };

  async function start(name: ServiceName): Promise<void> {
    running.set(name, await startService(name, serviceEnv));
  }

  return {
    db,
    queues,
    redis,
    start,
    async startAll() {
      await Promise.all(SERVICES.map(start));
    },
    async kill(name) {
      await running.get(name)?.kill();
      running.delete(name);
    },
    async addFeed(slug, feedAddress) {
      const publisherId = await addPublisher(db, { slug, name: slug });
      const address = await db
        .insertInto('address')
        .values({ ...row(feedAddress), publisher_id: publisherId, kind: 'feed', state: 'read' })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('feed')
        .values({ publisher_id: publisherId, address_id: address.id, interval_seconds: 3600 })
        .execute();
      return publisherId;
    },
    async addAddress(address, publisherId) {
      await db
        .insertInto('address')
        .values({ ...row(address), publisher_id: publisherId, kind: 'article' })
        .execute();
    },
    async settled(timeoutMs = 20_000) {
      const everyFinal = async () => {
        const { ledger } = await readStatus(db);
        const final: readonly string[] = FINAL_STATES;
        return Object.keys(ledger).every((state) => final.includes(state));
      };
      await waitFor(everyFinal, { timeoutMs, everyMs: 100, what: 'every address to be final' });
    },
    async endings() {
      const rows = await db.selectFrom('address').select(['address', 'state', 'reason']).execute();
      return Object.fromEntries(
        rows.map((it) => [new URL(it.address).pathname, it.reason ?? it.state]),
      );
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...running.values()].map((service) => service.stop()));
      await queues[Symbol.asyncDispose]();
      await redis.clear();
      await database.drop();
      await rm(blobs, { recursive: true, force: true });
    },
  };
}

function row(text: string) {
  const address = canonicalAddress(text);
  if (address === null) throw new Error(`no address: ${text}`);
  return { address, key: addressKey(address), host: hostOf(address) };
}
