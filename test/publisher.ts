import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Route = (request: IncomingMessage, response: ServerResponse) => void;

export interface Publisher extends AsyncDisposable {
  /** Without a closing slash. */
  readonly origin: string;
  /** Answers of a path, served from now on. */
  readonly routes: Map<string, Route>;
  /** Requests of every path, as they came. */
  readonly requests: readonly { readonly path: string; readonly at: number }[];
}

/** A publisher on loopback that serves what a test gives it, and 404 for the rest. */
export async function startPublisher(): Promise<Publisher> {
  const routes = new Map<string, Route>();
  const requests: { path: string; at: number }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, at: Date.now() });
    const route = routes.get(path);
    if (route) route(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    routes,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function serve(body: string | Buffer, contentType = 'text/html; charset=utf-8'): Route {
  return (_, response) => response.writeHead(200, { 'content-type': contentType }).end(body);
}

export function answer(status: number, headers: Record<string, string> = {}): Route {
  return (_, response) => response.writeHead(status, headers).end();
}

export function rss(origin: string, entries: readonly { path: string; title: string }[]): Route {
  const items = entries.map(
    ({ path, title }) =>
      `<item><title>${title}</title><link>${origin}${path}</link><guid>${path}</guid></item>`,
  );
  const xml = `<rss version="2.0"><channel><title>Test</title>${items.join('')}</channel></rss>`;
  return serve(xml, 'application/rss+xml');
}

/** A plain article page, of `seed`'s own text. */
export function articlePage(title: string, seed: string): string {
  const sentences = Array.from({ length: 6 }, (_, paragraph) =>
    Array.from(
      { length: 4 },
      (_, at) =>
        `In ${seed} the council of quarter ${paragraph + 1} met for the ${at + 2}nd time this month, and ${seed} residents asked for wider pavements, better lighting and a second bus line.`,
    ).join(' '),
  );
  return `<!doctype html><html lang="en"><head><title>${title}</title>
    <meta property="og:type" content="article"><meta property="og:title" content="${title}">
    <meta property="article:published_time" content="2026-03-01T10:00:00Z"></head><body>
    <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
    <article><h1>${title}</h1>${sentences.map((text) => `<p>${text}</p>`).join('\n')}</article>
    <footer><p>All rights reserved</p></footer></body></html>`;
}
