import { waitFor } from '@nashra/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPipeline, type Pipeline, SERVICES } from './pipeline.ts';
import { articlePage, type Publisher, rss, serve, startPublisher } from './publisher.ts';

const ARTICLES = 60;
let pipeline: Pipeline;
let publisher: Publisher;

beforeEach(async () => {
  [pipeline, publisher] = await Promise.all([openPipeline({}, 'apart'), startPublisher()]);
  const { origin, routes } = publisher;
  const paths = Array.from({ length: ARTICLES }, (_, at) => `/news/${at}`);
  for (const path of paths)
    routes.set(path, serve(articlePage(`Title of ${path}`, `town ${path}`)));
  routes.set(
    '/feed',
    rss(
      origin,
      paths.map((path) => ({ path, title: `Title of ${path}` })),
    ),
  );
  await pipeline.addFeed('sahifa', `${origin}/feed`);
  await pipeline.startAll();
});
afterEach(async () => {
  await pipeline[Symbol.asyncDispose]();
  await publisher[Symbol.asyncDispose]();
});

const indexed = async () =>
  Number(
    (
      await pipeline.db
        .selectFrom('address')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('state', '=', 'indexed')
        .executeTakeFirstOrThrow()
    ).n,
  );

async function expectEverythingOnce(): Promise<void> {
  const { db } = pipeline;
  const endings = Object.values(await pipeline.endings());
  expect(endings.filter((it) => it === 'indexed')).toHaveLength(ARTICLES);
  const articles = await db.selectFrom('article').select(['id', 'revision']).execute();
  expect(articles).toHaveLength(ARTICLES);
  expect(articles.every((it) => it.revision === 1)).toBe(true);
  const changes = await db.selectFrom('change').select(['article_id', 'kind']).execute();
  expect(new Set(changes.map((it) => it.article_id)).size).toBe(ARTICLES);
  expect(changes).toHaveLength(ARTICLES);
  expect(await db.selectFrom('draft').select('address_id').execute()).toEqual([]);
}

it('loses nothing and does nothing twice when Redis is emptied in the middle', async () => {
  const { redis } = pipeline;
  await waitFor(async () => (await indexed()) >= 10, { timeoutMs: 20_000 });
  await redis.clear();
  await pipeline.settled(30_000);
  await expectEverythingOnce();
}, 60_000);

it('loses nothing and does nothing twice when every service is killed, one after another', async () => {
  for (const [at, name] of SERVICES.entries()) {
    await waitFor(async () => (await indexed()) >= at * 8, { timeoutMs: 20_000 });
    await pipeline.kill(name);
    await pipeline.start(name);
  }
  await pipeline.settled(40_000);
  await expectEverythingOnce();
}, 90_000);
