import { listSources, removeSource } from '@nashra/sources';
import { freePort, loadService } from '@nashra/stack';
import {
  articlePage,
  type Hub,
  type Publisher,
  type Route,
  serve,
  startHub,
  startPublisher,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from './pipeline.ts';

let pipeline: Pipeline;
let publisher: Publisher;
let hub: Hub;
let inbound: AsyncDisposable & { readonly port: number };
let callbacks: string;

const item = (path: string) =>
  `<item><title>Title of ${path}</title><link>${publisher.origin}${path}</link><guid>${path}</guid></item>`;

/** A feed that names a hub in its links, or in none where `links` says so in headers. */
const feed = (items: readonly string[], self: string, hubPath = '/'): string =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Test</title>
    <atom:link rel="hub" href="${hub.origin}${hubPath}"/><atom:link rel="self" href="${self}"/>
    ${items.join('')}</channel></rss>`;

const leadTo =
  (status: number, to: string): Route =>
  (_, response) =>
    response.writeHead(status, { location: to }).end();

/** Publishes a page on the server alone: only who is told of it asks for it. */
function writePage(path: string): void {
  publisher.routes.set(path, serve(articlePage(`Title of ${path}`, `Place${path}`)));
}

const requestsOf = (path: string) => publisher.requests.filter((it) => it.path === path).length;
const isRow = async (path: string) => (await pipeline.endings())[path] === 'indexed';
const active = async () =>
  (await sql`select from nashra.hub_lease where state = 'active'`.execute(pipeline.db)).rows.length;

beforeAll(async () => {
  [publisher, hub] = await Promise.all([startPublisher(), startHub()]);
  pipeline = await openPipeline();
  const { origin, routes } = publisher;
  const xml = (text: string) => serve(text, 'application/rss+xml');
  routes.set('/plain', xml(feed([item('/p/first')], `${origin}/plain`)));
  routes.set('/other-self', xml(feed([], `${origin}/self`)));
  routes.set('/temporary', leadTo(302, '/temporary-target'));
  routes.set('/temporary-target', xml(feed([], `${origin}/temporary-target`)));
  routes.set('/permanent', leadTo(301, '/permanent-target'));
  routes.set('/permanent-target', xml(feed([], `${origin}/permanent-target`)));
  routes.set('/hub-302', xml(feed([], `${origin}/hub-302`, '/moved-302')));
  routes.set('/hub-301', xml(feed([], `${origin}/hub-301`, '/moved-301')));
  hub.moved.set('/moved-302', { status: 302, to: '/' });
  hub.moved.set('/moved-301', { status: 301, to: '/' });
  writePage('/p/first');
  for (const path of ['plain', 'other-self', 'temporary', 'permanent', 'hub-302', 'hub-301']) {
    await pipeline.addFeed(path, `${origin}/${path}`);
  }
  await pipeline.startAll();
  const start = await loadService('inbound');
  const env = {
    DATABASE_URL: pipeline.database,
    REDIS_URL: pipeline.redis.url,
    NASHRA_PREFIX: pipeline.redis.prefix,
    NASHRA_BLOBS: pipeline.blobs,
    FETCH_ALLOW_PRIVATE: '127.0.0.1',
    LOG_LEVEL: 'error',
    INBOUND_PING_MS: '1000',
  };
  const port = String(await freePort());
  callbacks = `http://127.0.0.1:${port}`;
  inbound = (await start({
    ...env,
    INBOUND_PORT: port,
    INBOUND_ORIGIN: callbacks,
  })) as typeof inbound;
  await waitFor(async () => (await active()) === 6, {
    timeoutMs: 60_000,
    everyMs: 200,
    what: 'six leases',
  });
}, 120_000);
afterAll(async () => {
  for (const it of [inbound, pipeline, publisher, hub]) await it?.[Symbol.asyncDispose]();
});

// The numbers are those of the W3C's report of subscribers (websub.rocks).
describe('a subscriber', () => {
  it('asks with a callback that nobody guesses, a secret and a lease, and confirms what it meant', () => {
    const asked = hub.asked.filter(({ path }) => path === '/');
    expect(new Set(asked.map(({ form }) => form.get('hub.callback'))).size).toBe(6);
    for (const { form } of asked) {
      expect(form.get('hub.mode')).toBe('subscribe');
      expect(form.get('hub.callback')).toMatch(/\/websub\/[\w-]{43}$/);
      expect(form.get('hub.secret')).toMatch(/^[\w-]{43}$/);
      expect(Number(form.get('hub.lease_seconds'))).toBeGreaterThan(3_600);
    }
    expect([...hub.verified.values()]).toEqual(Array(6).fill({ status: 200, echoed: true }));
  });

  it('200–204: subscribes to what the document calls itself, behind redirects, at hubs that have moved', () => {
    const topics = ['plain', 'self', 'temporary-target', 'permanent-target', 'hub-302', 'hub-301'];
    expect([...hub.verified.keys()].sort()).toEqual(
      topics.map((path) => `${publisher.origin}/${path}`).sort(),
    );
    const moved = hub.asked.filter(({ path }) => path.startsWith('/moved'));
    expect(moved.map(({ path }) => path).sort()).toEqual(['/moved-301', '/moved-302']);
  });

  it('205: rejects a verification of another topic, of an end that nobody asked for, of a stranger', async () => {
    const callback = hub.callbackOf(`${publisher.origin}/plain`);
    const status = async (address: string, form: Record<string, string>) =>
      (await fetch(`${address}?${new URLSearchParams(form)}`)).status;
    const asked = { 'hub.mode': 'subscribe', 'hub.challenge': 'x' };
    const own = `${publisher.origin}/plain`;
    expect(await status(`${callback}`, { ...asked, 'hub.topic': `${own}?other` })).toBe(404);
    expect(
      await status(`${callback}`, { ...asked, 'hub.mode': 'unsubscribe', 'hub.topic': own }),
    ).toBe(404);
    expect(
      await status(`${callbacks}/websub/${'x'.repeat(43)}`, { ...asked, 'hub.topic': own }),
    ).toBe(404);
    expect(await status(`${callbacks}/`, {})).toBe(404);
    expect(await status(`${callbacks}/readyz`, {})).toBe(200);
  });
});

it('300: takes what a hub sends straight to parse, and the article is a row without a poll', async () => {
  const topic = `${publisher.origin}/plain`;
  const polls = requestsOf('/plain');
  const waited: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const path = `/p/pushed-${n}`;
    writePage(path);
    const publishedAt = performance.now();
    expect(await hub.publish(topic, feed([item(path)], topic))).toBe(202);
    await waitFor(() => isRow(path), { everyMs: 10, what: path });
    waited.push(performance.now() - publishedAt);
  }
  expect(requestsOf('/plain')).toBe(polls);
  // A machine that others keep busy is late now and then; what is slow is late each time.
  expect(Math.min(...waited)).toBeLessThan(5_000);
  // What the hub left out is still listed.
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from nashra.address where unlisted_at is not null`.execute(
    pipeline.db,
  );
  expect(rows).toEqual([{ n: 0 }]);
  const source = (await listSources(pipeline.db)).find(({ address }) => address === topic);
  expect(source).toMatchObject({ health: 'ok', overflows: 0 });
}, 60_000);

it('301, 302: rejects what is not signed, or not by the hub', async () => {
  const topic = `${publisher.origin}/plain`;
  const forged = feed([item('/p/forged')], topic);
  expect(await hub.publish(topic, forged, null)).toBe(403);
  expect(await hub.publish(topic, forged, `sha256=${'0'.repeat(64)}`)).toBe(403);
  expect(await hub.publish(topic, 'x'.repeat(9_000_000))).toBe(413);
  await pipeline.settled();
  expect(Object.keys(await pipeline.endings())).not.toContain('/p/forged');
});

it('hastens the next poll for a ping without a document, and is not flooded by many', async () => {
  const topic = `${publisher.origin}/plain`;
  writePage('/p/thin');
  publisher.routes.set('/plain', serve(feed([item('/p/thin')], topic), 'application/rss+xml'));
  const polls = requestsOf('/plain');
  const startedAt = performance.now();
  const answers = await Promise.all(Array.from({ length: 60 }, () => hub.publish(topic, '')));
  // Beyond what is heard at a time a hub is asked to come again.
  expect(answers).toContain(202);
  expect(answers.filter((it) => it !== 202 && it !== 503)).toEqual([]);
  await waitFor(() => isRow('/p/thin'), { everyMs: 50, what: 'the thin ping' });
  const documents = Array.from({ length: 60 }, (_, n) => feed([item(`/p/flood-${n}`)], topic));
  for (const body of documents) expect(await hub.publish(topic, body)).toBe(202);
  await pipeline.settled();
  const seconds = (performance.now() - startedAt) / 1_000;
  expect(requestsOf('/plain') - polls).toBeLessThanOrEqual(2 + seconds);
  const pushed = await sql<{ n: number }>`select count(*)::int as n from nashra.capture c
    join nashra.address a on a.id = c.address_id where a.address = ${topic} and c.origin = 'push'`.execute(
    pipeline.db,
  );
  // Those of before, a burst, and one each three seconds.
  expect(pushed.rows[0]?.n).toBeLessThanOrEqual(26 + seconds / 3);
}, 90_000);

it('ends the lease of a feed that is removed', async () => {
  const topic = `${publisher.origin}/self`;
  await removeSource(pipeline.db, `${publisher.origin}/other-self`, { actor: 'test' });
  const hasLeft = async () => hub.callbackOf(topic) === undefined && (await active()) === 5;
  await waitFor(hasLeft, { everyMs: 200, what: 'the end of the lease' });
  expect(hub.asked.at(-1)?.form.get('hub.mode')).toBe('unsubscribe');
}, 60_000);
