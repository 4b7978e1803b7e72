import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { articlePage } from '@nashra/testkit';

/** Newspapers on loopback, of which some close their doors. */
export interface Newspapers extends AsyncDisposable {
  readonly port: number;
  /** Hosts that answer 403. */
  readonly closed: Set<string>;
  /** When the first 403 went out, by `performance.now()`; null before. */
  refusedAt: number | null;
}

export async function openNewspapers(): Promise<Newspapers> {
  const closed = new Set<string>();
  const server = createServer(({ url = '/', headers }, response) => {
    const host = (headers.host ?? '').split(':', 1)[0] ?? '';
    if (url === '/robots.txt') return response.writeHead(404).end();
    if (closed.has(host)) {
      newspapers.refusedAt ??= performance.now();
      return response.writeHead(403).end('no');
    }
    const seed = `${host}${url}`;
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(articlePage(`Report ${seed}`, seed));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const newspapers: Newspapers = {
    port: (server.address() as AddressInfo).port,
    closed,
    refusedAt: null,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return newspapers;
}
