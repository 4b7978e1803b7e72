import type { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { EnvironmentError } from '@nashra/errors';
import type { S3Place } from './s3-place.ts';

/** The kept client, and the answers of a bucket in this package's words. */
export interface Bucket {
  readonly sdk: typeof import('@aws-sdk/client-s3');
  readonly client: S3Client;
  /** What `ask` gives; null where the bucket has no such name. Every other refusal is the environment's fault. */
  answerOf<T>(ask: () => Promise<T>): Promise<T | null>;
}

export interface S3Options {
  /** Tries of one request in all, with pauses that double and are drawn by lot. Default 4. */
  readonly attempts?: number;
  /** A server that is silent for so long is not there. Default 10 s. */
  readonly silenceMs?: number;
}

/** Loads the client: 37 MB that only those pay who have a bucket. */
export async function openBucket(
  { endpoint, region }: S3Place,
  { attempts = 4, silenceMs = 10_000 }: S3Options,
): Promise<Bucket> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // A server of one's own asks for some region, and it does not matter which.
    ...((region || endpoint) && { region: region ?? 'us-east-1' }),
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: silenceMs,
      socketTimeout: silenceMs,
      throwOnRequestTimeout: true,
    },
  });
  return { sdk, client, answerOf };
}

async function answerOf<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (cause) {
    const { name, $metadata, code } = cause as S3ServiceException & NodeJS.ErrnoException;
    if (name === 'NoSuchKey' || (name === 'NotFound' && $metadata?.httpStatusCode === 404))
      return null;
    // What a bucket refuses it refuses to all: nothing of it is a page's own doing.
    throw new EnvironmentError(`s3: ${code ?? name}`, { cause });
  }
}
