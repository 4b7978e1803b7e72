import { goOn, readRun, stepRun } from '@nashra/pipeline';
import { setGuard } from '@nashra/sources';
import { articlePage, rss, serve, startPublisher } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { openPipeline } from './pipeline.ts';

const act = { actor: 'test', reason: 'their new site reads well' };
const towns = ['azrou', 'ifrane', 'sefrou'];

it('keeps what a held publisher brings, and reads it again from kept bytes when it goes on', async () => {
  await using publisher = await startPublisher();
  await using pipeline = await openPipeline();
  const { db } = pipeline;
  const { origin, routes } = publisher;
  for (const town of towns)
    routes.set(`/news/${town}`, serve(articlePage(`Council of ${town} decides`, town)));
  const items = towns.map((town) => ({ path: `/news/${town}`, title: town }));
  routes.set('/feed', rss(origin, items));
  await pipeline.addFeed('good', `${origin}/feed`);
  await setGuard(db, 'good', 'held', act);
  await pipeline.startAll();
  await pipeline.settled();
  const held = towns.map((town) => [`/news/${town}`, 'layout_changed']);
  expect(await pipeline.endings()).toMatchObject(Object.fromEntries(held));
  // From now on nobody can ask for them.
  for (const town of towns) routes.delete(`/news/${town}`);
  const id = await goOn(db, 'good', act);
  expect(id).not.toBeNull();
  while ((await readRun(db, id ?? 0))?.endedAt === null) await stepRun(pipeline, { id: id ?? 0 });
  await pipeline.settled();
  const indexed = towns.map((town) => [`/news/${town}`, 'indexed']);
  expect(await pipeline.endings()).toMatchObject(Object.fromEntries(indexed));
  expect(await goOn(db, 'good', act)).toBeNull();
}, 120_000);
