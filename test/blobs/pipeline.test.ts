import {
  articlePage,
  rss,
  S3_KEYS,
  serve,
  startPublisher,
  startS3,
  waitFor,
} from '@nashra/testkit';
import { expect, it } from 'vitest';
import { openPipeline } from '../pipeline.ts';

/** On a machine that does much else. */
const PATIENCE_MS = 100_000;

it(
  'keeps pages in a bucket, rests while it throttles, and blames no page for it',
  async () => {
    await using bucket = await startS3('pages');
    await using publisher = await startPublisher();
    const { origin, routes } = publisher;
    Object.assign(process.env, S3_KEYS);
    await using pipeline = await openPipeline({
      NASHRA_BLOBS: `s3://pages/news?endpoint=${bucket.endpoint}`,
    });
    const paths = Array.from({ length: 12 }, (_, n) => `/news/${n + 1}`);
    for (const path of paths) routes.set(path, serve(articlePage(`Title of ${path}`, path)));
    const items = paths.map((path) => ({ path, title: `Title of ${path}` }));
    routes.set('/feed', rss(origin, items));
    bucket.refuse({ status: 503, code: 'SlowDown' });
    await pipeline.startAll();
    await pipeline.addFeed('sahifa', `${origin}/feed`);
    await waitFor(async () => (await pipeline.readyz('fetch')).includes('s3: SlowDown'), {
      what: 'fetch to say what it waits for',
      timeoutMs: PATIENCE_MS,
    });
    bucket.refuse(null);
    await pipeline.settled(PATIENCE_MS);
    const endings = Object.values(await pipeline.endings());
    expect(endings.filter((it) => it === 'indexed')).toHaveLength(12);
    expect(endings).toHaveLength(13);
    expect(await pipeline.queues.failed('fetch')).toEqual([]);
    expect(await pipeline.queues.failed('parse')).toEqual([]);
  },
  3 * PATIENCE_MS,
);
