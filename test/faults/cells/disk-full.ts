import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../cell.ts';

export const diskFull: Cell = {
  name: 'disk-full',
  kind: 'disk',
  what: 'the disk of the blob store is full',
  ownDisk: true,
  named: /no space left/,
  stops: true,
  holdMs: 5_000,
  async begin({ disk }, load) {
    for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1)
      fill(join(disk?.folder ?? '', `${bytes}`), bytes);
    // Somebody must meet it, whatever was done before.
    await load.more();
  },
  async end({ disk }) {
    for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1) {
      rmSync(join(disk?.folder ?? '', `${bytes}`), { force: true });
    }
  },
};

/** As much of it as there is room for. */
function fill(path: string, bytes: number): void {
  try {
    writeFileSync(path, Buffer.alloc(bytes));
  } catch {
    // What was written until then stays.
  }
}
