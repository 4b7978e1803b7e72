import {
  articlePage,
  type RedisCluster,
  rss,
  serve,
  startCluster,
  startPublisher,
  waitFor,
} from '@nashra/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPipeline } from '../pipeline.ts';

let cluster: RedisCluster;

/** After the slots are somebody's again. */
const MOVES_WITHIN_MS = 15_000;
const ARTICLES = 240;
/** On a machine that does much else. */
const PATIENCE_MS = 150_000;
const LONG_MS = 3 * PATIENCE_MS;

/** The way of all these articles, with something happening when a part of them is through. */
async function carry(
  befalls: (prefix: string, revisions: () => Promise<number>) => Promise<void>,
): Promise<void> {
  await using publisher = await startPublisher();
  const { origin, routes } = publisher;
  const paths = Array.from({ length: ARTICLES }, (_, n) => `/news/${n + 1}`);
  for (const path of paths) routes.set(path, serve(articlePage(`Title of ${path}`, path)));
  const items = paths.map((path) => ({ path, title: `Title of ${path}` }));
  routes.set('/feed', rss(origin, items));
  await using pipeline = await openPipeline({ REDIS_URL: cluster.url });
  const count = async () => {
    const { db } = pipeline;
    const articles = db.selectFrom('article').select(db.fn.countAll<string>().as('n'));
    const revisions = db.selectFrom('revision').select(db.fn.countAll<string>().as('n'));
    return [
      Number((await articles.executeTakeFirstOrThrow()).n),
      Number((await revisions.executeTakeFirstOrThrow()).n),
    ] as const;
  };
  await pipeline.startAll();
  await pipeline.addFeed('sahifa', `${origin}/feed`);
  await waitFor(async () => (await count())[1] > ARTICLES / 6, {
    what: 'a part to be through',
    timeoutMs: PATIENCE_MS,
  });
  await befalls(pipeline.redis.prefix, async () => (await count())[1]);
  await pipeline.settled(PATIENCE_MS);
  expect(await count()).toEqual([ARTICLES, ARTICLES]);
  const endings = Object.values(await pipeline.endings());
  expect(endings.filter((it) => it !== 'indexed')).toEqual(['read']);
}

// Half a minute each: they run by `npm run test:cluster`.
describe.skipIf(!process.env['CLUSTER'])('a cluster of three masters', () => {
  beforeEach(async () => {
    cluster = await startCluster();
  }, PATIENCE_MS);
  afterEach(() => cluster[Symbol.asyncDispose]());

  it(
    'moves slots from master to master while articles pass',
    async () => {
      await carry(() => cluster.reshard(1_000));
    },
    LONG_MS,
  );

  it(
    'loses and doubles nothing when the master of the queues in use is killed',
    async () => {
      await carry(async (prefix, revisions) => {
        const key = `{${prefix}:fetch}:fetch:wait`;
        const port = await cluster.masterOf(key);
        await cluster.kill(port);
        await waitFor(async () => (await cluster.masterOf(key)) !== port, {
          what: 'the election',
          timeoutMs: PATIENCE_MS,
        });
        await movesAgain(revisions, 'the election');
      });
    },
    LONG_MS,
  );

  it(
    'has Postgres heal what a master and its replica took with them',
    async () => {
      await carry(async (prefix, revisions) => {
        await cluster.lose(await cluster.masterOf(`{${prefix}:parse}:parse:wait`));
        await movesAgain(revisions, 'their slots were taken over, empty');
      });
    },
    LONG_MS,
  );
});

async function movesAgain(revisions: () => Promise<number>, after: string): Promise<void> {
  const [before, at] = [await revisions(), performance.now()];
  await waitFor(async () => (await revisions()) > before, {
    what: 'work to move again',
    timeoutMs: PATIENCE_MS,
  });
  const movedMs = Math.round(performance.now() - at);
  process.stdout.write(`work moved ${movedMs} ms after ${after}\n`);
  expect(movedMs).toBeLessThan(MOVES_WITHIN_MS);
}
