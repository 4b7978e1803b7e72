import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { claim } from './claim.ts';
import { StackError } from './errors.ts';
import { freePort } from './free-port.ts';
import { inheritedEnv } from './inherited-env.ts';
import { installRedis } from './install-redis.ts';
import type { RunningServer } from './postgres.ts';
import { makePrivateFolder } from './private-files.ts';
import { findRedisProgram, type RedisProgram } from './redis-program.ts';
import { redisReady } from './redis-ready.ts';
import { makeRedisLogins, type RedisUsers } from './redis-users.ts';
import { logTail, spawnServer, stopLeftover } from './server-process.ts';

export interface RedisOptions {
  /** Where the append-only file lies; made when missing. */
  readonly dataDir: string;
  /** Wanted port; another free one is taken when it is busy. 0, the default, is any free one. */
  readonly port?: number;
  /** False keeps nothing on disk. True by default: append-only file, synced every second. */
  readonly persist?: boolean;
  /** Whom it lets in beside its administrator. */
  readonly users?: RedisUsers;
  /** The administrator's; made up by default. Of one that comes in another's place, whom its clients know. */
  readonly password?: string;
  /** Default: `../logs/redis.log` beside the data. */
  readonly logFile?: string;
  /** Told in one line what is being done, when it takes a while or is unexpected. */
  readonly log?: (line: string) => void;
}

export interface RunningRedis extends RunningServer {
  /** The addresses of its users by name; `url` is the administrator's. */
  readonly userUrls: Readonly<Record<string, string>>;
}

/**
 * Starts redis-server or valkey-server on loopback, installing it first where there is none. It never evicts: a
 * queue that loses keys loses jobs.
 *
 * @throws StackError STACK_RUNNING, REDIS_MISSING or REDIS_FAILED
 */
export async function startRedis(options: RedisOptions): Promise<RunningRedis> {
  const say = options.log ?? (() => {});
  const dataDir = resolve(options.dataDir);
  const unpacked = `${dataDir}-program`;
  const program = findRedisProgram(unpacked) ?? installRedis(unpacked, say);
  const lock = claim(`${dataDir}.lock`);
  try {
    makePrivateFolder(dataDir);
    if (await stopLeftover(leftoverPid(dataDir), dataDir, 'SIGTERM')) {
      say('Stopped the Redis that an interrupted run left behind');
    }
    const { server, url, userUrls, port } = await launch(program, dataDir, options);
    return {
      url,
      userUrls,
      port,
      pid: server.pid,
      exited: server.exited,
      async stop() {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function launch(program: RedisProgram, dataDir: string, options: RedisOptions) {
  const logFile = options.logFile ?? join(dirname(dataDir), 'logs', 'redis.log');
  const configFile = join(dataDir, 'redis.conf');
  const password = options.password ?? randomBytes(18).toString('base64url');
  const logins = makeRedisLogins(options.users ?? {});
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort(attempt === 0 ? options.port : 0);
    const config = [
      ...configLines(dataDir, port, password, options.persist ?? true),
      ...logins.lines,
      '',
    ].join('\n');
    writeFileSync(configFile, config, { mode: 0o600 });
    const server = spawnServer({
      file: program.file,
      args: [configFile],
      env: { ...inheritedEnv(), ...program.env },
      logFile,
      stopSignal: 'SIGTERM',
    });
    let running = true;
    void server.exited.then(() => {
      running = false;
    });
    if (await redisReady(port, password, () => running)) {
      const at = `127.0.0.1:${port}`;
      const userUrls = Object.fromEntries(
        Object.entries(logins.passwords).map(([name, of]) => [name, `redis://${name}:${of}@${at}`]),
      );
      return { server, port, userUrls, url: `redis://:${password}@${at}` };
    }
    await server.stop();
    if (!logTail(logFile).includes('bind')) break;
  }
  throw new StackError(
    'REDIS_FAILED',
    `Redis did not start; the end of ${logFile}:\n${logTail(logFile)}`,
  );
}

function configLines(dataDir: string, port: number, password: string, persist: boolean): string[] {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${quote(dataDir)}`,
    `pidfile ${quote(join(dataDir, 'redis.pid'))}`,
    'daemonize no',
    // The command line stays as it is, which is how a later start recognises its own leftover.
    'set-proc-title no',
    'maxmemory-policy noeviction',
    'save ""',
    persist ? 'appendonly yes' : 'appendonly no',
    'appendfsync everysec',
  ];
}

/** redis.conf strings: double quotes with backslash escapes. */
function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function leftoverPid(dataDir: string): number {
  try {
    return Number(readFileSync(join(dataDir, 'redis.pid'), 'utf8')) || -1;
  } catch {
    return -1;
  }
}
