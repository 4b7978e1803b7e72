import { answer, articlePage, type Publisher, rss, serve, startPublisher } from '@nashra/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from './pipeline.ts';

let pipeline: Pipeline;
let publisher: Publisher;
let busy: Publisher;

beforeAll(async () => {
  [pipeline, publisher, busy] = await Promise.all([
    openPipeline({ FETCH_MAX_WAITS: '1', FETCH_MAX_WAIT_MS: '100' }),
    startPublisher(),
    startPublisher(),
  ]);
  const { origin, routes } = publisher;
  const paths = [
    '/news/one',
    '/news/twin',
    '/news/empty',
    '/news/missing',
    '/news/gone',
    '/news/loop',
    '/private/page',
    '/news/menu',
  ];
  routes.set(
    '/feed',
    rss(
      origin,
      paths.map((path) => ({ path, title: `Title of ${path}` })),
    ),
  );
  routes.set('/robots.txt', serve('User-agent: *\nDisallow: /private/', 'text/plain'));
  routes.set('/news/one', serve(articlePage('Wider pavements for the old town', 'Azrou')));
  routes.set('/news/twin', serve(articlePage('Wider pavements for the old town', 'Azrou')));
  routes.set('/news/empty', serve(''));
  routes.set('/news/gone', answer(410));
  routes.set('/news/loop', answer(302, { location: '/news/loop' }));
  const links = Array.from(
    { length: 60 },
    (_, at) => `<li><a href="/news/${at}">Headline number ${at} of the day</a></li>`,
  );
  routes.set(
    '/news/menu',
    serve(
      `<html><head><title>All news</title></head><body><ul>${links.join('')}</ul></body></html>`,
    ),
  );
  busy.routes.set('/feed', answer(429, { 'retry-after': '0' }));

  const html = await startPublisher();
  html.routes.set('/not-a-feed', serve('<!doctype html><html><body><p>Welcome</p></body></html>'));
  await pipeline.addFeed('good', `${origin}/feed`);
  await pipeline.addFeed('busy', `${busy.origin}/feed`);
  await pipeline.addFeed('html', `${html.origin}/not-a-feed`);
  await pipeline.queues.bull.parse.add('parse', { nonsense: true }, { attempts: 3 });
  await pipeline.startAll();
  await pipeline.settled();
  await html[Symbol.asyncDispose]();
});
afterAll(async () => {
  await pipeline?.[Symbol.asyncDispose]();
  await publisher?.[Symbol.asyncDispose]();
  await busy?.[Symbol.asyncDispose]();
});

describe('every address ends in a named state', () => {
  it('gives each its own', async () => {
    const endings = await pipeline.endings();
    const twins = [endings['/news/one'], endings['/news/twin']].toSorted();
    expect(twins).toEqual(['copy', 'indexed']);
    expect(endings).toMatchObject({
      '/news/empty': 'empty_body',
      '/news/missing': 'not_found',
      '/news/gone': 'gone',
      '/news/loop': 'too_many_redirects',
      '/private/page': 'robots_denied',
      '/news/menu': 'not_an_article',
      '/not-a-feed': 'not_a_feed',
    });
  });

  it('looks again at what robots.txt denies when that is asked for again, not before', async () => {
    const [row] = await pipeline.db
      .selectFrom('address')
      .select(['again_at', 'updated_at'])
      .where('reason', '=', 'robots_denied')
      .execute();
    const hours = (Number(row?.again_at) - Number(row?.updated_at)) / 3_600_000;
    expect(hours).toBeGreaterThan(23);
    expect(hours).toBeLessThan(24.1);
  });

  it('looks again at live news that was read as something else, which may be a notice in its place', async () => {
    const rows = await pipeline.db
      .selectFrom('address')
      .select('again_at')
      .where('reason', '=', 'not_an_article')
      .execute();
    expect(rows.map((it) => it.again_at !== null)).toEqual([true]);
  });

  it('drops the address of a host that answers 429 for ever', async () => {
    const row = await pipeline.db
      .selectFrom('address')
      .innerJoin('publisher', 'publisher.id', 'address.publisher_id')
      .select(['address.state', 'address.reason'])
      .where('slug', '=', 'busy')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ state: 'dropped', reason: 'rate_limited' });
    expect(busy.requests.filter(({ path }) => path === '/feed')).toHaveLength(2);
  });

  it('quarantines a job of the wrong shape at its first attempt', async () => {
    const rows = await pipeline.db.selectFrom('quarantine').selectAll().execute();
    expect(rows).toMatchObject([
      { queue: 'parse', code: 'PAYLOAD_INVALID', payload: { nonsense: true } },
    ]);
    const [job] = await pipeline.queues.bull.parse.getFailed();
    expect(job?.attemptsMade).toBe(1);
  });

  it('writes the article, its story and one change', async () => {
    const { db } = pipeline;
    const articles = await db
      .withSchema('reader')
      .selectFrom('articles' as never)
      .selectAll()
      .execute();
    expect(articles).toMatchObject([
      {
        title: 'Wider pavements for the old town',
        revision: 1,
        language: 'en',
        published_at: new Date('2026-03-01T10:00:00Z'),
      },
    ]);
    const changes = await db.selectFrom('change').select('kind').execute();
    expect(changes).toEqual([{ kind: 'article_created' }]);
  });
});
