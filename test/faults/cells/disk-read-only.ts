import type { Cell } from '../cell.ts';

export const diskReadOnly: Cell = {
  name: 'disk-read-only',
  kind: 'disk',
  what: 'the disk of the blob store is remounted read-only',
  ownDisk: true,
  named: /read-only/,
  stops: true,
  holdMs: 5_000,
  begin: async ({ disk }) => disk?.readOnly(true),
  end: async ({ disk }) => disk?.readOnly(false),
};
