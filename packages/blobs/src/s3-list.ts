import type { _Object } from '@aws-sdk/client-s3';
import { EnvironmentError } from '@nashra/errors';
import { bodySuffix, nameOf } from './layout.ts';
import type { Bucket } from './s3-client.ts';
import type { S3Place } from './s3-place.ts';
import type { BlobEntry } from './store.ts';

/** As many as a bucket names in one answer. */
const PAGE = 1_000;
const BODY = /(?:^|\/)([0-9a-f]{64})\.zst$/;

/** Up to `limit` blobs in key order after a key; heads and what is not ours are passed over. */
export async function listObjects(
  { sdk, client, answerOf }: Bucket,
  { bucket, prefix }: S3Place,
  after: string | undefined,
  limit: number,
): Promise<BlobEntry[]> {
  const entries: BlobEntry[] = [];
  let from = after && prefix + nameOf(after) + bodySuffix;
  while (entries.length < limit) {
    const list = new sdk.ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      MaxKeys: Math.min(PAGE, limit - entries.length),
      ...(from && { StartAfter: from }),
    });
    const page = await answerOf(() => client.send(list));
    if (page === null) throw new EnvironmentError(`s3: no list of ${bucket}`);
    const { Contents = [], IsTruncated } = page;
    entries.push(...Contents.flatMap(entryOf));
    const last = Contents.at(-1)?.Key;
    // A bucket that says the same again and again would be asked for ever.
    if (!IsTruncated || !last || (from && last <= from)) break;
    from = last;
  }
  return entries;
}

function entryOf({ Key = '', LastModified }: _Object): BlobEntry[] {
  const sha256 = BODY.exec(Key)?.[1];
  return sha256 && LastModified ? [{ sha256, putAt: LastModified }] : [];
}
