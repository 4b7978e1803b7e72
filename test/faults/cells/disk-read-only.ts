import type { Cell } from '../cell.ts';

export const diskReadOnly: Cell = {
  name: 'disk-read-only',
  kind: 'disk',
  what: 'the disk of the blob store is remounted read-only',
  ownDisk: true,
  named: /read-only/,
  stops: true,
  holdMs: 5_000,
  async begin({ disk }, load) {
    disk?.readOnly(true);
    await load.more();
  },
  end: async ({ disk }) => disk?.readOnly(false),
};
