import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StackError } from './errors.ts';
import { inheritedEnv } from './inherited-env.ts';
import { type PostgresHome, program } from './postgres-home.ts';

/** The database that is there from the start. */
export const DATABASE = 'nashra';

const MAJOR = '18';

/**
 * Makes the cluster aside and puts it in place when it is whole, so that an interrupted first start leaves nothing
 * half made. The superuser's password lies in the cluster's own folder, readable by its owner alone: other users
 * of this machine can reach the port.
 */
export function createCluster(
  home: PostgresHome,
  sync: boolean,
  say: (line: string) => void,
): void {
  say(`Making the Postgres cluster in ${home.dataDir}`);
  const aside = `${home.dataDir}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const passwordFile = `${aside}.password`;
  writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  if (home.user) {
    chownSync(aside, home.user.uid, home.user.gid);
    chownSync(passwordFile, home.user.uid, home.user.gid);
  }
  // The built-in provider sorts the same on every platform; `und` rules would need ICU data.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const auth = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const speed = sync ? [] : ['--no-sync'];
  run(home, 'initdb', ['-D', aside, '--encoding=UTF8', ...locale, ...auth, ...speed]);
  run(home, 'postgres', ['--single', '-D', aside, 'postgres'], `create database ${DATABASE}\n`);
  renameSync(passwordFile, join(aside, 'superuser.password'));
  // Only an empty folder may be replaced: one with something in it was named by mistake.
  if (existsSync(home.dataDir)) rmdirSync(home.dataDir);
  renameSync(aside, home.dataDir);
}

/** @throws StackError POSTGRES_VERSION when the folder belongs to another major version */
export function readPassword(dataDir: string): string {
  const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR) {
    throw new StackError(
      'POSTGRES_VERSION',
      `${dataDir} holds data of Postgres ${version}, this is ${MAJOR}: dump and reload it, or move the folder away to begin anew.`,
    );
  }
  return readFileSync(join(dataDir, 'superuser.password'), 'utf8').trim();
}

function run(home: PostgresHome, name: 'initdb' | 'postgres', args: string[], input = ''): void {
  const result = spawnSync(program(home.native, name), args, {
    input,
    encoding: 'utf8',
    cwd: dirname(home.native),
    env: { ...inheritedEnv(), LC_ALL: 'C', TZ: 'UTC' },
    ...(home.user && { uid: home.user.uid, gid: home.user.gid }),
  });
  if (result.status === 0) return;
  const text = (result.stderr || result.error?.message || '').trim();
  const hint = text.includes('could not look up effective user ID')
    ? ` The user id ${process.getuid?.()} has no entry in /etc/passwd: add one, or set DATABASE_URL.`
    : '';
  throw new StackError('POSTGRES_FAILED', `${name} failed: ${text}${hint}`);
}
