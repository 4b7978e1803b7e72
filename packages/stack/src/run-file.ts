import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, isAlive } from './process-identity.ts';

/** What a running stack tells other commands about itself; lies in `<dataDir>/run.json`, for its owner's eyes only. */
export interface RunInfo {
  /** The supervising process. */
  readonly pid: number;
  readonly birth: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Loopback ports by name: `postgres` and `redis` when embedded, then whatever was announced. */
  readonly ports: Readonly<Record<string, number>>;
  /** ISO 8601. */
  readonly started: string;
}

/** The running stack of this data folder, or undefined when there is none (a file left by a dead one counts as none). */
export function readRunFile(dataDir: string): RunInfo | undefined {
  try {
    const info = JSON.parse(readFileSync(pathIn(dataDir), 'utf8')) as RunInfo;
    return isAlive(info.pid) && birthOf(info.pid) === info.birth ? info : undefined;
  } catch {
    return undefined;
  }
}

export function writeRunFile(dataDir: string, info: RunInfo): void {
  const path = pathIn(dataDir);
  // Renamed into place, so that nobody reads half of it.
  writeFileSync(`${path}.new`, `${JSON.stringify(info, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function removeRunFile(dataDir: string): void {
  rmSync(pathIn(dataDir), { force: true });
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'run.json');
}
