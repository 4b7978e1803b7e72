import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { isSigned } from './signature.ts';

export interface StoredObject {
  readonly bytes: Buffer;
  readonly at: Date;
}

export interface S3Server extends AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly endpoint: string;
  /** By `bucket/name`: for tests to look at and to spoil. */
  readonly objects: Map<string, StoredObject>;
  /** Makes it refuse what it is asked with this status and code; null for its work again. */
  refuse(with_: { readonly status: number; readonly code: string } | null): void;
  /** Requests so far, refused ones too. */
  readonly asked: () => number;
}

/** Keys that it knows; a process under test has them in its environment. */
export const S3_KEYS = {
  AWS_ACCESS_KEY_ID: 'tests',
  AWS_SECRET_ACCESS_KEY: 'a/secret+of=tests',
} as const;

/**
 * A bucket server in memory that speaks as much of S3's wire as a store of bytes needs: PUT, GET, HEAD and DELETE of objects,
 * ListObjectsV2, signatures, the checksum of what comes, and errors in its XML.
 */
export async function startS3(...buckets: readonly string[]): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();
  let refusal: Parameters<S3Server['refuse']>[0] = null;
  let asked = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    asked += 1;
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://host');
    const [bucket = '', ...rest] = decodeURIComponent(pathname).slice(1).split('/');
    const name = rest.join('/');
    if (refusal) return refuse(response, refusal.status, refusal.code);
    if (!isSigned(request, body, S3_KEYS.AWS_SECRET_ACCESS_KEY))
      return refuse(response, 403, 'SignatureDoesNotMatch');
    if (!buckets.includes(bucket)) return refuse(response, 404, 'NoSuchBucket');
    const key = `${bucket}/${name}`;
    const found = objects.get(key);
    switch (name === '' ? 'LIST' : request.method) {
      case 'PUT':
        if (!isWhole(request, body)) return refuse(response, 400, 'BadDigest');
        objects.set(key, { bytes: body, at: new Date() });
        return void response.writeHead(200, { etag: `"${crc32(body)}"` }).end();
      case 'GET':
      case 'HEAD':
        if (!found) return refuse(response, 404, 'NoSuchKey');
        response.writeHead(200, {
          'content-length': found.bytes.length,
          'last-modified': found.at.toUTCString(),
        });
        return void response.end(request.method === 'HEAD' ? undefined : found.bytes);
      case 'DELETE':
        objects.delete(key);
        return void response.writeHead(204).end();
      case 'LIST':
        return void response.writeHead(200).end(listing(objects, bucket, searchParams));
      default:
        return refuse(response, 405, 'MethodNotAllowed');
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    refuse: (it) => {
      refusal = it;
    },
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>no</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(response.req.method === 'HEAD' ? undefined : xml);
}

/** Whoever puts says the checksum of what he puts. */
function isWhole({ headers }: IncomingMessage, body: Buffer): boolean {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return headers['x-amz-checksum-crc32'] === sum.toString('base64');
}

/** Names in the order of their bytes, at most a thousand. */
function listing(
  objects: ReadonlyMap<string, StoredObject>,
  bucket: string,
  query: URLSearchParams,
): string {
  const after = `${bucket}/${query.get('start-after') ?? ''}`;
  const prefix = `${bucket}/${query.get('prefix') ?? ''}`;
  const most = Math.min(Number(query.get('max-keys') ?? 1_000), 1_000);
  const names = [...objects.keys()].filter((it) => it.startsWith(prefix) && it > after).sort();
  const page = names.slice(0, most).map((name) => {
    const { at, bytes } = objects.get(name) as StoredObject;
    const key = name.slice(bucket.length + 1);
    return `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`;
  });
  const more = `<IsTruncated>${names.length > most}</IsTruncated><KeyCount>${page.length}</KeyCount>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult>${more}${page.join('')}</ListBucketResult>`;
}
