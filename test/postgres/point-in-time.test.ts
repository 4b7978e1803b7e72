import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Db, openDb } from '@nashra/db';
import { queues as contracts, way } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { asReader, type Change, changesAfter, newestMark } from '@nashra/reader';
import { startPostgres } from '@nashra/stack';
import {
  articlePage,
  copyCluster,
  rss,
  serve,
  startPublisher,
  testRedis,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openPipeline } from '../pipeline.ts';
import { openOwnServer } from './own-server.ts';

/** The settings of the page, so that it is they that are tried. */
const page = readFileSync(resolve(import.meta.dirname, '../../docs/operating.md'), 'utf8');
const [archiving = '', restoring = ''] = [...page.matchAll(/```conf\n([^`]*)```/g)].map(
  ([, text]) => text ?? '',
);

const FIRST = 40;
const MOST = 100;

/** A reader as docs/reader.md wants it: what it knows of each article, by the changes alone. */
function createFollower() {
  const known = new Map<number, number>();
  return {
    known,
    learn(changes: readonly Change[]) {
      for (const { articleId, seq } of changes) if (articleId !== null) known.set(articleId, seq);
      return changes.at(-1)?.seq;
    },
  };
}

it.skipIf(!process.env['SHAPES'])(
  'is brought back to a point in time, and what was lost comes again by itself',
  async () => {
    const archive = join('/tmp', `nashra-archive-${process.pid}`);
    await using open = new AsyncDisposableStack();
    mkdirSync(archive);
    // Whoever Postgres runs as writes there.
    chmodSync(archive, 0o777);
    open.defer(() => rmSync(archive, { recursive: true, force: true }));
    const at = (text: string) => text.replaceAll('/var/lib/archive', archive);
    const settings = Object.fromEntries(
      [...at(archiving).matchAll(/^(\w+) = '?(.*?)'?$/gm)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    const server = open.use(await openOwnServer(settings));
    const publisher = open.use(await startPublisher());
    const { origin, routes } = publisher;
    const show = (count: number) => {
      const paths = Array.from({ length: count }, (_, n) => `/news/${n + 1}`);
      for (const path of paths)
        if (!routes.has(path)) routes.set(path, serve(articlePage(`Title of ${path}`, path)));
      routes.set(
        '/feed',
        rss(
          origin,
          paths.map((path) => ({ path, title: `Title of ${path}` })),
        ),
      );
    };
    const redis = testRedis();
    open.defer(() => redis.clear());
    const blobs = join(server.dir, 'blobs');
    const same = { NASHRA_PREFIX: redis.prefix, NASHRA_BLOBS: blobs };
    const countRevisions = async (db: Db) => {
      const asked = sql<{ n: number }>`select count(*)::int as n from nashra.revision`;
      return (await asked.execute(db)).rows[0]?.n ?? 0;
    };
    const poll = (db: Db) => sql`update nashra.feed set next_poll_at = now()`.execute(db);

    // A day of work, with a base backup in the morning.
    const reader = createFollower();
    let mark = { seq: 0, epoch: 0 };
    let target = '';
    let thenThere = 0;
    const copy = await (async () => {
      await using pipeline = await openPipeline(same, 'together', server.asTestDatabase());
      show(FIRST);
      await pipeline.startAll();
      await pipeline.addFeed('sahifa', `${origin}/feed`);
      await pipeline.settled();
      await waitFor(async () => (await countRevisions(server.db)) === FIRST);
      const backup = await copyCluster(server.postgres.url, 'restored');
      open.defer(() => rmSync(backup, { recursive: true, force: true }));
      // The moment that will be gone back to lies in the middle of work.
      show(MOST - 20);
      await poll(server.db);
      await waitFor(async () => (await countRevisions(server.db)) > FIRST + 10);
      const asked = await sql<{ now: string; n: number }>`
        select clock_timestamp()::text as now, (select count(*)::int from nashra.revision) as n`.execute(
        server.db,
      );
      target = asked.rows[0]?.now ?? '';
      thenThere = asked.rows[0]?.n ?? 0;
      await pipeline.settled();
      show(MOST);
      await poll(server.db);
      await waitFor(async () => (await countRevisions(server.db)) === MOST);
      await pipeline.settled();
      mark = await newestMark(asReader(server.db));
      reader.learn(await changesAfter(asReader(server.db), 0, 1_000));
      expect(reader.known.size).toBe(MOST);
      return backup;
    })();
    // Redis is newer too: it has jobs of addresses that will never have been, and of some that will be elsewhere.
    await using queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
    const newest = await server.db.selectFrom('address').select('id').orderBy('id').execute();
    for (const { id } of [...newest.slice(0, 3), ...newest.slice(-10)])
      for (const stage of way) await queues.push(stage.name, { addressId: id });
    await sql`select pg_switch_wal()`.execute(server.db);
    await waitFor(async () => {
      const asked = sql<{ n: number }>`select archived_count::int as n from pg_stat_archiver`;
      return ((await asked.execute(server.db)).rows[0]?.n ?? 0) > 0;
    });
    await server.postgres.stop();

    // Everything but Postgres is as new as it was: Redis, bytes, readers.
    appendFileSync(
      join(copy, 'postgresql.conf'),
      `\n${at(restoring).replace('2026-01-31 09:30:00+00', target)}`,
    );
    writeFileSync(join(copy, 'recovery.signal'), '');
    const restored = await startPostgres({ dataDir: copy, settings });
    open.defer(() => restored.stop());
    const db = open.use(openDb(restored.url, { poolSize: 4, as: 'nashra_app' }));
    await waitFor(async () => {
      const asked = sql<{ is_back: boolean }>`select not pg_is_in_recovery() as is_back`;
      return (await asked.execute(db)).rows[0]?.is_back;
    });
    const back = await countRevisions(db);
    process.stdout.write(
      `${MOST} articles, ${thenThere} at the time gone back to, ${back} brought back\n`,
    );
    expect(back).toBeGreaterThanOrEqual(thenThere);
    expect(back).toBeLessThan(MOST);

    const own = { url: restored.url, db, owner: db, drop: async () => {} };
    await using pipeline = await openPipeline(
      { ...same, DATABASE_URL: restored.url },
      'together',
      own,
    );
    await pipeline.startAll();
    // In the place of an hour until the feed's next poll.
    await poll(db);
    await waitFor(async () => (await countRevisions(db)) === MOST, { timeoutMs: 90_000 });
    await pipeline.settled(120_000);

    const { rows } = await sql<{ articles: number; addresses: number; changes: number }>`
      select (select count(*)::int from nashra.article) as articles,
        (select count(*)::int from nashra.address where kind = 'article') as addresses,
        (select count(distinct article_id)::int from nashra.change) as changes`.execute(db);
    expect(rows).toEqual([{ articles: MOST, addresses: MOST, changes: MOST }]);
    const endings = Object.values(await pipeline.endings());
    expect(endings.filter((it) => it !== 'indexed')).toEqual(['read']);
    const blamed = await sql`select code from nashra.quarantine`.execute(db);
    expect(blamed.rows).toEqual([]);

    // The reader is told, goes back, and knows in the end what there is.
    const there = asReader(db);
    const rewound = await changesAfter(there, mark.seq, 1_000, mark.epoch).catch(
      (error: unknown) => error,
    );
    expect(rewound).toMatchObject({ code: 'READER_CHANGES_REWOUND' });
    const { after, epoch } = rewound as { after: number; epoch: number };
    expect(after).toBeLessThan(mark.seq);
    for (const [id, seq] of reader.known) if (seq > after) reader.known.delete(id);
    reader.learn(await changesAfter(there, after, 1_000, epoch));
    const ids = await sql<{ id: number }>`select article_id as id from reader.timeline`.execute(db);
    expect([...reader.known.keys()].toSorted()).toEqual(ids.rows.map(({ id }) => id).toSorted());
    // In SQL too; and who keeps no epoch is given everything new.
    const asked = sql`select * from reader.changes_after(${mark.seq}, 10, ${mark.epoch})`;
    await expect(asked.execute(db)).rejects.toMatchObject({ code: 'NS002', detail: `${after}` });
    const lost = await changesAfter(there, after, 1_000, epoch);
    expect(await changesAfter(there, mark.seq, 1_000)).toEqual(lost);
  },
  300_000,
);
