import { answerUnsure, liftTakedown, listTakedowns } from '@nashra/articles';
import { exportedCases, takeDownAll } from '@nashra/pipeline';
import { articlePage, rss, serve, startPublisher, waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openPipeline } from './pipeline.ts';

const act = { actor: 'test', reason: 'by request of the author' };
const byline = (page: string, author: string) =>
  page.replace('</head>', `<meta name="author" content="${author}"></head>`);

it('takes an author down for good: what is there, and what comes; and all of it back when it is lifted', async () => {
  await using publisher = await startPublisher();
  await using pipeline = await openPipeline({ SWEEP_MS: '200' });
  const { db } = pipeline;
  const { origin, routes } = publisher;
  const towns = ['azrou', 'ifrane', 'sefrou'];
  const authors = ['Nora Field', 'Salma Idrissi', 'nora  field'];
  const show = (count: number) => {
    for (const [at, town] of towns.slice(0, count).entries()) {
      const page = byline(articlePage(`Council of ${town} decides`, town), authors[at] ?? '');
      routes.set(`/news/${town}`, serve(page));
    }
    const items = towns.slice(0, count).map((town) => ({ path: `/news/${town}`, title: town }));
    routes.set('/feed', rss(origin, items));
  };
  show(2);
  await pipeline.addFeed('good', `${origin}/feed`);
  await pipeline.startAll();
  await pipeline.settled();
  const shown = async () => {
    const { rows } = await sql<{ title: string }>`
      select title from reader.articles order by title`.execute(db);
    return rows.map(({ title }) => title);
  };
  expect(await shown()).toHaveLength(2);
  const { rows } = await sql<{ id: number }>`select id from reader.articles order by id`.execute(
    db,
  );
  const id = rows[0]?.id ?? 0;
  await answerUnsure(db, { articleId: id, field: 'title', right: 'The council decides' }, act);
  expect(await exportedCases(db, 10)).toMatchObject([
    {
      articleId: id,
      field: 'title',
      right: 'The council decides',
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    },
  ]);

  const takedown = await takeDownAll(db, { author: 'Nora Field' }, act);
  await expect(takeDownAll(db, { author: 'NORA FIELD' }, act)).rejects.toThrow('already');
  await waitFor(async () => (await shown()).length === 1, { what: 'her article to be gone' });
  show(3);
  await sql`update nashra.feed set next_poll_at = now()`.execute(db);
  const third = async () => (await pipeline.endings())['/news/sefrou'];
  await waitFor(async () => (await third()) === 'taken_down', {
    timeoutMs: 60_000,
    what: 'her next article to be refused',
  });
  expect(await listTakedowns(db)).toMatchObject([
    { id: takedown, name: 'Nora Field', articles: 1 },
  ]);
  await liftTakedown(db, takedown, act);
  await waitFor(async () => (await shown()).length === 2, { what: 'her article to be back' });
  expect(await listTakedowns(db)).toMatchObject([{ articles: 0, liftedAt: expect.any(Date) }]);
}, 120_000);
