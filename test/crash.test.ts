import { countArticles } from '@nashra/articles';
import { openDb } from '@nashra/db';
import { readLedger } from '@nashra/pipeline';
import { type RunningServer, startPostgres } from '@nashra/stack';
import {
  articlePage,
  type OwnPostgres,
  ownPostgres,
  type Publisher,
  rss,
  serve,
  startPublisher,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPipeline, type Pipeline, SERVICES } from './pipeline.ts';

const ARTICLES = 80;
let own: OwnPostgres;
let postgres: RunningServer;
let pipeline: Pipeline;
let publisher: Publisher;

// A server of its own, with the disk's promises kept: what a commit does not wait for is lost when it crashes.
const SETTINGS = { wal_writer_delay: '10s', synchronous_commit: 'on' };

beforeEach(async () => {
  [own, publisher] = await Promise.all([ownPostgres({ settings: SETTINGS }), startPublisher()]);
  postgres = own.server;
  const db = openDb(postgres.url, { poolSize: 5, name: 'nashra-test' });
  pipeline = await openPipeline({}, 'apart', {
    url: postgres.url,
    db,
    owner: db,
    drop: () => db.destroy(),
  });
  const { origin, routes } = publisher;
  const paths = Array.from({ length: ARTICLES }, (_, at) => `/news/${at}`);
  for (const path of paths)
    routes.set(path, serve(articlePage(`Title of ${path}`, `town ${path}`)));
  const entries = paths.map((path) => ({ path, title: `Title of ${path}` }));
  routes.set('/feed', rss(origin, entries));
}, 90_000);
afterEach(async () => {
  await pipeline?.[Symbol.asyncDispose]();
  await publisher?.[Symbol.asyncDispose]();
  await postgres?.stop();
  await own?.[Symbol.asyncDispose]();
});

const written = () => countArticles(pipeline.db).catch(() => ({ articles: 0 }));

/** What `pg_ctl stop -m immediate` does: no checkpoint, nothing written that was not promised. */
async function crash(): Promise<void> {
  process.kill(postgres.pid, 'SIGQUIT');
  await postgres.exited;
  await postgres.stop();
  const { dataDir } = own;
  postgres = await startPostgres({ dataDir, port: postgres.port, settings: SETTINGS });
  // As their supervisor would, where losing the database ended them.
  await Promise.all(SERVICES.map((name) => pipeline.kill(name)));
  await pipeline.startAll();
}

it('loses no address and doubles no article when the database crashes in the middle', async () => {
  await pipeline.addFeed('sahifa', `${publisher.origin}/feed`);
  await pipeline.startAll();
  const seen: number[] = [];
  for (const at of [5, 30]) {
    await waitFor(async () => (await written()).articles >= at, { timeoutMs: 60_000 });
    const { rows } = await sql<{ seq: number }>`
      select seq from reader.changes order by seq`.execute(pipeline.db);
    seen.push(...rows.map(({ seq }) => seq).filter((seq) => !seen.includes(seq)));
    await crash();
  }
  await pipeline.settled(60_000);
  const { db } = pipeline;
  const endings = Object.values(await pipeline.endings());
  expect(endings.filter((it) => it === 'indexed')).toHaveLength(ARTICLES);
  expect((await readLedger({ db })).ledger).toMatchObject({ indexed: ARTICLES, read: 1 });
  expect(await countArticles(db)).toMatchObject({
    articles: ARTICLES,
    revisions: ARTICLES,
    changes: ARTICLES,
    stories: ARTICLES,
  });
  const { rows } = await sql<{ seq: number; article_id: number }>`
    select seq, article_id from reader.changes order by seq`.execute(db);
  expect(new Set(rows.map((row) => row.article_id)).size).toBe(ARTICLES);
  // What readers have seen stays what it was.
  expect(seen.filter((seq) => !rows.some((row) => row.seq === seq))).toEqual([]);
  // Keys of before the crashes were lost with them, and are there again.
  const { rows: lost } = await sql`
    select s.article_id, key from nashra.signature s cross join unnest(s.keys) as key
    where not exists (select from nashra.candidate_key k where k.key = key.key and k.article_id = s.article_id)`.execute(
    db,
  );
  expect(lost).toEqual([]);
  const drafts = await db.selectFrom('draft').select('address_id').execute();
  const contents = await db.selectFrom('content').select('id').execute();
  expect([drafts.length, contents.length]).toEqual([0, ARTICLES]);
}, 300_000);
