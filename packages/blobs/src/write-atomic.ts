import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const STALE_MS = 60 * 60 * 1_000;
const datasync = promisify(fs.fdatasync);

/**
 * Writes a file that is whole or absent, also after a power cut: own name, fsync, rename. What the page cache answers is
 * asked directly, since the thread pool costs more than the answer; the disk alone is waited for aside.
 */
export async function writeAtomic(
  path: string,
  bytes: Uint8Array,
  temporaryFolder: string,
): Promise<void> {
  const temporary = join(temporaryFolder, randomUUID());
  try {
    const file = openNew(temporary);
    try {
      for (let at = 0; at < bytes.length; ) at += fs.writeSync(file, bytes, at);
      await datasync(file);
    } finally {
      fs.closeSync(file);
    }
    renameInto(path, temporary);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A folder that was taken away or mounted anew, empty, is made again. */
function openNew(path: string): number {
  try {
    return fs.openSync(path, 'wx', 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    fs.mkdirSync(dirname(path), { recursive: true });
    return fs.openSync(path, 'wx', 0o644);
  }
}

/** The folder is made when it turns out to be missing: nearly always it is there. */
function renameInto(path: string, temporary: string): void {
  try {
    fs.renameSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    fs.mkdirSync(dirname(path), { recursive: true });
    fs.renameSync(temporary, path);
  }
}

/** Removes what killed writers left behind; younger files may belong to a living one. */
export async function sweepTemporary(temporaryFolder: string, now = Date.now()): Promise<void> {
  for (const name of await readdir(temporaryFolder)) {
    const path = join(temporaryFolder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0,
    );
    if (age > STALE_MS) await rm(path, { force: true });
  }
}
