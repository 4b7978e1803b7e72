import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Free space is asked for at most this often: it is a call of microseconds, but there are many pages. */
const FRESH_MS = 1_000;

/**
 * A check that throws ENOSPC while the disk of a folder has less than `floor` bytes free, before the disk does so itself in
 * the middle of a page, or of Postgres, which may share it.
 */
export function roomFloor(
  folder: string,
  floor: number,
  now: () => number = performance.now.bind(performance),
): () => void {
  let askedAt = Number.NEGATIVE_INFINITY;
  let free = 0;
  return () => {
    if (floor === 0) return;
    if (now() - askedAt > FRESH_MS) {
      const { bavail, bsize } = statfsSync(standing(folder));
      [askedAt, free] = [now(), bavail * bsize];
    }
    if (free >= floor) return;
    const message = `ENOSPC: ${free} bytes are free at ${folder}, fewer than the ${floor} to be kept`;
    throw Object.assign(new Error(message), { code: 'ENOSPC', syscall: 'statfs', path: folder });
  };
}

/** The folder, or the next one above that is there: one that was taken away is made anew by the next write. */
function standing(folder: string): string {
  let at = folder;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
