import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claim } from './claim.ts';
import { StackError } from './errors.ts';
import { freePort } from './free-port.ts';
import { inheritedEnv } from './inherited-env.ts';
import { createCluster, DATABASE, readPassword } from './postgres-cluster.ts';
import { findPostgresHome, type PostgresHome, program } from './postgres-home.ts';
import { logTail, type ServerProcess, spawnServer, stopLeftover } from './server-process.ts';

export interface PostgresOptions {
  /** The cluster's folder; made when missing. */
  readonly dataDir: string;
  /** Wanted port; another free one is taken when it is busy. 0, the default, is any free one. */
  readonly port?: number;
  /** Off only for throw-away data: a power cut may then lose the cluster. On by default. */
  readonly fsync?: boolean;
  /** Settings of the server beside ours, by their names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Default: `../logs/postgres.log` beside the data. */
  readonly logFile?: string;
  /** Told in one line what is being done, when it takes a while or is unexpected. */
  readonly log?: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Settles when the server ends, asked or not. */
  readonly exited: Promise<number | string>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/**
 * Starts the embedded Postgres on loopback, making its cluster and the database `nashra` the first time. Works as
 * root too, through an unprivileged user, and after a crash or kill -9 of either side.
 *
 * @throws StackError STACK_RUNNING, POSTGRES_USER, POSTGRES_VERSION or POSTGRES_FAILED
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningServer> {
  const say = options.log ?? (() => {});
  const home = findPostgresHome(resolve(options.dataDir), say);
  const lock = claim(`${home.dataDir}.lock`);
  try {
    await clearLeftovers(home.dataDir, say);
    if (!existsSync(join(home.dataDir, 'PG_VERSION')))
      createCluster(home, options.fsync ?? true, say);
    const password = readPassword(home.dataDir);
    const logFile = options.logFile ?? join(dirname(home.dataDir), 'logs', 'postgres.log');
    const { server, port } = await launch(home, logFile, options);
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}`;
    return {
      url,
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

async function launch(home: PostgresHome, logFile: string, options: PostgresOptions) {
  const { native, dataDir, user } = home;
  // The port may be taken between the look and the start.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort(attempt === 0 ? options.port : 0);
    const server = spawnServer({
      file: program(native, 'postgres'),
      args: ['-D', dataDir, '-p', String(port), ...settings(options)],
      cwd: dataDir,
      env: { ...inheritedEnv(), LC_ALL: 'C', TZ: 'UTC' },
      ...(user && { uid: user.uid, gid: user.gid }),
      logFile,
      // SIGINT is Postgres's fast shutdown: ends sessions, writes a checkpoint.
      stopSignal: 'SIGINT',
    });
    if (await becomesReady(server, dataDir)) return { server, port };
    if (!logTail(logFile).includes('could not bind')) break;
  }
  throw new StackError(
    'POSTGRES_FAILED',
    `Postgres did not start; the end of ${logFile}:\n${logTail(logFile)}`,
  );
}

/** Small, for a machine that does other things too; sessions for six services and a few people. */
function settings({ fsync = true, settings: more = {} }: PostgresOptions): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    // No socket file: the folder it would lie in is shared with other servers of this machine.
    unix_socket_directories: '',
    max_connections: '200',
    // Kept for services: readers, however many logins they have, take the others at the most.
    reserved_connections: '60',
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    min_wal_size: '64MB',
    wal_compression: 'on',
    // Every page that is touched after a checkpoint goes whole into the log.
    checkpoint_timeout: '15min',
    jit: 'off',
    // Short queries over warm data on fast disks.
    random_page_cost: '1.1',
    // A plan that was made for an empty table is kept until the table has been looked at again.
    autovacuum_naptime: '15s',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.05',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%a@%d ',
    ...(!fsync && {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
      autovacuum_naptime: '5s',
    }),
    ...more,
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** postmaster.pid tells the state in its eighth line, as pg_ctl reads it: no log text in some language to guess at. */
async function becomesReady(server: ServerProcess, dataDir: string): Promise<boolean> {
  let running = true;
  void server.exited.then(() => {
    running = false;
  });
  for (let waited = 0; running && waited < READY_WITHIN_MS; waited += 20) {
    const lines = postmasterLines(dataDir);
    if (lines[0] === String(server.pid) && lines[7]?.trim() === 'ready') return true;
    await sleep(20);
  }
  await server.stop();
  return false;
}

/**
 * After kill -9 of our process the server still runs; after kill -9 of the server its lock file stays, and Postgres
 * refuses to start when some other process got the same id meanwhile.
 */
async function clearLeftovers(dataDir: string, say: (line: string) => void): Promise<void> {
  const pid = Number(postmasterLines(dataDir)[0]);
  if (!pid) return;
  if (await stopLeftover(pid, dataDir, 'SIGINT')) {
    say('Stopped the Postgres that an interrupted run left behind');
  } else {
    rmSync(join(dataDir, 'postmaster.pid'), { force: true });
  }
}

function postmasterLines(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
