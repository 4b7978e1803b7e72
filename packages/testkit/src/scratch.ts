import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** A run takes a tenth of it. */
const NEEDED_BYTES = 4 * 2 ** 30;

/**
 * Makes the folder for what servers of tests write; the caller removes it. It lies in memory where there is room: Postgres makes and
 * removes a hundred thousand files for the tests, and on a disk that is more work than all else that they ask of it.
 *
 * @returns its path, which other users may enter
 */
export function makeScratch(): string {
  const isInMemory = hasRoom();
  if (isInMemory) clearDead();
  const folder = mkdtempSync(join(isInMemory ? MEMORY : tmpdir(), `nashra-test-${process.pid}-`));
  // Postgres runs as somebody else when we are root, and must get in.
  chmodSync(folder, 0o755);
  return folder;
}

function hasRoom(): boolean {
  if (!existsSync(MEMORY) || process.availableMemory() < NEEDED_BYTES) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= NEEDED_BYTES;
}

/** Takes away what runs have left that were killed. */
function clearDead(): void {
  for (const name of readdirSync(MEMORY)) {
    const pid = /^nashra-test-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(MEMORY, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
