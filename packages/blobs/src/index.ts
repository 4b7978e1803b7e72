export { BlobCorruptError, BlobTooLargeError } from './errors.ts';
export type { FileBlobsOptions } from './file-blobs.ts';
export { openBlobs } from './open-blobs.ts';
export type { BlobEntry, BlobRef, BlobStore } from './store.ts';
