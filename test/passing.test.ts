import { readStatus } from '@nashra/pipeline';
import {
  answer,
  articlePage,
  type Publisher,
  type Route,
  rss,
  serve,
  startPublisher,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from './pipeline.ts';

const HEADLINE = 'Wider pavements for the old town';
const PAGE = articlePage(HEADLINE, 'Azrou');
/** Out of a cache that takes one address for another. */
const OTHER = articlePage('A new roof over the market hall', 'Sefrou');
let pipeline: Pipeline;
let publisher: Publisher;

/** Bad for so many requests, then right. */
function late(times: number, bad: Route): Route {
  let asked = 0;
  return (...args) =>
    (asked++ < times ? bad : serve(PAGE.replaceAll('Azrou', `Azrou ${times}`)))(...args);
}

beforeAll(async () => {
  [pipeline, publisher] = await Promise.all([
    openPipeline({ PASSING_RETRY_MS: '300', FETCH_BACKOFF_MS: '50', ROBOTS_RETRY_MS: '200' }),
    startPublisher(),
  ]);
  const { origin, routes } = publisher;
  const bad = {
    other: serve(OTHER),
    missing: answer(404),
    forbidden: answer(403),
    empty: serve(''),
    failing: answer(500),
  };
  const names = [...Object.keys(bad), 'astray', 'gone'];
  const entries = names.map((name) => ({ path: `/news/${name}`, title: HEADLINE }));
  routes.set('/feed', rss(origin, entries));
  for (const [at, [name, route]] of Object.entries(bad).entries())
    routes.set(`/news/${name}`, late(at + 2, route));
  routes.set('/news/astray', late(1, answer(302, { location: 'ftp://files.example/news' })));
  routes.set('/news/gone', answer(410));
  await pipeline.addFeed('good', `${origin}/feed`);
  await pipeline.startAll();
});
afterAll(async () => {
  await pipeline?.[Symbol.asyncDispose]();
  await publisher?.[Symbol.asyncDispose]();
});

it('reads at last what failed for a while, lets alone what is gone, and the counts add up', async () => {
  const { db } = pipeline;
  const indexed = async () =>
    (await db.selectFrom('address').select('id').where('state', '=', 'indexed').execute())
      .length === 6;
  await waitFor(indexed, { timeoutMs: 60_000, everyMs: 200, what: 'all six pages to be read' });
  await pipeline.settled();
  expect(publisher.requests.filter(({ path }) => path === '/news/gone')).toHaveLength(1);
  const { ledger, again } = await readStatus(pipeline);
  expect(again).toEqual({ addresses: 0, next: null });
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from nashra.address group by state`.execute(db);
  expect(Object.fromEntries(rows.map(({ state, n }) => [state, n]))).toEqual({
    indexed: 6,
    dropped: 1,
    read: 1,
  });
  const titles = await db.selectFrom('content').select('title').distinct().execute();
  expect(titles).toEqual([{ title: HEADLINE }]);
  expect(ledger).toMatchObject({ indexed: 6, dropped: 1, read: 1 });
}, 90_000);
