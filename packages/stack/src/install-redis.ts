import { spawnSync } from 'node:child_process';
import { StackError } from './errors.ts';
import { findRedisProgram, type RedisProgram } from './redis-program.ts';
import { unpackDebianRedis } from './unpack-debian-redis.ts';

interface PackageManager {
  readonly name: string;
  /** Tried in order until one succeeds; whole command lines without sudo. */
  readonly installs: readonly (readonly string[])[];
  readonly needsRoot: boolean;
}

const MANAGERS: readonly PackageManager[] = [
  {
    name: 'apt-get',
    installs: [['apt-get', 'install', '-y', '--no-install-recommends', 'redis-server']],
    needsRoot: true,
  },
  {
    name: 'dnf',
    installs: [
      ['dnf', 'install', '-y', 'valkey'],
      ['dnf', 'install', '-y', 'redis'],
    ],
    needsRoot: true,
  },
  { name: 'apk', installs: [['apk', 'add', '--no-cache', 'redis']], needsRoot: true },
  {
    name: 'pacman',
    installs: [['pacman', '-Sy', '--noconfirm', '--needed', 'valkey']],
    needsRoot: true,
  },
  { name: 'brew', installs: [['brew', 'install', 'redis']], needsRoot: false },
];

/**
 * Redis where there is none: through the platform's package manager when we may, else (Debian and its kin) its
 * packages unpacked into `unpackedDir`, which needs no rights at all.
 *
 * @throws StackError REDIS_MISSING that says what to type
 */
export function installRedis(unpackedDir: string, say: (line: string) => void): RedisProgram {
  const manager = MANAGERS.find(({ name }) => hasCommand(name));
  if (manager) {
    const prefix = rights(manager);
    if (prefix) runInstalls(manager, prefix, say);
    const installed = findRedisProgram();
    if (installed) return installed;
    if (manager.name === 'apt-get') {
      say(
        `Redis is missing and may not be installed: unpacking its Debian packages into ${unpackedDir}`,
      );
      const unpacked = unpackDebianRedis(unpackedDir);
      if (unpacked) return unpacked;
    }
  }
  const sudo = manager?.needsRoot && process.getuid?.() !== 0 ? 'sudo ' : '';
  const what = manager?.installs[0]
    ? `type: ${sudo}${manager.installs[0].join(' ')}`
    : 'install redis-server or valkey-server (6.2 or newer)';
  throw new StackError(
    'REDIS_MISSING',
    `Redis is missing and could not be installed: ${what}, or set REDIS_URL to a Redis of yours.`,
  );
}

/** What goes before a command line to run it with enough rights; undefined when that cannot be done silently. */
function rights(manager: PackageManager): readonly string[] | undefined {
  const isRoot = process.getuid?.() === 0;
  if (!manager.needsRoot) return isRoot ? undefined : [];
  if (isRoot) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : undefined;
}

function runInstalls(
  manager: PackageManager,
  prefix: readonly string[],
  say: (line: string) => void,
): void {
  for (const install of manager.installs) {
    const line = [...prefix, ...install].join(' ');
    say(`Redis is missing: installing it with \`${line}\``);
    if (runQuietly(prefix, install)) return;
    // A fresh container has no package lists yet.
    if (
      manager.name === 'apt-get' &&
      runQuietly(prefix, ['apt-get', 'update']) &&
      runQuietly(prefix, install)
    ) {
      return;
    }
  }
}

function runQuietly(prefix: readonly string[], command: readonly string[]): boolean {
  // SYSTEMD_OFFLINE keeps the package from also starting a server of the machine's own on port 6379.
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'SYSTEMD_OFFLINE=1'];
  const [file = '', ...args] = [...prefix, ...quiet, ...command];
  return spawnSync(file, args, { stdio: 'ignore', timeout: 300_000 }).status === 0;
}

function hasCommand(name: string): boolean {
  return (
    spawnSync('sh', ['-c', 'command -v -- "$1"', 'sh', name], { stdio: 'ignore' }).status === 0
  );
}
