import {
  articlePage,
  type Publisher,
  rss,
  serve,
  startPublisher,
  type TestDatabase,
  testDatabase,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPipeline, type Pipeline, SERVICES } from './pipeline.ts';

const ARTICLES = 15;
/** From the moment on at which the cause is gone, all that is left to do included. */
const HEALED_MS = 30_000;
let database: TestDatabase;
let pipeline: Pipeline;
let publisher: Publisher;

beforeEach(async () => {
  database = await testDatabase();
  const env = { LOG_LEVEL: 'error' };
  [pipeline, publisher] = await Promise.all([
    openPipeline(env, 'together', database),
    startPublisher(),
  ]);
  const { origin, routes } = publisher;
  const paths = Array.from({ length: ARTICLES }, (_, at) => `/news/${at}`);
  for (const path of paths)
    routes.set(path, serve(articlePage(`Title of ${path}`, `town ${path}`)));
  const items = paths.map((path) => ({ path, title: `Title of ${path}` }));
  routes.set('/feed', rss(origin, items));
  await pipeline.addFeed('sahifa', `${origin}/feed`);
});
afterEach(async () => {
  await pipeline[Symbol.asyncDispose]();
  await publisher[Symbol.asyncDispose]();
});

const indexed = async () =>
  Number(
    (
      await pipeline.db
        .selectFrom('address')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('state', '=', 'indexed')
        .executeTakeFirstOrThrow()
    ).n,
  );
const working = () => waitFor(async () => (await indexed()) >= 3);

async function expectHealed(): Promise<void> {
  await waitFor(async () => (await indexed()) === ARTICLES, { timeoutMs: HEALED_MS });
  await pipeline.settled();
  const endings = Object.values(await pipeline.endings());
  expect(endings.filter((it) => it === 'indexed')).toHaveLength(ARTICLES);
  const changes = await pipeline.db.selectFrom('change').select('article_id').execute();
  expect(new Set(changes.map((it) => it.article_id)).size).toBe(ARTICLES);
  expect(changes).toHaveLength(ARTICLES);
}

// The other faults are cells of test/faults: they take a minute each.
it('spends nobody’s attempts while the database takes no writes, and says so', async () => {
  await pipeline.startAll();
  await working();
  await setReadOnly('on');
  const says = async () => await pipeline.readyz('index');
  await waitFor(async () => /postgres: read-only/.test(await says()));
  await setReadOnly('off');
  await expectHealed();
}, 120_000);

/** For every session from now on; those of the services begin anew. */
async function setReadOnly(value: 'on' | 'off'): Promise<void> {
  await database.owner.transaction().execute(async (tx) => {
    await sql`set transaction read write`.execute(tx);
    const name = sql.id(new URL(database.url).pathname.slice(1));
    await sql`alter database ${name} set default_transaction_read_only = ${sql.raw(value)}`.execute(
      tx,
    );
  });
  await endBackends();
}

async function endBackends(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = any(${[...SERVICES].map((it) => `nashra-${it}`)}::text[])`.execute(
    database.owner,
  );
}
