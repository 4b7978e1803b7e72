import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@nashra/log';
import type { Call, Reply } from './ports.ts';

export const CALLBACKS = '/websub/';

/** Strangers call here: everything they can make us hold is bounded. */
const BOUNDS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
} as const;
const MOST_CONNECTIONS = 500;
/** Bodies that are read at the same time. */
const MOST_BODIES = 16;

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly maxBytes: number;
  readonly log: Logger;
  hear(call: Call): Promise<Reply>;
  /** Throws when the service cannot do its work. */
  ready(): Promise<void>;
}

/** Hears hubs, until disposed. */
export async function startServer(
  options: ServerOptions,
): Promise<AsyncDisposable & { readonly port: number }> {
  let bodies = 0;
  const server = createServer(BOUNDS, (request, response) => {
    answer(request, options, () => bodies < MOST_BODIES)
      .catch((err: unknown) => {
        options.log.warn({ err }, 'a call failed');
        return { status: 500, text: 'failed' };
      })
      .then((reply) => send(response, reply));
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(options.port, options.host);
  await once(server, 'listening');

  async function answer(
    request: IncomingMessage,
    { hear, maxBytes, ready }: ServerOptions,
    hasRoom: () => boolean,
  ): Promise<Reply> {
    const url = URL.parse(request.url ?? '', 'http://inbound');
    if (url?.pathname === '/readyz') return await readiness(ready);
    if (!url?.pathname.startsWith(CALLBACKS)) return { status: 404, text: 'not found' };
    if (!hasRoom()) return { status: 503, text: 'later' };
    bodies += 1;
    try {
      return await hear({
        method: request.method ?? '',
        token: url.pathname.slice(CALLBACKS.length),
        query: url.searchParams,
        headers: firstOf(request.headers),
        body: () => readBody(request, maxBytes),
      });
    } finally {
      bodies -= 1;
    }
  }

  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readiness(ready: ServerOptions['ready']): Promise<Reply> {
  try {
    await ready();
    return { status: 200, text: 'ready' };
  } catch {
    // Strangers are not told why.
    return { status: 503, text: 'not ready' };
  }
}

function firstOf(headers: IncomingMessage['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, text }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  // What was not read of a body would be taken for the next request.
  const close = response.req.complete ? {} : { connection: 'close' };
  const retry = status === 503 ? { 'retry-after': '30' } : {};
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      ...close,
      ...retry,
    })
    .end(text);
}
