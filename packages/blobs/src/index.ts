export { type Copied, type CopyOptions, copyBlobs } from './copy-blobs.ts';
export { BlobCorruptError, BlobTooLargeError } from './errors.ts';
export { type BlobsOptions, openBlobs } from './open-blobs.ts';
export type { BlobEntry, BlobRef, BlobStore } from './store.ts';
