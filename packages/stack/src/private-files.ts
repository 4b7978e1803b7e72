import { fchmodSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** For its owner's eyes only. */
const FILE_MODE = 0o600;
/** Root's folders may be walked through: Postgres lives below them and runs as somebody else. Nobody may list them. */
const PASSAGE_MODE = process.getuid?.() === 0 ? 0o711 : 0o700;

/** Makes a folder for ourselves, and those above it that are missing; one that is there stays as its owner wants it. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** The same for a folder that servers of ours live in, which as root are another user's. */
export function makeDataFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: PASSAGE_MODE });
}

/** Opens a log for appending, in a folder that is made when missing: logs tell addresses, queries and logins' names. */
export function openPrivateLog(path: string): number {
  makeDataFolder(dirname(dirname(path)));
  makePrivateFolder(dirname(path));
  const file = openSync(path, 'a', FILE_MODE);
  // One of an earlier version was readable by all.
  fchmodSync(file, FILE_MODE);
  return file;
}
