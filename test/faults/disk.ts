import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Disk extends Disposable {
  readonly folder: string;
  readOnly(on: boolean): void;
  /** Another one, empty, in its place. */
  replace(): void;
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
  const mount = () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'pipe' });
    chmodSync(folder, 0o755);
  };
  const unmount = () => execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
  try {
    mount();
  } catch (cause) {
    rmSync(folder, { recursive: true });
    throw new NoDiskError('nothing can be mounted here', { cause });
  }
  return {
    folder,
    replace() {
      unmount();
      mount();
    },
    readOnly(on) {
      execFileSync('mount', ['-o', `remount,${on ? 'ro' : 'rw'}`, folder], { stdio: 'pipe' });
    },
    [Symbol.dispose]() {
      unmount();
      rmSync(folder, { recursive: true });
    },
  };
}
