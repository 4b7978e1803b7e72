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

const WORDS =
  'anchor basket candle donkey eleven fabric garden hammer island jacket kettle lemon market needle orange pillow quarry ribbon saddle timber urchin velvet window yellow zephyr almond button copper desert ember forest glacier'.split(
    ' ',
  );

/** A plain article page, of `seed`'s own text: pages of two seeds are two reports. */
export function articlePage(title: string, seed: string): string {
  let state = 0;
  for (const letter of seed) state = (Math.imul(state, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  const word = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return WORDS[(state >>> 16) % WORDS.length] ?? '';
  };
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const sentences = Array.from({ length: 6 }, () =>
    Array.from(
      { length: 4 },
      () => `In ${seed} the council met about ${words(9)}, and residents asked for ${words(8)}.`,
    ).join(' '),
  );
  return `<!doctype html><html lang="en"><head><title>${title}</title>
    <meta property="og:type" content="article"><meta property="og:title" content="${title}">
    <meta property="article:published_time" content="2026-03-01T10:00:00Z"></head><body>
    <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
    <article><h1>${title}</h1>${sentences.map((text) => `<p>${text}</p>`).join('\n')}</article>
    <footer><p>All rights reserved</p></footer></body></html>`;
}
