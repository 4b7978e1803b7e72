import type { IncomingHttpHeaders } from 'node:http';
import { adoptHeir, listSources, pollNow, readRules, setAccess, setRules } from '@nashra/sources';
import {
  addFeed,
  articlePage,
  type Publisher,
  type Route,
  rss,
  serve,
  startPublisher,
  waitFor,
} from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from './pipeline.ts';

const act = { actor: 'test' };
let pipeline: Pipeline;
let gated: Publisher;
let other: Publisher;
let renderer: Publisher;
const told: IncomingHttpHeaders[] = [];
const rendered: string[] = [];

/** What it shows to those who know the word. */
const behindCookie =
  (inside: Route): Route =>
  (request, response) =>
    request.headers.cookie === 'session=42'
      ? inside(request, response)
      : response.writeHead(403).end();

const riddle: Route = (_, response) =>
  response
    .writeHead(403, {
      server: 'cloudflare',
      'cf-mitigated': 'challenge',
      'content-type': 'text/html',
    })
    .end('<title>Just a moment...</title>');

beforeAll(async () => {
  [gated, other, renderer] = await Promise.all([
    startPublisher(),
    startPublisher(),
    startPublisher(),
  ]);
  renderer.routes.set('/render', (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { url } = JSON.parse(body) as { url: string };
      rendered.push(url);
      if (url.endsWith('/closed')) response.writeHead(500).end();
      else serve(articlePage('Behind the riddle', 'Taza'))(request, response);
    });
  });
  pipeline = await openPipeline({
    SOURCE_COOKIE: 'session=42',
    RENDERER_URL: `${renderer.origin}/render`,
    PASSING_RETRY_MS: '600000',
    SWEEP_MS: '300',
    FRONT_LOOK_MS: '300',
  });
  const { origin, routes } = gated;
  const names = ['one', 'away', 'riddle', 'closed'];
  const entries = names.map((name) => ({ path: `/news/${name}`, title: `Title of ${name}` }));
  routes.set('/feed', behindCookie(rss(origin, entries)));
  routes.set('/news/one', behindCookie(serve(articlePage('The first one', 'Azrou'))));
  routes.set('/news/away', (_, response) =>
    response.writeHead(302, { location: `${other.origin}/news/away` }).end(),
  );
  routes.set('/news/riddle', riddle);
  routes.set('/news/closed', riddle);
  other.routes.set('/news/away', (request, response) => {
    told.push(request.headers);
    serve(articlePage('The one elsewhere', 'Midelt'))(request, response);
  });
  await pipeline.addFeed('gated', `${origin}/feed`);
  const change = { headers: { Cookie: 'env:SOURCE_COOKIE' } };
  await setAccess(pipeline.db, 'gated', { change, key: undefined }, act);
  await pipeline.startAll();
});
afterAll(async () => {
  for (const it of [pipeline, gated, other, renderer]) await it?.[Symbol.asyncDispose]();
});

it('reads what is behind a gate, tells nobody else the word, and has riddles opened by the renderer', async () => {
  const ended = async () => Object.keys(await pipeline.endings()).length === 5;
  await waitFor(ended, { everyMs: 100, what: 'all pages to be seen' });
  await pipeline.settled();
  expect(await pipeline.endings()).toEqual({
    '/feed': 'read',
    '/news/one': 'indexed',
    '/news/away': 'indexed',
    '/news/riddle': 'indexed',
    '/news/closed': 'challenge',
  });
  expect(told).toHaveLength(1);
  expect(told[0]).not.toHaveProperty('cookie');
  expect(rendered.sort()).toEqual(
    ['closed', 'riddle'].map((name) => `${gated.origin}/news/${name}`),
  );
  const log = await pipeline.db.selectFrom('fetch_log').select('outcome').execute();
  expect(log.map(({ outcome }) => outcome)).toContain('challenge:cloudflare');
}, 60_000);

it('asks nothing where what it is to be asked with is not at hand', async () => {
  const { db } = pipeline;
  const before = gated.requests.length;
  const change = { headers: { Cookie: 'env:SOURCE_GONE' } };
  await setAccess(db, 'gated', { change, key: undefined }, act);
  const missing = async () =>
    (await db.selectFrom('feed').select('last_reason').executeTakeFirst())?.last_reason ===
    'access_missing';
  await waitFor(missing, { everyMs: 100, what: 'the feed to be polled' });
  expect(gated.requests).toHaveLength(before);
}, 40_000);

it('asks the front page when a feed has died, proposes the heir, and takes it when told to', async () => {
  const { db } = pipeline;
  await setAccess(db, 'gated', 'forget', act);
  const { origin, routes } = gated;
  routes.set('/feed', (_, response) => response.writeHead(410).end());
  const links = ['/sport/feed', '/new-feed'].map(
    (path) => `<link rel="alternate" type="application/rss+xml" href="${path}">`,
  );
  routes.set('/', serve(`<html><head>${links.join('')}</head><body>Home</body></html>`));
  routes.set('/new-feed', rss(origin, [{ path: '/news/later', title: 'A later one' }]));
  routes.set('/news/later', serve(articlePage('A later one', 'Rissani')));
  const feed = async () => (await listSources(db))[0];
  const dies = async () => {
    await pollNow(db, 'gated', act);
    return ((await feed())?.heirs.length ?? 0) > 0;
  };
  await waitFor(dies, { everyMs: 500, what: 'the heir to be proposed' });
  const dead = await feed();
  expect(dead?.heirs.map(({ address }) => address)).toEqual([
    `${origin}/new-feed`,
    `${origin}/sport/feed`,
  ]);
  expect(dead?.evidence).toContain('/new-feed');
  expect(await adoptHeir(db, `${origin}/feed`, 1, act)).toBe(`${origin}/new-feed`);
  const lives = async () => (await pipeline.endings())['/news/later'] === 'indexed';
  await waitFor(lives, { everyMs: 200, what: 'what the heir lists' });
  expect(await feed()).toMatchObject({ address: `${origin}/new-feed`, failures: 0, heirs: [] });
  // It is asked at each poll of a dead feed, and may be on its way.
  const isRead = async () => (await pipeline.endings())['/'] === 'read';
  await waitFor(isRead, { everyMs: 200, what: 'the front page to be read' });
}, 90_000);

it('names what a front page and a sitemap show and their feed does not, and what is lost on its way', async () => {
  const { db } = pipeline;
  const half = await startPublisher();
  const { origin, routes } = half;
  const title = (n: number | string) => `/2026/a-long-title-of-${n}`;
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const item = (
    path: string,
    minutes: number,
  ) => `<item><title>T ${path}</title><link>${origin}${path}</link>
    <guid>${path}</guid><pubDate>${ago(minutes).toUTCString()}</pubDate></item>`;
  const listed = [1, 2, 3, 4].map((n) => item(title(n), n * 60));
  // Pages that come to nothing, all of them.
  const bad = Array.from({ length: 8 }, (_, n) => item(`/2026/a-broken-title-${n}`, 300 + n));
  const xml = (body: string) => serve(body, 'application/xml');
  routes.set(
    '/feed',
    xml(
      `<rss version="2.0"><channel><title>Half</title>${[...listed, ...bad].join('')}</channel></rss>`,
    ),
  );
  for (const n of [1, 2, 3, 4]) routes.set(title(n), serve(articlePage(`Half ${n}`, `Half${n}`)));
  const links = [1, 2, 'hidden', 3, 4].map((n) => `<a href="${title(n)}">T</a>`);
  routes.set('/', serve(`<html><body><a href="/about">About</a>${links.join('')}</body></html>`));
  const publisherId = await pipeline.addFeed('half', `${origin}/feed`);
  await db
    .updateTable('publisher')
    .set({ homepage: `${origin}/` })
    .where('id', '=', publisherId)
    .execute();
  const omissions = async () =>
    (await listSources(db, { publisher: 'half' }))
      .flatMap((it) => it.omissions.map(({ kind }) => kind))
      .sort();
  const has = (kinds: readonly string[]) => async () => {
    const told: readonly string[] = await omissions();
    return kinds.every((kind) => told.includes(kind));
  };
  await waitFor(has(['listing', 'lost']), {
    everyMs: 200,
    what: 'two omissions',
  });
  // The feed was read some minutes ago, and the sitemap shows what is older than that.
  const past = `<url><loc>${origin}${title('sitemap')}</loc><news:news><news:publication><news:name>H</news:name>
    <news:language>en</news:language></news:publication><news:publication_date>${ago(90).toISOString()}</news:publication_date>
    <news:title>T</news:title></news:news></url>`;
  routes.set(
    '/news.xml',
    xml(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${past}</urlset>`),
  );
  await addFeed(db, `${origin}/news.xml`, publisherId, { interval_seconds: 3600 });
  await waitFor(has(['listing', 'lost', 'sitemap']), {
    everyMs: 200,
    what: 'three omissions',
  });
  expect(await omissions()).toEqual(['listing', 'lost', 'sitemap']);
  const reasons = async () =>
    (await listSources(db, { publisher: 'half' })).map((it) => it.evidence).join();
  // It is said as soon as enough are lost, and again when more are.
  const isCounted = async () => /lost: \d+ of the last 10:/.test(await reasons());
  await waitFor(isCounted, { everyMs: 200, what: 'the last ten to be counted' });
  const evidence = await reasons();
  expect(evidence).toContain('a-long-title-of-hidden');
  expect(evidence).toContain('a-long-title-of-sitemap');
  expect(evidence).toMatch(/lost: \d+ of the last 10: \d+ not_found/);
  await half[Symbol.asyncDispose]();
}, 90_000);

it('asks for no page that a rule keeps out, and for it when the rule is taken back', async () => {
  const { db } = pipeline;
  const ruled = await startPublisher();
  const { origin, routes } = ruled;
  const item = (
    name: string,
    category: string,
  ) => `<item><title>The ${name}</title><link>${origin}/${name}</link>
    <guid>${name}</guid><category>${category}</category></item>`;
  const items = item('match', 'Sport') + item('vote', 'Politique') + item('stars', 'Divers');
  const xml = `<rss version="2.0"><channel><title>Ruled</title>${items}</channel></rss>`;
  routes.set('/feed', serve(xml, 'application/rss+xml'));
  for (const name of ['match', 'vote', 'stars']) {
    routes.set(`/${name}`, serve(articlePage(`The ${name}`, `Ruled${name}`)));
  }
  const publisherId = await pipeline.addFeed('ruled', `${origin}/later`);
  await db
    .updateTable('feed')
    .set({ state: 'paused' })
    .where('publisher_id', '=', publisherId)
    .execute();
  await setRules(db, 'ruled', readRules(['category:sport', 'title:the stars'], []), act);
  await addFeed(db, `${origin}/feed`, publisherId, { interval_seconds: 3600 });
  const ended = async (path: string, how: string) => (await pipeline.endings())[path] === how;
  await waitFor(() => ended('/vote', 'indexed'), {
    everyMs: 100,
    what: 'the vote',
  });
  expect(await pipeline.endings()).toMatchObject({ '/match': 'ruled_out', '/stars': 'ruled_out' });
  expect(ruled.requests.map(({ path }) => path)).not.toContain('/match');
  await setRules(db, `${origin}/feed`, readRules([], ['category:politique']), act);
  await setRules(db, 'ruled', [], act);
  await setRules(db, `${origin}/feed`, readRules(['title:stars'], []), act);
  await waitFor(() => ended('/match', 'indexed'), {
    everyMs: 100,
    what: 'the match',
  });
  expect(await pipeline.endings()).toMatchObject({ '/stars': 'ruled_out' });
  await ruled[Symbol.asyncDispose]();
}, 90_000);
