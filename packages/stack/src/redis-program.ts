import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inheritedEnv } from './inherited-env.ts';

export interface RedisProgram {
  readonly file: string;
  readonly version: string;
  readonly env?: NodeJS.ProcessEnv;
}

const NAMES = ['redis-server', 'valkey-server'];
/** Where servers lie that are often missing on an ordinary user's PATH. */
const USUAL = [
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
  '/snap/bin',
];

/** The first redis-server or valkey-server that runs and is new enough for the queues (6.2), or undefined. */
export function findRedisProgram(unpackedDir?: string): RedisProgram | undefined {
  const path = process.env['PATH']?.split(delimiter).filter(Boolean) ?? [];
  for (const folder of new Set([...path, ...USUAL])) {
    for (const name of NAMES) {
      const program = probe(join(folder, name));
      if (program) return program;
    }
  }
  return unpackedDir ? probeUnpacked(unpackedDir) : undefined;
}

/** A program unpacked from packages into a folder of ours, with the libraries it came with. */
export function probeUnpacked(dir: string): RedisProgram | undefined {
  const libraries = libraryFolders(join(dir, 'usr', 'lib'));
  const present = process.env['LD_LIBRARY_PATH'];
  const LD_LIBRARY_PATH = [...libraries, ...(present ? [present] : [])].join(':');
  return probe(join(dir, 'usr', 'bin', 'redis-server'), { LD_LIBRARY_PATH });
}

function probe(file: string, env?: NodeJS.ProcessEnv): RedisProgram | undefined {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return undefined;
  }
  const run = spawnSync(file, ['--version'], {
    encoding: 'utf8',
    timeout: 5_000,
    env: { ...inheritedEnv(), ...env },
  });
  const version = /\bv=(\d+)\.(\d+)[\d.]*/.exec(run.stdout ?? '');
  if (!version) return undefined;
  const [text, major, minor] = version;
  if (Number(major) * 100 + Number(minor) < 602) return undefined;
  return { file, version: text.slice(2), ...(env && { env }) };
}

function libraryFolders(lib: string): string[] {
  try {
    const triplets = readdirSync(lib, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    return [lib, ...triplets.map((entry) => join(lib, entry.name))];
  } catch {
    return [];
  }
}
