/**
 * All publishers of the bench, in a process of their own, so that serving costs nobody's account. Every host has a feed
 * and its share of the articles, told apart by the Host header; everything else is 404.
 *   fork('site.ts', [JSON.stringify({ samples, articles, hosts })])
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { distinctPage, takeApart } from './distinct.ts';

interface Task {
  /** JSON file with the sample pages. */
  readonly samples: string;
  readonly articles: number;
  readonly hosts: number;
  /** Apart from other runs on the same database. */
  readonly run: number;
}

const { samples, hosts, ...first } = JSON.parse(process.argv[2] ?? '{}') as Task;
/** What feeds show now; the parent may say otherwise. */
let { run, articles } = first;
process.on('message', (shown: Pick<Task, 'run' | 'articles'>) => {
  ({ run, articles } = shown);
  process.send?.(0);
});
const pages = takeApart(JSON.parse(readFileSync(samples, 'utf8')));

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const host = (request.headers.host ?? '').split(':', 1)[0] ?? '';
  if (path === '/feed') {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(host));
    return;
  }
  const n = Number(/^\/news\/(\d+)$/.exec(path)?.[1] ?? Number.NaN);
  if (Number.isNaN(n)) response.writeHead(404).end();
  else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(distinctPage(pages, n));
  }
});

function feedOf(host: string): string {
  const at = Number(/(\d+)\.example$/.exec(host)?.[1] ?? 0);
  const items: string[] = [];
  for (let n = at; n < articles; n += hosts) {
    const id = run * 1_000_000 + n;
    const link = `http://${host}/news/${id}`;
    items.push(
      `<item><title>Headline ${id}</title><link>${link}</link><guid>${link}</guid></item>`,
    );
  }
  return `<rss version="2.0"><channel><title>${host}</title>${items.join('')}</channel></rss>`;
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.((server.address() as AddressInfo).port);
