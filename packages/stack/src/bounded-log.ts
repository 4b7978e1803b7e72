import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface BoundedLog {
  write(chunk: Uint8Array): void;
  close(): void;
}

/** A log file that never outgrows `maxBytes`: a full one becomes `<path>.1`, replacing the one before it. */
export function openBoundedLog(path: string, maxBytes = 8 * 1024 * 1024): BoundedLog {
  mkdirSync(dirname(path), { recursive: true });
  let file = openSync(path, 'a');
  let size = fstatSync(file).size;
  return {
    write(chunk) {
      if (file < 0) return;
      if (size > 0 && size + chunk.length > maxBytes) {
        closeSync(file);
        renameSync(path, `${path}.1`);
        file = openSync(path, 'a');
        size = 0;
      }
      writeSync(file, chunk);
      size += chunk.length;
    },
    close() {
      closeSync(file);
      file = -1;
    },
  };
}
