/**
 * How long an article takes from a hub's word to its row, with services as processes of their own at the default pace:
 * `node bench/websub/main.ts [--articles 100] [--publishers 5]`. Ends with one JSON line (ms).
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { way } from '@nashra/pipeline';
import { freePort, superviseServices } from '@nashra/stack';
import {
  addFeed,
  addPublisher,
  articlePage,
  serve,
  startHub,
  startPublisher,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { openServers, serversEnv } from '../pipeline/servers.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100' },
    publishers: { type: 'string', default: '5' },
  },
});
const ARTICLES = Number(values.articles);
const PUBLISHERS = Number(values.publishers);
/** The default interval of a host, and some more. */
const EVERY_MS = 1_500 / PUBLISHERS;
/** The first ones pay for starting, as they do in every process that was just started. */
const WARMING = 20;

await using open = new AsyncDisposableStack();
const servers = open.use(await openServers());
const { dir, db } = servers;
const hub = open.use(await startHub());
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const env = {
  ...serversEnv(servers),
  FETCH_ALLOW_PRIVATE: '127.0.0.1',
  INBOUND_PORT: String(port),
  INBOUND_ORIGIN: origin,
};

const publishers = [];
for (let n = 0; n < PUBLISHERS; n += 1) {
  const publisher = open.use(await startPublisher());
  const topic = `${publisher.origin}/feed`;
  const feed = (
    items: string,
  ) => `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
    <title>P${n}</title><atom:link rel="hub" href="${hub.origin}/"/><atom:link rel="self" href="${topic}"/>${items}</channel></rss>`;
  publisher.routes.set('/feed', serve(feed(''), 'application/rss+xml'));
  await addFeed(db, topic, await addPublisher(db, { slug: `p${n}`, name: `P${n}` }));
  publishers.push({ publisher, topic, feed });
}

const specs = ['scheduler', ...way.map((stage) => stage.name), 'inbound'].map((name) => ({
  name,
  main: fileURLToPath(new URL(`../../services/${name}/src/main.ts`, import.meta.url)),
  env,
}));
const supervisor = superviseServices(specs, { logDir: join(dir, 'logs') });
open.defer(() => supervisor.stop());
while (publishers.some(({ topic }) => hub.callbackOf(topic) === undefined)) await sleep(100);

const publishedAt = new Map<string, number>();
for (let n = 0; n < WARMING + ARTICLES; n += 1) {
  const { publisher, topic, feed } = publishers[n % PUBLISHERS] ?? fail();
  const path = `/news/${n}`;
  publisher.routes.set(path, serve(articlePage(`Report number ${n}`, `Town${n}`)));
  publishedAt.set(publisher.origin + path, Date.now());
  const item = `<item><title>Report number ${n}</title><link>${publisher.origin}${path}</link></item>`;
  await hub.publish(topic, feed(item));
  await sleep(EVERY_MS);
}
const rows = async () =>
  (
    await sql<{ address: string; at: number }>`
      select d.address, (extract(epoch from c.at) * 1000)::float8 as at from nashra.change c
      join nashra.article a on a.id = c.article_id join nashra.address d on d.id = a.address_id
      where c.kind = 'article_created'`.execute(db)
  ).rows;
for (let tries = 0; (await rows()).length < WARMING + ARTICLES && tries < 100; tries += 1) {
  await sleep(200);
}
const waited = (await rows())
  .filter(({ address }) => Number(address.split('/').at(-1)) >= WARMING)
  .map(({ address, at }) => at - (publishedAt.get(address) ?? Number.NaN))
  .sort((a, b) => a - b);
const at = (share: number) =>
  Math.round(waited[Math.min(waited.length - 1, Math.floor(share * waited.length))] ?? 0);
console.log(
  JSON.stringify({
    articles: waited.length,
    of: ARTICLES,
    p50: at(0.5),
    p95: at(0.95),
    max: at(1),
  }),
);

function fail(): never {
  throw new Error('no publisher');
}
