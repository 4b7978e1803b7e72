import type { Readable } from 'node:stream';
import { EnvironmentError } from '@nashra/errors';
import { pack, sha256Of, unpack } from './codec.ts';
import { BlobTooLargeError } from './errors.ts';
import { parseHead } from './head.ts';
import { bodySuffix, headSuffix, nameOf } from './layout.ts';
import { openBucket, type S3Options } from './s3-client.ts';
import { listObjects } from './s3-list.ts';
import type { S3Place } from './s3-place.ts';
import type { BlobStore } from './store.ts';

export interface S3BlobsOptions extends S3Options {
  /** Bound on what `get` decompresses. */
  readonly maxBytes: number;
}

/**
 * Blob store in a bucket of S3 or of a server that speaks like it, named as in a folder. A page is one request: it is far
 * below the size from which parts pay. The client checks each transfer (CRC), `get` what came by its key.
 */
export async function openS3Blobs(place: S3Place, options: S3BlobsOptions): Promise<BlobStore> {
  const { sdk, client, answerOf } = await openBucket(place, options);
  const { maxBytes } = options;
  const at = (sha256: string, suffix: string) => ({
    Bucket: place.bucket,
    Key: place.prefix + nameOf(sha256) + suffix,
  });

  async function put(sha256: string, suffix: string, Body: Buffer, ContentType: string) {
    const where = at(sha256, suffix);
    const put = new sdk.PutObjectCommand({ ...where, Body, ContentType });
    if ((await answerOf(() => client.send(put))) === null)
      throw new EnvironmentError('s3: not kept');
  }

  /** At most `most` bytes of an object; null where there is none. */
  function read(sha256: string, suffix: string, most: number): Promise<Buffer | null> {
    const where = at(sha256, suffix);
    return answerOf(async () => {
      const { Body } = await client.send(new sdk.GetObjectCommand(where));
      return await readAtMost(Body as Readable, most);
    });
  }

  return {
    // Nobody has seen the end of a bucket.
    requireRoom() {},

    // @NOTE known bytes are put again: one request for all makes old ones young and mends rotten ones, and most are new.
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      await put(sha256, bodySuffix, pack(bytes), 'application/zstd');
      return { sha256, bytes: bytes.length };
    },

    async get(sha256) {
      const packed = await read(sha256, bodySuffix, maxBytes);
      if (packed === null) return null;
      if (packed.length > maxBytes) throw new BlobTooLargeError(sha256, maxBytes);
      return unpack(packed, sha256, maxBytes);
    },

    async has(sha256) {
      const head = new sdk.HeadObjectCommand(at(sha256, bodySuffix));
      return (await answerOf(() => client.send(head))) !== null;
    },

    async headBeside(sha256) {
      const text = await read(sha256, headSuffix, maxBytes);
      return text === null ? null : parseHead(text.toString());
    },

    async keepHead(sha256, head) {
      await put(sha256, headSuffix, Buffer.from(JSON.stringify(head)), 'application/json');
    },

    list: (after, limit) => listObjects({ sdk, client, answerOf }, place, after, limit),

    async delete(sha256) {
      for (const suffix of [bodySuffix, headSuffix]) {
        const remove = new sdk.DeleteObjectCommand(at(sha256, suffix));
        await answerOf(() => client.send(remove));
      }
    },
  };
}

/** The bytes of a stream, or the first that are more than `most`. */
async function readAtMost(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) break;
  }
  return Buffer.concat(chunks);
}
