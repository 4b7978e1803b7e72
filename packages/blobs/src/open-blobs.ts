import { fileURLToPath } from 'node:url';
import { type FileBlobsOptions, openFileBlobs } from './file-blobs.ts';
import type { BlobStore } from './store.ts';

/**
 * Opens the blob store at `place`: a folder, by its path or as `file:` address.
 *
 * @throws TypeError for a kind of address that no driver serves
 */
export function openBlobs(place: string, options?: FileBlobsOptions): Promise<BlobStore> {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(place)?.[1]?.toLowerCase();
  if (scheme === undefined) return openFileBlobs(place, options);
  if (scheme === 'file') return openFileBlobs(fileURLToPath(place), options);
  throw new TypeError(
    `no blob store for ${scheme}: addresses; a folder or a file: address is wanted`,
  );
}
