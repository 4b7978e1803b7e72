import { fileURLToPath } from 'node:url';
import { type FileBlobsOptions, openFileBlobs } from './file-blobs.ts';
import { withOlder } from './older-blobs.ts';
import type { S3Options } from './s3-client.ts';
import type { BlobStore } from './store.ts';

const MAX_BYTES = 64 * 1024 * 1024;

export interface BlobsOptions extends FileBlobsOptions, S3Options {}

/** Places are told apart by a comma before the next one's beginning, so that a folder may have one in its name. */
const COMMA = /,(?=\/|[a-z][a-z0-9+.-]+:\/\/)/i;

/**
 * Opens the blob store at `places`: a folder, by its path or as `file:` address, or `s3://bucket/prefix`. Of several, with
 * commas between them, the first is written to, and what it does not have yet is read from the others.
 *
 * @throws TypeError for a kind of address that no driver serves
 */
export async function openBlobs(places: string, options: BlobsOptions = {}): Promise<BlobStore> {
  const [first = '', ...others] = places.split(COMMA);
  let store = await openPlace(first, options);
  for (const other of others) store = withOlder(store, await openPlace(other, options));
  return store;
}

async function openPlace(place: string, options: BlobsOptions): Promise<BlobStore> {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(place)?.[1]?.toLowerCase();
  if (scheme === undefined) return await openFileBlobs(place, options);
  if (scheme === 'file') return await openFileBlobs(fileURLToPath(place), options);
  if (scheme === 's3') {
    const [{ readS3Place }, { openS3Blobs }] = await Promise.all([
      import('./s3-place.ts'),
      import('./s3-blobs.ts'),
    ]);
    return await openS3Blobs(readS3Place(place), { maxBytes: MAX_BYTES, ...options });
  }
  throw new TypeError(
    `no blob store for ${scheme}: addresses; a folder, a file: or an s3: address is wanted`,
  );
}
