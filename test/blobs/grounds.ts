import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { S3_KEYS, startS3 } from '@nashra/testkit';

/** A place for blobs, and ways around the store to what lies there. */
export interface Ground extends AsyncDisposable {
  readonly place: string;
  read(name: string): Promise<Buffer>;
  write(name: string, bytes: Buffer | string): Promise<void>;
  /** Makes it as old as can be. */
  age(name: string): Promise<void>;
}

export async function openFolder(): Promise<Ground> {
  const root = await mkdtemp(join(tmpdir(), 'nashra-blobs-'));
  const fileOf = (name: string) => join(root, name);
  return {
    place: root,
    read: (name) => readFile(fileOf(name)),
    async write(name, bytes) {
      await mkdir(dirname(fileOf(name)), { recursive: true });
      await writeFile(fileOf(name), bytes);
    },
    age: (name) => utimes(fileOf(name), 0, 0),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

// The client finds its keys in the environment of its process.
Object.assign(process.env, S3_KEYS);

export async function openBucket(): Promise<Ground> {
  const server = await startS3('pages');
  const { objects, endpoint } = server;
  const keyOf = (name: string) => `pages/news/${name}`;
  return {
    place: `s3://pages/news?endpoint=${endpoint}`,
    read: async (name) => objects.get(keyOf(name))?.bytes ?? Buffer.alloc(0),
    async write(name, bytes) {
      objects.set(keyOf(name), { bytes: Buffer.from(bytes), at: new Date() });
    },
    async age(name) {
      const { bytes = Buffer.alloc(0) } = objects.get(keyOf(name)) ?? {};
      objects.set(keyOf(name), { bytes, at: new Date(0) });
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** A server in the bucket's place that answers as it is told. */
export async function openAnswers(
  answer: (response: ServerResponse, count: number) => void,
): Promise<AsyncDisposable & { readonly place: string; readonly count: () => number }> {
  let count = 0;
  const server: Server = createServer((request, response) => {
    request.resume().on('end', () => answer(response, ++count));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    place: `s3://pages/news?endpoint=http://127.0.0.1:${port}`,
    count: () => count,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
