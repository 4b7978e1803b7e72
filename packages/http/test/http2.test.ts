import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher, type FetcherOptions, type HttpAnswer } from '../src/index.ts';
import { type Issued, issue } from './certificates.ts';

type Handler = (request: Http2ServerRequest, response: Http2ServerResponse) => void;

const MB = 1024 * 1024;
const paths: Record<string, Handler> = {
  '/page': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"1"' });
    response.end('<p>words</p>');
  },
  '/gzip': (_, response) => {
    response
      .writeHead(200, { 'content-encoding': 'gzip' })
      .end(gzipSync('many words '.repeat(999)));
  },
  '/bomb': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20 * MB)));
  },
  '/foreign-coding': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'utf-8' }).end('<p>words</p>');
  },
  '/long': (_, response) => response.writeHead(200).end(Buffer.alloc(2 * MB, 'a')),
  '/announced': (_, response) => {
    response.writeHead(200, { 'content-length': String(2 * MB) }).end(Buffer.alloc(2 * MB, 'a'));
  },
  '/large': (_, response) => response.writeHead(200).end(Buffer.alloc(MB - 1, 'a')),
  '/asked': ({ headers }, response) => {
    const { 'user-agent': agent, accept, 'accept-encoding': coding, cookie } = headers;
    const host = headers[':authority'] ?? headers.host;
    response.writeHead(200).end(JSON.stringify({ host, agent, accept, coding, cookie }));
  },
  '/unchanged': ({ headers }, response) => {
    const isKnown = headers['if-none-match'] === '"1"' && 'if-modified-since' in headers;
    response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end();
  },
  '/moved': (_, response) => response.writeHead(301, { location: '/page?é' }).end('elsewhere'),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/gate': ({ headers }, response) => {
    if (headers.cookie === 'seen=1') return void response.writeHead(200).end('let in');
    response.writeHead(302, { location: '/gate', 'set-cookie': 'seen=1; Path=/' }).end();
  },
  '/busy': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end('later'),
  '/gone': (_, response) => response.writeHead(410).end('gone'),
  '/refused': (_, response) => {
    response.writeHead(403, { server: 'cloudflare', 'content-type': 'text/html' });
    response.end('<title>Just a moment...</title>');
  },
  '/repeated': (_, response) => {
    response.setHeader('link', ['</a>; rel=hub', '</b>; rel=self']);
    response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end();
  },
  '/many-fields': (_, response) => {
    for (let n = 0; n < 110; n++) response.setHeader(`x-field-${n}`, 'a'.repeat(100));
    response.writeHead(200).end('read');
  },
  // More than one of HTTP/2 takes, and less than the other does: read by the other.
  '/long-head': (_, response) => {
    for (let n = 0; n < 10; n++) response.setHeader(`x-field-${n}`, 'a'.repeat(7_500));
    response.writeHead(200).end('read');
  },
  '/too-long-head': (_, response) => {
    for (let n = 0; n < 15; n++) response.setHeader(`x-field-${n}`, 'a'.repeat(7_500));
    response.writeHead(200).end('read');
  },
  '/hint': (_, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' });
    response.writeHead(200).end('after a hint');
  },
  '/never': () => {},
  '/breaks': (_, response) => {
    response.writeHead(200).write('<p>half');
    setImmediate(() => response.destroy(new Error('broken')));
  },
};

const answering: Handler = (request, response) => {
  const handler = paths[(request.url ?? '').split('?')[0] ?? ''];
  if (handler) handler(request, response);
  else response.writeHead(404).end('nothing here');
};

interface Site {
  readonly port: number;
  /** Connections so far, and requests by HTTP version. */
  readonly seen: { connections: number; versions: string[] };
  close(): Promise<void>;
}

async function open(of: Issued, offers: 'h2' | 'http/1.1'): Promise<Site> {
  const tls = { key: of.keyPem, cert: of.pem };
  const seen = { connections: 0, versions: [] as string[] };
  const server =
    offers === 'h2'
      ? createSecureServer({ ...tls, allowHTTP1: true })
      : createServer({ ...tls, maxHeaderSize: 200_000 });
  server.on('request', (request: Http2ServerRequest, response: Http2ServerResponse) => {
    seen.versions.push(request.httpVersion);
    response.on('error', () => {});
    answering(request, response);
  });
  const sockets = new Set<{ destroy(): void }>();
  server.on('secureConnection', (socket) => {
    seen.connections += 1;
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    port,
    seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let site: Issued;
let newer: Site;
let older: Site;
beforeAll(async () => {
  site = await issue({ name: 'news.example' });
  [newer, older] = await Promise.all([open(site, 'h2'), open(site, 'http/1.1')]);
});
afterAll(() => Promise.all([newer.close(), older.close()]));

function fetcherTo({ port }: Site, options: Partial<FetcherOptions> = {}): Fetcher {
  return createFetcher({
    userAgent: 'test/1.0',
    allowPrivate: true,
    ca: site.pem,
    resolve: () => [{ ip: '127.0.0.1', port }],
    limits: { headersMs: 1_500, totalMs: 5_000, maxBytes: MB },
    ...options,
  });
}

/** What does not hang on the protocol. */
function gist({ headers, timings: _, ...answer }: HttpAnswer) {
  const { date, connection, 'keep-alive': alive, 'transfer-encoding': coding, ...own } = headers;
  return {
    ...answer,
    headers: { ...own },
    body: answer.body.toString().slice(0, 2_000),
    size: answer.body.length,
  };
}

const outcome = (fetcher: Fetcher, path: string) =>
  fetcher
    .get(`https://news.example${path}`, {
      etag: '"1"',
      lastModified: 'Mon, 01 Jan 2024 00:00:00 GMT',
    })
    .then(gist, (error) => ({ code: error.code, hops: error.hops }));

describe('the answer is the same by either protocol', () => {
  it.each([...Object.keys(paths), '/nothing'])('of %s', async (path) => {
    await using modern = fetcherTo(newer);
    await using classic = fetcherTo(older);
    const [by2, by1] = await Promise.all([outcome(modern, path), outcome(classic, path)]);
    expect(by2).toEqual(by1);
    expect(by2).not.toHaveProperty('code', undefined);
  });
});

it('speaks HTTP/2 where it is offered, on one connection, and HTTP/1.1 where it is not', async () => {
  newer.seen.versions.length = 0;
  newer.seen.connections = 0;
  await using modern = fetcherTo(newer);
  for (let n = 0; n < 3; n++) await modern.get('https://news.example/page');
  await Promise.all([1, 2, 3].map(() => modern.get('https://news.example/large')));
  expect(newer.seen.versions).toEqual(Array(6).fill('2.0'));
  expect(newer.seen.connections).toBe(1);
  older.seen.versions.length = 0;
  await using classic = fetcherTo(older);
  await classic.get('https://news.example/page');
  expect(older.seen.versions).toEqual(['1.1']);
});

it('ends a fetch when its caller does, and the connection serves the next', async () => {
  await using fetcher = fetcherTo(newer);
  await fetcher.get('https://news.example/page');
  newer.seen.connections = 0;
  const stop = new AbortController();
  const waiting = fetcher.get('https://news.example/never', { signal: stop.signal });
  setImmediate(() => stop.abort(new Error('enough')));
  await expect(waiting).rejects.toThrow('enough');
  expect((await fetcher.get('https://news.example/page')).status).toBe(200);
  expect(newer.seen.connections).toBe(0);
});

it('is kept to the guard: a redirect by HTTP/2 leads into no private network', async () => {
  paths['/inwards'] = (_, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  };
  await using fetcher = fetcherTo(newer, { allowPrivate: ['news.example'] });
  expect(await outcome(fetcher, '/inwards')).toMatchObject({ code: 'BLOCKED_ADDRESS' });
});
