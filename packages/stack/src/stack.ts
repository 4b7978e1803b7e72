import { join, resolve } from 'node:path';
import { meantEnv } from '@nashra/env';
import { claim } from './claim.ts';
import { type RunningServer, startPostgres } from './postgres.ts';
import { makePrivateFolder } from './private-files.ts';
import { birthOf } from './process-identity.ts';
import { startRedis } from './redis.ts';
import type { RedisUsers } from './redis-users.ts';
import { type RunInfo, removeRunFile, writeRunFile } from './run-file.ts';

export interface StackOptions {
  /** Everything embedded servers keep; the project's `.nashra` as a rule. */
  readonly dataDir: string;
  /** A Postgres of the caller's; by default DATABASE_URL, else the embedded one. */
  readonly databaseUrl?: string;
  /** A Redis of the caller's; by default REDIS_URL, else an embedded one. */
  readonly redisUrl?: string;
  /** Whom an embedded Redis lets in beside its administrator. */
  readonly redisUsers?: RedisUsers;
  /** Told in one line what is being done, when it takes a while or is unexpected. */
  readonly log?: (line: string) => void;
}

export interface Stack {
  /** Of whoever may do all there, of an embedded server. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Of an embedded Redis's users by name; of the caller's own there are none. */
  readonly redisUserUrls: Readonly<Record<string, string>>;
  /** Whether Postgres is ours alone. */
  readonly ownsPostgres: boolean;
  readonly logDir: string;
  /** Settles with one line when an embedded server ends by itself; never while all is well. */
  readonly failed: Promise<string>;
  /** Adds ports to run.json, for other commands to find. */
  announce(ports: Record<string, number>): void;
  stop(): Promise<void>;
}

/** The usual ports, high enough to be free beside a Postgres or Redis of the machine's own. */
const POSTGRES_PORT = 55_432;
const REDIS_PORT = 56_379;

/**
 * Starts Postgres and Redis, or takes those the addresses name, and writes the addresses to `run.json`.
 *
 * @throws StackError; STACK_RUNNING while another one runs on the same folder
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dataDir = resolve(options.dataDir);
  const logDir = join(dataDir, 'logs');
  const lock = claim(join(dataDir, 'run.lock'));
  makePrivateFolder(logDir);
  const env = meantEnv(process.env);
  const databaseUrl = options.databaseUrl ?? env['DATABASE_URL'];
  const redisUrl = options.redisUrl ?? env['REDIS_URL'];
  const common = { ...(options.log && { log: options.log }) };
  const servers = await Promise.allSettled([
    databaseUrl
      ? undefined
      : startPostgres({
          ...common,
          dataDir: join(dataDir, 'postgres'),
          port: POSTGRES_PORT,
          logFile: join(logDir, 'postgres.log'),
        }),
    redisUrl
      ? undefined
      : startRedis({
          ...common,
          dataDir: join(dataDir, 'redis'),
          port: REDIS_PORT,
          logFile: join(logDir, 'redis.log'),
          ...(options.redisUsers && { users: options.redisUsers }),
        }),
  ]);
  const [ofPostgres, ofRedis] = servers;
  const postgres = ofPostgres.status === 'fulfilled' ? ofPostgres.value : undefined;
  const redis = ofRedis.status === 'fulfilled' ? ofRedis.value : undefined;
  const stop = async () => {
    await Promise.all([postgres?.stop(), redis?.stop()]);
    removeRunFile(dataDir);
    lock.release();
  };
  const refused = servers.find((server) => server.status === 'rejected');
  if (refused) {
    await stop();
    throw refused.reason;
  }
  let info: RunInfo = {
    pid: process.pid,
    birth: birthOf(process.pid),
    databaseUrl: databaseUrl ?? postgres?.url ?? '',
    redisUrl: redisUrl ?? redis?.url ?? '',
    ports: { ...(postgres && { postgres: postgres.port }), ...(redis && { redis: redis.port }) },
    started: new Date().toISOString(),
  };
  writeRunFile(dataDir, info);
  return {
    databaseUrl: info.databaseUrl,
    redisUrl: info.redisUrl,
    redisUserUrls: redis?.userUrls ?? {},
    ownsPostgres: postgres !== undefined,
    logDir,
    failed: Promise.race([
      ...ends('Postgres', postgres, logDir),
      ...ends('Redis', redis, logDir),
      new Promise<never>(() => {}),
    ]),
    announce(ports) {
      info = { ...info, ports: { ...info.ports, ...ports } };
      writeRunFile(dataDir, info);
    },
    stop,
  };
}

function ends(name: string, server: RunningServer | undefined, logDir: string): Promise<string>[] {
  if (!server) return [];
  const log = join(logDir, `${name.toLowerCase()}.log`);
  return [server.exited.then((how) => `${name} ended by itself (${how}); see ${log}`)];
}
