import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { articlePage } from '@nashra/testkit';

/** Publishers that never end: every path of every host is an article of its own, and nothing of it is kept here. */
export interface Endless extends AsyncDisposable {
  /** Without closing slashes. */
  readonly origins: readonly string[];
}

export async function startEndless(hosts: number): Promise<Endless> {
  const servers: Server[] = [];
  for (let at = 0; at < hosts; at += 1) {
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      if (path === '/robots.txt') return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(articlePage(`Title of ${path}`, `host ${at} path ${path}`));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
  }
  return {
    origins: servers.map((it) => `http://127.0.0.1:${(it.address() as AddressInfo).port}`),
    async [Symbol.asyncDispose]() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((it) => new Promise((resolve) => it.close(resolve))));
    },
  };
}
