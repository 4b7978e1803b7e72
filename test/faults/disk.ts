import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Disk extends Disposable {
  readonly folder: string;
  readOnly(on: boolean): void;
}

/** What tells that no disk of one's own can be had here. */
export class NoDiskError extends Error {
  override name = 'NoDiskError';
}

/**
 * A file system of two megabytes in memory.
 *
 * @throws NoDiskError where nobody may mount
 */
export function mountDisk(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'nashra-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (cause) {
    rmSync(folder, { recursive: true });
    throw new NoDiskError('nothing can be mounted here', { cause });
  }
  chmodSync(folder, 0o755);
  return {
    folder,
    readOnly(on) {
      execFileSync('mount', ['-o', `remount,${on ? 'ro' : 'rw'}`, folder], { stdio: 'pipe' });
    },
    [Symbol.dispose]() {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true });
    },
  };
}
