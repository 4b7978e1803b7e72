import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BlobCorruptError, BlobTooLargeError, openBlobs } from '@nashra/blobs';
import { EnvironmentError } from '@nashra/errors';

const SHA256 = '0123456789abcdef'.repeat(4);
const STATUSES = [200, 200, 404, 503, 206];

/** A bucket that answers with any text: nothing but errors that say so may come of it, and no list without an end. */
export async function openBucketOfAnswers(): Promise<(text: string) => Promise<void>> {
  let [text, calls] = ['', 0];
  const server = createServer((request, response) => {
    calls += 1;
    request.resume();
    const status = STATUSES[text.length % STATUSES.length] ?? 200;
    response.writeHead(status, { 'content-type': 'application/xml' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = server.address() as AddressInfo;
  process.env['AWS_ACCESS_KEY_ID'] ??= 'none';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'none';
  const blobs = await openBlobs(`s3://bucket/p?endpoint=http://127.0.0.1:${port}`, { attempts: 1 });
  return async (written) => {
    [text, calls] = [written, 0];
    const asked = [
      blobs.list(undefined, 5_000),
      blobs.get(SHA256),
      blobs.headBeside(SHA256),
      blobs.has(SHA256),
    ];
    for (const { status, reason } of (await Promise.allSettled(asked)) as PromiseRejectedResult[])
      if (status === 'rejected' && !EXPECTED.some((kind) => reason instanceof kind)) throw reason;
    if (calls > 20) throw new Error(`${calls} requests`);
  };
}

const EXPECTED = [EnvironmentError, BlobCorruptError, BlobTooLargeError];
