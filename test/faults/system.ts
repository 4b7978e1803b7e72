import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDb } from '@nashra/db';
import { queues as contracts, type PipelineQueues, way } from '@nashra/pipeline';
import { openQueues, openRedis } from '@nashra/queue';
import { startProxy, startService, type TcpProxy, type TestService } from '@nashra/testkit';
import { type Disk, mountDisk } from './disk.ts';
import type { Servers } from './servers.ts';

export const SERVICES = ['scheduler', ...way.map((stage) => stage.name)] as const;
export type ServiceName = (typeof SERVICES)[number];
type Redis = ReturnType<typeof openRedis>['redis'];

/** The services as processes, each on its way to the servers through a proxy; the rest of this sees the servers straight. */
export interface System extends AsyncDisposable {
  readonly db: Db;
  readonly queues: PipelineQueues;
  readonly raw: Redis;
  readonly servers: Servers;
  /** First part of every key in Redis. */
  readonly prefix: string;
  readonly ways: { readonly postgres: TcpProxy; readonly redis: TcpProxy };
  /** The folder of the blob store. */
  readonly blobs: string;
  /** Of a cell that asked for one. */
  readonly disk: Disk | undefined;
  /** Key of a queue's list or set. */
  key(queue: string, part: string): string;
  /** `as` is what one of several is called. */
  start(name: ServiceName, env?: Readonly<Record<string, string>>, as?: string): Promise<void>;
  /** The same, and again whenever it ends, until it is killed or stopped. */
  keepRunning(name: ServiceName, env: Readonly<Record<string, string>>): Promise<void>;
  startAll(): Promise<void>;
  kill(name: string): Promise<void>;
  /** SIGTERM to one; throws where it ends with a failure, or not in ten seconds. */
  stop(name: string): Promise<void>;
  signal(name: ServiceName, signal: NodeJS.Signals): void;
  /** What each says of itself; `no answer` where it does not. */
  readyz(): Promise<Readonly<Record<string, string>>>;
  /** SIGTERM to all; milliseconds until the last had ended. Throws where one ends with a failure or too late. */
  stopAll(timeoutMs: number): Promise<number>;
}

export async function openSystem(servers: Servers, ownDisk: boolean): Promise<System> {
  await using open = new AsyncDisposableStack();
  const name = `faults_${randomBytes(6).toString('hex')}`;
  const disk = ownDisk ? open.use(mountDisk()) : undefined;
  const blobs = join(disk?.folder ?? mkdtempSync(join(tmpdir(), 'nashra-blobs-')), 'blobs');
  open.defer(() => rmSync(blobs, { recursive: true, force: true }));
  const url = await servers.database(name);
  const db = open.use(openDb(url, { poolSize: 4, name: 'nashra-test', onError: () => {} }));
  const { redisUrl } = servers;
  const queues = open.use(openQueues(contracts, { redisUrl, prefix: name }));
  const { redis: raw } = open.use(openRedis(redisUrl));
  const ways = {
    postgres: open.use(await startProxy(url)),
    redis: open.use(await startProxy(redisUrl)),
  };
  const running = new Map<string, TestService>();
  /** Where they answer, or would if they were not dead. */
  const addresses = new Map<string, string>();
  let isOver = false;
  open.defer(async () => {
    isOver = true;
    const all = [...running.values()];
    running.clear();
    await Promise.all(all.map((service) => service.kill()));
  });
  const env = {
    DATABASE_URL: ways.postgres.url,
    REDIS_URL: ways.redis.url,
    NASHRA_PREFIX: name,
    NASHRA_BLOBS: blobs,
    FETCH_ALLOW_PRIVATE: '127.0.0.1',
    // A cell's own disk is smaller than any floor.
    ...(ownDisk ? { FETCH_MIN_FREE_MB: '0' } : {}),
    HOST_INTERVAL_MS: '20',
    TICK_MS: '200',
    RECONCILE_MS: '1000',
    RECONCILE_GRACE_MS: '2000',
    PASSING_RETRY_MS: '2000',
    SWEEP_MS: '5000',
    LOG_LEVEL: 'error',
  };
  const serviceOf = (which: string): TestService => {
    const service = running.get(which);
    if (!service) throw new Error(`${which} does not run`);
    return service;
  };
  async function start(
    which: ServiceName,
    more: Readonly<Record<string, string>> = {},
    as: string = which,
  ): Promise<void> {
    const service = await startService(which, { ...env, ...more }, (address) =>
      addresses.set(as, address),
    );
    if (isOver) await service.kill();
    else running.set(as, service);
  }
  async function keepRunning(which: ServiceName, more: Readonly<Record<string, string>>) {
    await start(which, more);
    const again = async (): Promise<void> => {
      for (let service = running.get(which); service; service = running.get(which)) {
        await service.ended;
        if (running.get(which) !== service) return;
        // It may end before it is ready: that is what it is watched for.
        while (!isOver && running.get(which) === service) await start(which, more).catch(() => {});
      }
    };
    void again();
  }

  const held = open.move();
  return {
    db,
    queues,
    raw,
    servers,
    prefix: name,
    ways,
    blobs,
    disk,
    key: (queue, part) => `{${name}:${queue}}:${queue}:${part}`,
    start,
    keepRunning,
    async startAll() {
      await Promise.all(SERVICES.filter((it) => !running.has(it)).map((it) => start(it)));
    },
    async kill(which) {
      const service = serviceOf(which);
      running.delete(which);
      await service.kill();
    },
    async stop(which) {
      const service = serviceOf(which);
      running.delete(which);
      addresses.delete(which);
      await service.stop(10_000);
    },
    signal: (which, signal) => void process.kill(serviceOf(which).pid, signal),
    async readyz() {
      const said = [...addresses].map(async ([which, address]) => {
        const signal = AbortSignal.timeout(3_000);
        const text = fetch(`${address}/readyz`, { signal }).then((it) => it.text());
        return [which, (await text.catch(() => 'no answer')).trim()] as const;
      });
      return Object.fromEntries(await Promise.all(said));
    },
    async stopAll(timeoutMs) {
      const startedAt = performance.now();
      const services = [...running.values()];
      running.clear();
      addresses.clear();
      await Promise.all(services.map((service) => service.stop(timeoutMs)));
      return performance.now() - startedAt;
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
