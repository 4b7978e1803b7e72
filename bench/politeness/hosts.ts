/**
 * The publishers of the bench, as a process of their own, so that nobody else's work delays their log: told apart by
 * the Host field, `host-<n>.example`. On a message it sends its log and ends.
 */
import { createServer } from 'node:http';
import type { Seen } from './judge.ts';

const [PAGES = 0, SLOW_MS = 0] = process.argv.slice(2).map(Number);
/** Of the pages, every tenth has moved within its host, every twentieth to the next one. */
const MOVED = 10;
const ELSEWHERE = 20;

const log: { -readonly [key in keyof Seen]: Seen[key] }[] = [];
const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const path = request.url ?? '';
  const seen: (typeof log)[number] = { host, path, at: performance.now() };
  log.push(seen);
  response.on('finish', () => {
    seen.end = performance.now();
  });
  // Some answers take longer than an interval, so that concurrency is put to the test.
  const ms = path.endsWith('7') ? SLOW_MS : 20;
  setTimeout(() => {
    const { status, fields, body } = answer(host, path);
    response.writeHead(status, fields).end(body);
  }, ms);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit());
process.on('message', () => {
  process.send?.({ log }, () => process.exit());
});

function answer(
  host: string,
  path: string,
): { status: number; fields: Record<string, string>; body: string } {
  if (path === '/robots.txt') {
    const delay = isPatient(host) ? 'Crawl-delay: 4\n' : '';
    return {
      status: 200,
      fields: { 'content-type': 'text/plain' },
      body: `User-agent: *\n${delay}Disallow: /private\n`,
    };
  }
  if (path === '/feed') {
    const items = Array.from({ length: pagesOf(host) }, (_, n) => {
      return `<item><title>Report ${n} of ${host}</title><link>http://${host}/news/${n}</link></item>`;
    });
    const body = `<rss version="2.0"><channel><title>${host}</title>${items.join('')}</channel></rss>`;
    return { status: 200, fields: { 'content-type': 'application/rss+xml' }, body };
  }
  const number = Number(/^\/news\/(\d+)$/.exec(path)?.[1] ?? Number.NaN);
  if (number % ELSEWHERE === 1) {
    const next = `host-${(Number(/\d+/.exec(host)?.[0]) + 1) % 50}.example`;
    return { status: 302, fields: { location: `http://${next}/from/${host}/${number}` }, body: '' };
  }
  if (number % MOVED === 3)
    return { status: 301, fields: { location: `/moved/${number}` }, body: '' };
  // What is cheap to read: this is about the asking.
  return { status: 200, fields: { 'content-type': 'text/plain' }, body: `${host}${path}` };
}

/** Some ask for four seconds, and list half as much. */
function isPatient(host: string): boolean {
  return Number(/\d+/.exec(host)?.[0]) % 10 === 0;
}

function pagesOf(host: string): number {
  return isPatient(host) ? PAGES / 2 : PAGES;
}
