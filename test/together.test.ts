import { articlePage, rss, serve, startPublisher, waitFor } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { openPipeline, type Shape } from './pipeline.ts';

it.each<Shape>(['together', 'apart'])(
  'writes what a publisher publishes, with the services %s',
  async (shape) => {
    await using publisher = await startPublisher();
    await using pipeline = await openPipeline({}, shape);
    const { origin, routes } = publisher;
    const paths = ['/news/1', '/news/2'];
    for (const path of paths) routes.set(path, serve(articlePage(`Title of ${path}`, path)));
    routes.set(
      '/feed',
      rss(
        origin,
        paths.map((path) => ({ path, title: `Title of ${path}` })),
      ),
    );
    await pipeline.startAll();
    await pipeline.addFeed('sahifa', `${origin}/feed`);
    await waitFor(async () => (await pipeline.endings())['/news/2'] !== undefined);
    await pipeline.settled();
    expect(await pipeline.endings()).toEqual({
      '/feed': 'read',
      '/news/1': 'indexed',
      '/news/2': 'indexed',
    });
  },
  60_000,
);
