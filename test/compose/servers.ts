import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDb } from '@nashra/db';
import { findRedisProgram, freePort, startPostgres } from '@nashra/stack';
import { waitFor } from '@nashra/testkit';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { type Container, PROJECT } from './compose-file.ts';

export interface Server extends AsyncDisposable {
  readonly port: number;
}

/** A Postgres with the user, password and database that the image would make at its first start. */
export async function servePostgres({ environment }: Container, dataDir: string): Promise<Server> {
  const server = await startPostgres({ dataDir, fsync: false });
  const user = sql.id(environment['POSTGRES_USER'] ?? '');
  const password = sql.lit(environment['POSTGRES_PASSWORD']);
  await using db = openDb(server.url, { poolSize: 1 });
  await sql`create role ${user} superuser login password ${password}`.execute(db);
  await sql`alter database ${sql.id(environment['POSTGRES_DB'] ?? '')} owner to ${user}`.execute(
    db,
  );
  return { port: server.port, [Symbol.asyncDispose]: () => server.stop() };
}

/** A Redis by the container's own command and settings, on loopback and in a folder of this machine. */
export async function serveRedis(
  { command, mounts, environment }: Container,
  dataDir: string,
  volumes: string,
): Promise<Server> {
  mkdirSync(dataDir, { recursive: true });
  const config = mounts.find(({ to }) => to.endsWith('.conf'));
  const settings = readFileSync(join(PROJECT, config?.from ?? ''), 'utf8');
  const file = join(dataDir, 'redis.conf');
  writeFileSync(file, settings.replace(/^dir .*$/m, `dir ${dataDir}`));
  const port = await freePort();
  const users = mounts.find(({ to }) => to === '/users');
  const args = command
    .slice(1)
    .map((arg) =>
      arg === config?.to ? file : arg.replace(/^\/users\b/, join(volumes, users?.from ?? '')),
    );
  const here = ['--port', String(port), '--bind', '127.0.0.1'];
  const server = spawn(findRedisProgram()?.file ?? '', [...args, ...here], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  await using redis = openRedis(port, environment['REDISCLI_AUTH']);
  await waitFor(() => redis.client.ping(), { what: 'Redis to answer with its password' });
  return {
    port,
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** What Redis says to somebody without a password, or to one of its users. */
export async function askRedis(
  port: number,
  command: readonly [string, ...string[]],
  login: { readonly username?: string; readonly password?: string } = {},
): Promise<unknown> {
  await using redis = openRedis(port, login.password, login.username);
  return await redis.client.call(...command).catch((error: Error) => error.message);
}

function openRedis(port: number, password?: string, username?: string) {
  const login = { ...(password && { password }), ...(username && { username }) };
  const client = new Redis({ port, ...login, maxRetriesPerRequest: 1 });
  client.on('error', () => {});
  return { client, [Symbol.asyncDispose]: async () => client.disconnect() };
}
