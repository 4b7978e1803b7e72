import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostOf } from '@nashra/address';
import { openHostSlots } from '@nashra/politeness';
import { openRedis } from '@nashra/queue';
import { type TestDatabase, type TestRedis, testDatabase, testRedis } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runNashra } from './run-nashra.ts';

// Each test has a system and a folder of its own.
let database: TestDatabase;
let redis: TestRedis;
let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  database = await testDatabase();
  redis = testRedis();
  folder = await mkdtemp(join(tmpdir(), 'nashra-cli-'));
  env = { DATABASE_URL: database.url, REDIS_URL: redis.url, NASHRA_PREFIX: redis.prefix };
});
afterEach(async () => {
  await redis?.clear();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<string> {
  const { code, out, err } = await runNashra(args, env);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return out;
}

const states = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await run('sources', 'list', '--json'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map((it) => [it.publisher, it.publisherState === 'paused' ? 'paused' : it.state]),
  );

/** Two publishers with three feeds. */
async function addThree(): Promise<void> {
  const file = join(folder, 'three.opml');
  const urls = [
    'https://sahifa.example/feed',
    'https://sahifa.example/sport',
    'https://b.example/',
  ];
  const outlines = urls.map((url) => `<outline text="${url}" xmlUrl="${url}"/>`);
  await writeFile(file, `<opml version="2.0"><body>${outlines.join('')}</body></opml>`);
  await run('sources', 'import', file);
}

it('adds, exports, imports, pauses and resumes', async () => {
  const add = ['sources', 'add', '--no-check', '--json'];
  const added = JSON.parse(
    await run(...add, 'https://sahifa.example/feed', '--name', 'صحيفة', '--country', 'MA'),
  );
  expect(added).toMatchObject({ publisher: 'sahifa-example', publishersAdded: 1, feedsAdded: 1 });

  const file = join(folder, 'sources.json');
  await run('sources', 'export', '--format', 'json', '-o', file);
  const again = await run('sources', 'import', file, '--json');
  expect(JSON.parse(again)).toEqual({
    publishersAdded: 0,
    publishersChanged: 0,
    feedsAdded: 0,
    leftOut: [],
  });

  const opml = join(folder, 'list.opml');
  const outline = (url: string) => `<outline text="Other name" xmlUrl="${url}"/>`;
  const urls = [
    'https://sahifa.example/feed',
    'https://sahifa.example/sport',
    'https://b.example/',
    'https://bad.example:port/feed',
  ];
  await writeFile(opml, `<opml version="2.0"><body>${urls.map(outline).join('')}</body></opml>`);
  const imported = JSON.parse(await run('sources', 'import', opml, '--json'));
  expect(imported).toMatchObject({ publishersAdded: 1, publishersChanged: 0, feedsAdded: 2 });
  expect(imported.leftOut).toHaveLength(1);
  expect(await run('sources', 'import', opml)).toContain(
    '1 left out:\n  Other name https://bad.example:port/feed: no address',
  );
  expect(await run('sources', 'export')).toContain('text="صحيفة"');

  await run('sources', 'pause', 'sahifa-example', 'https://b.example/');
  expect(await states()).toEqual({ 'sahifa-example': 'paused', 'b-example': 'paused' });
  await run('sources', 'resume', 'sahifa-example', 'https://b.example/');
  expect(await states()).toEqual({ 'sahifa-example': 'active', 'b-example': 'active' });
}, 120_000);

it('counts, and is content with the machine', async () => {
  await addThree();
  const status = JSON.parse(await run('status', '--json'));
  expect(status).toMatchObject({
    ledger: { read: 3 },
    publishers: 2,
    feeds: 3,
    articles: 0,
    queues: { fetch: { waiting: 0, active: 0, delayed: 0, failed: 0 } },
  });
  expect(JSON.parse(await run('migrate', '--json'))).toEqual({ applied: [] });
  expect(await run('migrate', '--wait', '1')).toContain('Up to date.');
  const doctor = (await runNashra(['doctor', '--json'], env)).out.trim().split('\n');
  const checks = doctor.map((line) => JSON.parse(line));
  expect(checks.find(({ name }) => name === 'Postgres').level).toBe('ok');
  expect(checks.find(({ name }) => name === 'Workers').level).toBe('warn');
  expect(checks.find(({ name }) => name === 'Feeds')).toMatchObject({ level: 'ok' });
}, 120_000);

it('asks whether this machine is online when nearly all feeds fail for one reason', async () => {
  await addThree();
  await database.db.updateTable('feed').set({ failures: 2, last_reason: 'dns' }).execute();
  const { out } = await runNashra(['doctor'], env);
  expect(out).toContain('nearly all feeds fail: dns — is this machine online?');
}, 120_000);

it('shows what it would replay, and does it only when told', async () => {
  await addThree();
  const replay = (...more: string[]) => run('replay', '--state', 'read', '--json', ...more);
  expect(JSON.parse(await replay())).toMatchObject({ matched: 3, replayed: 0 });
  expect(JSON.parse(await replay('--yes'))).toMatchObject({ matched: 3, replayed: 3 });
  expect(JSON.parse(await run('status', '--json')).ledger).toMatchObject({ waiting: 3 });
}, 120_000);

it('says so when no service is there to ingest', async () => {
  const { code, err } = await runNashra(['ingest', 'https://sahifa.example/1'], env);
  expect(code).toBe(3);
  expect(err).toMatch(/No fetch service is running/);
}, 60_000);

it('looks at a site at the pace that the whole system has with its host, and not where robots.txt says no', async () => {
  const asked: { path: string; at: number; key: string }[] = [];
  const item = '<item><title>One</title><link>/1</link></item>';
  const pages: Record<string, string> = {
    '/robots.txt': 'User-agent: *\nDisallow: /private',
    '/': '<link rel="alternate" type="application/rss+xml" href="/feed">',
    '/feed': `<rss version="2.0"><channel><title>Sahifa</title>${item}</channel></rss>`,
  };
  const server = createServer((request, response) => {
    const key = String(request.headers['x-key'] ?? '');
    asked.push({ path: request.url ?? '', at: performance.now(), key });
    response.end(pages[request.url ?? ''] ?? 'nothing');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  env = {
    ...env,
    FETCH_ALLOW_PRIVATE: '127.0.0.1',
    HOST_INTERVAL_MS: '400',
    NASHRA_SECRET_KEY: 'a key of sixteen letters',
  };
  await using connection = openRedis(redis.url);
  const slots = openHostSlots({ redis: connection.redis, prefix: redis.prefix });
  const slot = { intervalMs: 1_500, concurrency: 2, lane: 'live', holdMs: 100 } as const;
  expect(await slots.acquire(hostOf(origin), slot)).toMatchObject({ granted: true });
  const startedAt = performance.now();

  const added = await run('sources', 'add', `${origin}/`, '--header', 'X-Key: hidden', '--json');
  expect(JSON.parse(added)).toMatchObject({ feedsAdded: 1 });
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/', '/feed']);
  expect(new Set(asked.map(({ key }) => key))).toEqual(new Set(['hidden']));
  // The slot of somebody else is waited for, and then each request for the one before.
  expect((asked[0]?.at ?? 0) - startedAt).toBeGreaterThan(1_000);
  for (const [at, { at: when }] of asked.slice(1).entries()) {
    expect(when - (asked[at]?.at ?? 0)).toBeGreaterThan(150);
  }
  const listed = JSON.parse(await run('sources', 'list', '--json'));
  expect(listed).toMatchObject({ address: `${origin}/feed`, askedWith: ['x-key'] });
  expect(await run('sources', 'set', `${origin}/feed`, '--as-usual')).toContain('as usual');
  expect(await run('sources', 'set', `${origin}/feed`, '--undo')).toContain('with x-key');
  expect(await run('audit', '--json')).not.toContain('hidden');
  const ruled = await run(
    'sources',
    'set',
    `${origin}/feed`,
    '--block',
    'category:Sport',
    '--keep',
    'title:One',
  );
  expect(ruled).toContain('has 2 rules');
  expect(await run('sources', 'set', `${origin}/feed`, '--no-rules')).toContain('is fetched');
  const wrong = await runNashra(['sources', 'set', `${origin}/feed`, '--block', 'Sport'], env);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('is no rule')]);

  const refused = await runNashra(['sources', 'test', `${origin}/private`], env);
  expect(refused.code).not.toBe(0);
  expect(refused.err).toContain('robots.txt');
  expect(asked.map(({ path }) => path)).not.toContain('/private');
  server.closeAllConnections();
  server.close();
}, 120_000);

it('takes the headlines of a site that has no feed, and their past', async () => {
  const page = (from: number, next: string) => `<html lang="fr"><title>Le Quotidien</title>
    ${[0, 1, 2].map((n) => `<h2><a href="/news/${from - n}">Une nouvelle de la ville, la ${from - n}</a></h2>`).join('')}
    <a rel="next" href="${next}">2</a></html>`;
  const pages: Record<string, string> = {
    '/': page(109, '/?p=2'),
    '/?p=2': page(106, '/?p=3'),
    '/feed': '<rss version="2.0"><channel><title>F</title></channel></rss>',
  };
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(url in pages ? 200 : 404).end(pages[url]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env = { ...env, FETCH_ALLOW_PRIVATE: '127.0.0.1', HOST_INTERVAL_MS: '10' };
  try {
    const shown = JSON.parse(await run('sources', 'test', `${origin}/`, '--page', '--json'));
    expect(shown).toMatchObject({ by: 'page', format: 'page', title: 'Le Quotidien', entries: 3 });
    const withFeed = JSON.parse(await run('sources', 'test', `${origin}/`, '--json'));
    expect(withFeed).toMatchObject({ by: 'guess', address: `${origin}/feed` });
    delete pages['/feed'];
    expect(JSON.parse(await run('sources', 'add', `${origin}/`, '--json'))).toMatchObject({
      feedsAdded: 1,
    });
    expect(JSON.parse(await run('sources', 'list', '--json'))).toMatchObject({ isPage: true });
    const exported = await run('sources', 'export', '--format', 'json');
    expect(JSON.parse(exported)).toMatchObject([
      { name: 'Le Quotidien', feeds: [{ isPage: true }] },
    ]);
    expect(await run('sources', 'export')).not.toContain(origin);
    const older = await run('sources', 'backfill', `${origin}/`, '--json');
    expect(JSON.parse(older)).toMatchObject({ pages: 1, entries: 3, entered: 3 });
    delete pages['/'];
    pages['/'] = '<html><h1>Bientôt</h1></html>';
    const { code, err } = await runNashra(['sources', 'test', `${origin}/`], env);
    expect([code, err]).toEqual([1, expect.stringContaining('no list of headlines')]);
  } finally {
    server.close();
  }
}, 60_000);

it('enters what the older pages of a feed list, behind all news, once', async () => {
  const page = (
    from: number,
    next: string | null,
  ) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
    ${next === null ? '' : `<link rel="next" href="${next}"/>`}
    ${[0, 1, 2].map((n) => `<entry><id>${from + n}</id><title>Report ${from + n}</title><link href="/news/${from + n}"/><published>2020-01-0${n + 1}T10:00:00Z</published></entry>`).join('')}</feed>`;
  const pages: Record<string, string> = {
    '/feed': page(0, '/feed?page=2'),
    '/feed?page=2': page(3, '/feed?page=3'),
    // Its last page names itself.
    '/feed?page=3': page(6, '/feed?page=3'),
  };
  const server = createServer(({ url = '' }, response) => {
    const body = pages[url];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/atom+xml' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env = { ...env, FETCH_ALLOW_PRIVATE: '127.0.0.1', HOST_INTERVAL_MS: '10' };
  try {
    await run('sources', 'add', '--no-check', `${origin}/feed`, '--name', 'Sahifa');
    const backfill = ['sources', 'backfill', `${origin}/feed`, '--json'];
    expect(JSON.parse(await run(...backfill, '--pages', '1'))).toMatchObject({
      pages: 1,
      entered: 3,
    });
    expect(JSON.parse(await run(...backfill))).toMatchObject({ pages: 2, entries: 6, entered: 3 });
    expect(JSON.parse(await run(...backfill))).toMatchObject({ pages: 2, entered: 0 });
    const { rows } = await sql<{ address: string; lane: number; entry: { publishedAt?: string } }>`
      select a.address, f.lane, a.entry from nashra.address a join nashra.flight f on f.address_id = a.id where a.kind = 'article' order by a.id`.execute(
      database.db,
    );
    expect(rows).toHaveLength(6);
    expect(rows.map(({ lane }) => lane)).toEqual(Array(6).fill(1));
    expect(rows.map(({ address }) => address)).toContain(`${origin}/news/8`);
    expect(rows.every(({ entry }) => entry.publishedAt?.startsWith('2020'))).toBe(true);
    pages['/feed'] = page(0, null);
    const { code, err } = await runNashra(backfill, env);
    expect([code, err]).toEqual([1, expect.stringContaining('names no older page')]);
  } finally {
    server.close();
  }
}, 60_000);
