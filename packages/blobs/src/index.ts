export { BlobCorruptError, BlobTooLargeError } from './errors.ts';
export { type FileBlobsOptions, openFileBlobs } from './file-blobs.ts';
export type { BlobEntry, BlobHead, BlobRef, BlobStore } from './store.ts';
