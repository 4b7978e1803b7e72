import { catalogSchema, listSources, loadCatalog, pollNow } from '@nashra/sources';
import { articlePage, type Publisher, serve, startPublisher, waitFor } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from './pipeline.ts';

let pipeline: Pipeline;
let publisher: Publisher;

/** A front page as sites without a feed have them: headlines, sections, and what every page links to. */
function frontPage(numbers: readonly number[]): string {
  const blocks = numbers.map(
    (n) =>
      `<div class="story"><h2><a href="/news/${n}">Headline of the story number ${n}</a></h2></div>`,
  );
  return `<html lang="en"><head><title>Daily</title></head><body><nav><a href="/section/sport">Sport</a></nav>
    ${blocks.join('')}<footer><a href="/about-this-paper">About this paper and its people</a></footer></body></html>`;
}

function write(n: number): void {
  publisher.routes.set(
    `/news/${n}`,
    serve(articlePage(`Headline of the story number ${n}`, `Place${n}`)),
  );
}

beforeAll(async () => {
  [pipeline, publisher] = await Promise.all([openPipeline(), startPublisher()]);
  for (const n of [101, 102, 103]) write(n);
  publisher.routes.set('/latest', serve(frontPage([101, 102, 103])));
  const feeds = [
    { address: `${publisher.origin}/latest`, isPage: true, intervalSeconds: 3600 },
    // The same page, of which nobody has said that it is no feed.
    { address: `${publisher.origin}/latest?as=feed`, intervalSeconds: 3600 },
  ];
  publisher.routes.set('/latest?as=feed', serve(frontPage([101, 102, 103])));
  const one = { slug: 'daily', name: 'Daily', timeZone: 'UTC', feeds };
  await loadCatalog(pipeline.db, catalogSchema.parse([one]));
  await pipeline.startAll();
});
afterAll(async () => {
  await pipeline?.[Symbol.asyncDispose]();
  await publisher?.[Symbol.asyncDispose]();
});

it('reads a page of headlines as a feed, at its rhythm, and each article once', async () => {
  const indexed = async () =>
    Object.entries(await pipeline.endings()).filter(([, ending]) => ending === 'indexed').length;
  await waitFor(async () => (await indexed()) === 3, { what: 'three articles' });
  write(104);
  publisher.routes.set('/latest', serve(frontPage([104, 103, 102, 101])));
  const [source] = await listSources(pipeline.db);
  expect(source).toMatchObject({ isPage: true, entriesSeen: 3, lastReason: null });
  await pollNow(pipeline.db, source?.address ?? '', { actor: 'test' });
  await waitFor(async () => (await indexed()) === 4, { what: 'the fourth' });
  await pipeline.settled();
  const asked = publisher.requests.map(({ path }) => path).filter((it) => it.startsWith('/news/'));
  expect(asked.toSorted()).toEqual([101, 102, 103, 104].map((n) => `/news/${n}`));
  expect(publisher.requests.map(({ path }) => path)).not.toContain('/about-this-paper');
});

it('does not take a page for one because a feed’s address answers with it', async () => {
  const [, second] = await listSources(pipeline.db);
  expect(second).toMatchObject({ isPage: false, lastReason: 'not_a_feed' });
});
