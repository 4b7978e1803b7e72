import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDb } from '@nashra/db';
import { freePort } from '@nashra/stack';
import { sql } from 'kysely';
import { waitFor } from './wait-for.ts';

/** The program and its arguments, so that a newer one that lies elsewhere can be named with its loader. */
const [PROGRAM = '', ...BEFORE] = (process.env['PGBOUNCER'] ?? 'pgbouncer').split(' ');
const PATH = `${process.env['PATH']}:/usr/sbin`;

export interface BouncerProgram {
  readonly version: string;
  /** Whether it keeps statements that have names (since 1.21). */
  readonly keepsNames: boolean;
}

/** Undefined where there is none; whoever skips for that says so. */
export function findBouncer(): BouncerProgram | undefined {
  const asked = spawnSync(PROGRAM, [...BEFORE, '--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH },
  });
  const [, major, minor] = /PgBouncer (\d+)\.(\d+)/.exec(asked.stdout ?? '') ?? [];
  if (major === undefined) return undefined;
  return { version: `${major}.${minor}`, keepsNames: Number(major) > 1 || Number(minor) >= 21 };
}

export interface Bouncer extends AsyncDisposable {
  /** The same login by this way, as services are given it. */
  readonly url: string;
  readonly pid: number;
}

/**
 * PgBouncer in transaction mode before a database. A strict one forgets all that was said in a session after each transaction: who
 * relies on anything lasting fails at once, and not one time in a thousand.
 *
 * @param to the address it logs in with, whoever comes
 */
export async function startBouncer(
  dir: string,
  to: string,
  {
    sessions,
    keepsNames,
    isStrict = false,
  }: { readonly sessions: number; readonly keepsNames: boolean; readonly isStrict?: boolean },
): Promise<Bouncer> {
  const port = await freePort();
  const url = new URL(to);
  const file = join(dir, `pgbouncer-${port}.ini`);
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    max_client_conn: 200,
    default_pool_size: sessions,
    ...(keepsNames && { max_prepared_statements: 200 }),
    // Where names are kept they lie in the sessions; what else was said there is forgotten all the same.
    ...(isStrict && {
      server_reset_query: keepsNames ? 'reset all; unlisten *; discard temp' : 'discard all',
      server_reset_query_always: 1,
    }),
    log_connections: 0,
    log_disconnections: 0,
  };
  const login = `host=127.0.0.1 port=${url.port} user=${url.username} password=${url.password}`;
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(
    file,
    `[databases]\n${url.pathname.slice(1)} = ${login}\n[pgbouncer]\n${lines.join('\n')}\n`,
  );
  const asRoot = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(PROGRAM, [...BEFORE, ...asRoot, file], {
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-4_000);
  });
  const way = new URL(to);
  way.port = String(port);
  way.searchParams.set('pooler', 'transaction');
  if (keepsNames) way.searchParams.set('prepare', 'true');
  const isThere = async () => {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended:\n${said}`);
    await using db = openDb(way.href, { poolSize: 1 });
    await sql`select`.execute(db);
    return true;
  };
  try {
    await waitFor(isThere, { what: 'PgBouncer' });
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(said, { cause: error });
  }
  return {
    url: way.href,
    pid: child.pid ?? -1,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
