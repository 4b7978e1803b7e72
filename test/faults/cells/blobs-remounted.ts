import type { Cell } from '../cell.ts';

export const blobsRemounted: Cell = {
  name: 'blobs-remounted',
  kind: 'disk',
  what: 'the disk of the blob store is replaced by an empty one',
  ownDisk: true,
  begin: async ({ disk }) => disk?.replace(),
};
