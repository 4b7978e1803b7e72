import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, answer } from './answer.ts';
import { type Clock, Edition } from './edition.ts';
import type { Publisher } from './publisher.ts';

export interface ServedPublisher {
  readonly origin: string;
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly host: string;
  /** Wanted port; another free one is taken when it is busy. 0 is any. */
  readonly port: number;
  /** How long the slow publisher takes for an answer. */
  readonly slowMs: number;
}

/** One publisher on an address of its own, so that being polite to one says nothing about the others. */
export async function servePublisher(
  publisher: Publisher,
  clock: Clock,
  { host, port, slowMs }: ServeOptions,
): Promise<ServedPublisher> {
  let polls = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    if (publisher.temper === 'slow') await sleep(slowMs, undefined, { ref: false });
    if (request.url === '/second-feed') polls += 1;
    send(request, response, answer(edition, request.url ?? '/', polls));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const origin = `http://${host}:${await listen(server, host, port)}`;
  const edition = new Edition(publisher, origin, clock);
  return {
    origin,
    async stop() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { etag, 'last-modified': modified } = answer.headers;
  const known = request.headers['if-none-match'];
  const isSame = known
    ? known === etag
    : modified && request.headers['if-modified-since'] === modified;
  if (isSame) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  const tryPort = (wanted: number) =>
    new Promise<boolean>((resolve) => {
      const failed = () => resolve(false);
      server.once('error', failed);
      server.listen(wanted, host, () => {
        server.off('error', failed);
        resolve(true);
      });
    });
  if (!(port > 0 && (await tryPort(port))) && !(await tryPort(0))) {
    throw new Error(`No free port on ${host}`);
  }
  return (server.address() as AddressInfo).port;
}
