import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { environmentFault } from '@nashra/errors';

export interface HealthServer extends AsyncDisposable {
  readonly port: number;
}

export interface HealthOptions {
  readonly host: string;
  readonly port: number;
  /** Throws when the service cannot do its work. */
  ready(): Promise<void>;
  /** What weighs on a service that works all the same; null when nothing does. */
  burden(): string | null;
  metrics(): Promise<string>;
}

/** Not imported: that would ask for all it has, and load a client of its own that nobody here uses. */
const { createServer } = process.getBuiltinModule('node:http');

const READY_MS = 2_000;

/** /healthz: the process runs. /readyz: it can do its work. /metrics: Prometheus. */
export async function startHealthServer(options: HealthOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.setHeader('x-content-type-options', 'nosniff');
    answer(request.url ?? '/', response, options).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(`failed: ${stateOf(error)}\n`);
    });
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  url: string,
  response: ServerResponse,
  options: HealthOptions,
): Promise<void> {
  switch (url.split('?', 1)[0]) {
    case '/healthz':
      return void response.end('ok\n');
    case '/readyz':
      return answerReady(response, options);
    case '/metrics':
      response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
      return void response.end(await options.metrics());
    default:
      response.writeHead(404).end('not found\n');
  }
}

async function answerReady(response: ServerResponse, options: HealthOptions): Promise<void> {
  try {
    await options.ready();
    const burden = options.burden();
    response.end(burden === null ? 'ready\n' : `ready, but ${burden}\n`);
  } catch (error) {
    response.writeHead(503).end(`not ready: ${stateOf(error)}\n`);
  }
}

/** Waits for what a server says, no longer than who asks whether we are ready will wait for us. */
export async function withinSight(server: string, asked: Promise<void>): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    const silent = new NotReadyError(`${server}: no answer in ${READY_MS} ms`);
    setTimeout(reject, READY_MS, silent).unref();
  });
  await Promise.race([asked, late]);
}

/** Why a service cannot work, in words of ours: whoever reaches the port is not told what a server said. */
export class NotReadyError extends Error {
  override name = 'NotReadyError';
}

function stateOf(error: unknown): string {
  if (error instanceof NotReadyError) return error.message;
  return environmentFault(error)?.what ?? 'something failed; its log says what';
}
