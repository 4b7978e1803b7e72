import { type Db, openDb } from '@nashra/db';
import {
  articlePage,
  type PostgresPair,
  rss,
  serve,
  startPair,
  startPublisher,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openPipeline, type Pipeline } from '../pipeline.ts';

const ARTICLES = 240;
/** On a machine that does much else. */
const PATIENCE_MS = 150_000;
/** After the replica has become the primary. */
const MOVES_WITHIN_MS = 15_000;

async function revisionsOf(db: Db): Promise<number> {
  const asked = sql<{ n: number }>`select count(*)::int as n from nashra.revision`;
  return (await asked.execute(db)).rows[0]?.n ?? 0;
}

type Fails = (pair: PostgresPair, pipeline: Pipeline) => Promise<void>;

/** The way of all these articles, with the primary lost when a part of them is through, and its replica promoted. */
async function carry(fails: Fails): Promise<void> {
  await using pair = await startPair();
  await using publisher = await startPublisher();
  const { origin, routes } = publisher;
  const paths = Array.from({ length: ARTICLES }, (_, n) => `/news/${n + 1}`);
  for (const path of paths) routes.set(path, serve(articlePage(`Title of ${path}`, path)));
  routes.set(
    '/feed',
    rss(
      origin,
      paths.map((path) => ({ path, title: `Title of ${path}` })),
    ),
  );
  const url = `${pair.primary.url}?nodes=127.0.0.1:${pair.replica.port}`;
  await using db = openDb(url, { poolSize: 4, as: 'nashra_app' });
  const own = { url, db, owner: db, drop: async () => {} };
  await using pipeline = await openPipeline({ DATABASE_URL: url }, 'together', own);
  const count = async () => {
    const { rows } = await sql<{ articles: number; revisions: number }>`
      select (select count(*)::int from nashra.article where revision > 0) as articles,
        (select count(*)::int from nashra.revision) as revisions`.execute(db);
    return rows[0] ?? { articles: 0, revisions: 0 };
  };
  await pipeline.startAll();
  await pipeline.addFeed('sahifa', `${origin}/feed`);
  await waitFor(async () => (await count()).revisions > ARTICLES / 6, {
    what: 'a part',
    timeoutMs: PATIENCE_MS,
  });

  await fails(pair, pipeline);
  const before = await revisionsOf(pair.replicaDb);
  expect(before).toBeLessThan(ARTICLES);
  await sql`select pg_promote()`.execute(pair.replicaDb);
  const promoted = performance.now();
  await waitFor(async () => (await revisionsOf(pair.replicaDb)) > before, {
    what: 'work to move again',
    timeoutMs: PATIENCE_MS,
  });
  const movedMs = Math.round(performance.now() - promoted);
  process.stdout.write(`${before} of ${ARTICLES} were durable; work moved after ${movedMs} ms\n`);
  expect(movedMs).toBeLessThan(MOVES_WITHIN_MS);

  await pipeline.settled(PATIENCE_MS);
  expect(await count()).toEqual({ articles: ARTICLES, revisions: ARTICLES });
  const endings = Object.values(await pipeline.endings());
  expect(endings.filter((it) => it !== 'indexed')).toEqual(['read']);
  const blamed = await sql`select from nashra.quarantine`.execute(db);
  expect(blamed.rows).toEqual([]);
  const told = await sql<{ n: number; ids: number }>`
    select count(*)::int as n, count(distinct article_id)::int as ids from nashra.change`.execute(
    db,
  );
  expect(told.rows).toEqual([{ n: ARTICLES, ids: ARTICLES }]);
  // Who only reads has come along too.
  const { rows } = await sql<{ port: number }>`select inet_server_port() as port`.execute(db);
  expect(rows).toEqual([{ port: pair.replica.port }]);
}

// Half a minute each: they run by `npm run test:postgres`.
it.skipIf(!process.env['SHAPES'])(
  'loses and doubles nothing when the primary is killed and its replica promoted',
  () =>
    carry(async ({ primary }) => {
      process.kill(primary.pid, 'SIGKILL');
      await primary.exited;
    }),
  4 * PATIENCE_MS,
);

it.skipIf(!process.env['SHAPES'])(
  'goes from a primary that was fenced off to the promoted one, and blames no address meanwhile',
  () =>
    carry(async ({ primary }, pipeline) => {
      await using old = openDb(primary.url, { poolSize: 1 });
      await sql`alter system set default_transaction_read_only = on`.execute(old);
      await sql`select pg_reload_conf()`.execute(old);
      await waitFor(async () => (await pipeline.readyz('index')).includes('postgres: read-only'), {
        what: 'the fault by its name',
        timeoutMs: PATIENCE_MS,
      });
    }),
  4 * PATIENCE_MS,
);
