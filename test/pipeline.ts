import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '@nashra/db';
import { findAddresses } from '@nashra/ledger';
import {
  queues as contracts,
  FLIGHT_STATES,
  type PipelineQueues,
  readLedger,
  way,
} from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { loadService } from '@nashra/stack';
import {
  addAddress,
  addFeed,
  addPublisher,
  startService,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
  waitFor,
} from '@nashra/testkit';

export const SERVICES = ['scheduler', ...way.map((stage) => stage.name)] as const;
export type ServiceName = (typeof SERVICES)[number];

/** `together`: all services in this process; `apart`: each a process of its own, to be killed. */
export type Shape = 'together' | 'apart';

interface Started {
  /** Of its health port. */
  readonly address: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

export interface Pipeline extends AsyncDisposable {
  readonly db: Db;
  readonly queues: PipelineQueues;
  readonly redis: TestRedis;
  /** The address of the database. */
  readonly database: string;
  /** The folder of the blob store. */
  readonly blobs: string;
  start(name: ServiceName): Promise<void>;
  startAll(): Promise<void>;
  /** What a service says of whether it can do its work. */
  readyz(name: ServiceName): Promise<string>;
  /** SIGKILL, of a pipeline that runs apart. */
  kill(name: ServiceName): Promise<void>;
  /** Adds a publisher of that name with one feed, due now. */
  addFeed(slug: string, feedAddress: string): Promise<number>;
  /** Adds an address that waits. */
  addAddress(address: string, publisherId: number): Promise<number>;
  /** Waits until every feed has been polled and every address of the ledger is final. */
  settled(timeoutMs?: number): Promise<void>;
  /** Reason, or state where there is none, of every address by its path. */
  endings(): Promise<Record<string, string>>;
}

/** The whole pipeline on a database, of a server of the caller's if there is one, and a key prefix of its own. */
export async function openPipeline(
  env: Record<string, string> = {},
  shape: Shape = 'together',
  own?: TestDatabase,
): Promise<Pipeline> {
  const database = own ?? (await testDatabase());
  const redis = testRedis();
  const redisUrl = env['REDIS_URL'] ?? redis.url;
  const queues = openQueues(contracts, { redisUrl, prefix: redis.prefix });
  const blobs = await mkdtemp(join(tmpdir(), 'nashra-blobs-'));
  const running = new Map<ServiceName, Started>();
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
    running.set(name, await (shape === 'apart' ? startService(name, serviceEnv) : startHere(name)));
  }

  async function startHere(name: ServiceName): Promise<Started> {
    const start = await loadService(name);
    const service = await start({ LOG_LEVEL: 'error', ...serviceEnv });
    return {
      address: `http://127.0.0.1:${service.port}`,
      stop: async () => service[Symbol.asyncDispose](),
      kill: () => Promise.reject(new Error('only a process of its own can be killed')),
    };
  }

  return {
    db,
    queues,
    redis,
    database: database.url,
    blobs,
    start,
    async startAll() {
      await Promise.all(SERVICES.map(start));
    },
    async readyz(name) {
      return await (await fetch(`${running.get(name)?.address}/readyz`)).text();
    },
    async kill(name) {
      await running.get(name)?.kill();
      running.delete(name);
    },
    async addFeed(slug, feedAddress) {
      const publisherId = await addPublisher(db, { slug, name: slug });
      await addFeed(db, feedAddress, publisherId, { interval_seconds: 3600 });
      return publisherId;
    },
    addAddress: (address, publisherId) => addAddress(db, address, publisherId),
    async settled(timeoutMs = 60_000) {
      const everyFinal = async () => {
        // What a feed that nobody has polled yet will show is on no way at all.
        const due = db
          .selectFrom('feed')
          .where('state', '=', 'active')
          .where('last_polled_at', 'is', null);
        if (await due.select('id').executeTakeFirst()) return false;
        const { ledger } = await readLedger({ db });
        return FLIGHT_STATES.every((state) => ledger[state] === 0);
      };
      await waitFor(everyFinal, { timeoutMs, everyMs: 100, what: 'every address to be final' });
    },
    async endings() {
      const rows = await db.selectFrom('address').select('id').execute();
      const found = await findAddresses(db, { ids: rows.map(({ id }) => id) });
      return Object.fromEntries(
        found.map((it) => [new URL(it.address).pathname, it.reason ?? it.state]),
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
