import { askErrand, awaitErrand, type Errand } from '@nashra/pipeline';
import type { PageView, ReadingReport } from '@nashra/reading';
import { articlePage, type Publisher, rss, serve, startPublisher } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from './pipeline.ts';

const act = { actor: 'ops:amina', reason: 'to see it' };
let pipeline: Pipeline;
let publisher: Publisher;
let publisherId: number;
let addressId: number;

beforeAll(async () => {
  publisher = await startPublisher();
  const { origin, routes } = publisher;
  pipeline = await openPipeline({ FETCH_ALLOW_PRIVATE: '*' });
  routes.set('/feed', rss(origin, [{ path: '/news/a-long-title-1', title: 'The council meets' }]));
  routes.set('/news/a-long-title-1', serve(articlePage('The council meets', 'Larache')));
  routes.set(
    '/',
    serve(
      `<!doctype html><title>x</title><link rel="alternate" type="application/rss+xml" href="/feed">`,
    ),
  );
  publisherId = await pipeline.addFeed('sahifa', `${origin}/feed`);
  await pipeline.startAll();
  await pipeline.settled();
  const { rows } = await sql<{ id: number }>`
    select id from nashra.address where kind = 'article' and publisher_id = ${publisherId}`.execute(
    pipeline.db,
  );
  addressId = rows[0]?.id ?? 0;
}, 180_000);
afterAll(async () => {
  await pipeline?.[Symbol.asyncDispose]();
  await publisher?.[Symbol.asyncDispose]();
});

async function done(id: number): Promise<Errand> {
  const errand = await awaitErrand(pipeline.db, id, 30_000);
  if (!errand) throw new Error('it is gone');
  return errand;
}

it('fetch finds what a home page has, and says in words what it has not', async () => {
  const ask = (address: string) => askErrand(pipeline.db, 'source.find', { address }, act);
  const found = await done(await ask(`${publisher.origin}/`));
  expect(found).toMatchObject({
    state: 'done',
    answer: [
      {
        address: `${publisher.origin}/feed`,
        by: 'link',
        entries: 1,
        publisher: { timeZone: 'UTC' },
      },
    ],
  });
  expect(await done(await ask('http://127.0.0.1:9/'))).toMatchObject({ state: 'refused' });
}, 90_000);

it('parse shows a kept page and what is read of it, and none where none is kept', async () => {
  const ask = (address: number) => askErrand(pipeline.db, 'page.read', { address }, act);
  const { answer } = await done(await ask(addressId));
  const view = answer as PageView;
  expect(view.read).toMatchObject({ isArticle: true, title: 'The council meets', language: 'en' });
  expect(view.source).toContain('<h1>The council meets</h1>');
  expect(await done(await ask(1))).toMatchObject({ refusal: 'No bytes of it are kept.' });
}, 90_000);

it('parse says what reading again would change, by field and by publisher', async () => {
  const ask = () =>
    askErrand(pipeline.db, 'pages.compare', { filter: 'publisher:sahifa', pages: 10 }, act);
  expect((await done(await ask())).answer).toMatchObject({ matched: 1, read: 1, changed: 0 });
  await sql`update nashra.content set title = 'As an earlier extractor read it'`.execute(
    pipeline.db,
  );
  const report = (await done(await ask())).answer as ReadingReport;
  expect(report).toMatchObject({ changed: 1, fields: { title: 1 } });
  expect(report.publishers).toEqual([
    { publisher: 'sahifa', read: 1, changed: 1, fields: { title: 1 } },
  ]);
  const wrong = await askErrand(
    pipeline.db,
    'pages.compare',
    { filter: 'nonsense', pages: 10 },
    act,
  );
  expect((await done(wrong)).state).toBe('refused');
}, 90_000);

it('the scheduler sends a page through again from its bytes', async () => {
  const id = await askErrand(
    pipeline.db,
    'address.replay',
    { address: addressId, from: 'parse' },
    act,
  );
  expect(await done(id)).toMatchObject({ state: 'done', answer: { sent: [addressId] } });
  await pipeline.settled();
}, 90_000);
