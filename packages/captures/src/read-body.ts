import { BlobCorruptError, type BlobStore } from '@nashra/blobs';
import type { Capture } from './keep.ts';

/** A capture's bytes and content type; null when the store has lost them. Rotten bytes are as good as lost. */
export async function readBody(
  blobs: BlobStore,
  { blobSha256, contentType }: Capture,
): Promise<{ readonly bytes: Buffer; readonly contentType: string | null } | null> {
  const bytes = await blobs.get(blobSha256).catch(async (error: unknown) => {
    if (!(error instanceof BlobCorruptError)) throw error;
    await blobs.delete(blobSha256);
    return null;
  });
  if (bytes === null) return null;
  return { bytes, contentType: contentType ?? (await contentTypeBeside(blobs, blobSha256)) };
}

/** Bodies that came in before captures were rows have their head beside them. */
async function contentTypeBeside(blobs: BlobStore, sha256: string): Promise<string | null> {
  const head = await blobs.headBeside(sha256);
  const headers = head?.['headers'] as Record<string, unknown> | undefined;
  const contentType = headers?.['content-type'];
  return typeof contentType === 'string' ? contentType : null;
}
