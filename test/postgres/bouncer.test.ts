import {
  articlePage,
  findBouncer,
  rss,
  serve,
  startBouncer,
  startPublisher,
  startService,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openPipeline } from '../pipeline.ts';
import { openOwnServer } from './own-server.ts';

const bouncer = findBouncer();
if (!bouncer && process.env['SHAPES'])
  process.stderr.write('SKIPPED: there is no PgBouncer here (apt-get install pgbouncer)\n');

/** Fewer than the services have connections: they pass from one to the other all the time. */
const SESSIONS = 6;
const ARTICLES = 60;
/** On a machine that does much else. */
const PATIENCE_MS = 120_000;

// Half a minute each: they run by `npm run test:postgres`.
it.skipIf(!bouncer || !process.env['SHAPES']).each([{ keepsNames: false }, { keepsNames: true }])(
  'carries articles through PgBouncer in transaction mode, keeping names: $keepsNames',
  async ({ keepsNames }) => {
    if (keepsNames && !bouncer?.keepsNames) {
      process.stderr.write(
        `SKIPPED: PgBouncer ${bouncer?.version} keeps no prepared statements (1.21 does)\n`,
      );
      return;
    }
    await using server = await openOwnServer();
    await using pooler = await startBouncer(server.dir, server.addressOf('nashra_services'), {
      sessions: SESSIONS,
      keepsNames,
      isStrict: true,
    });
    await using publisher = await startPublisher();
    const { origin, routes } = publisher;
    const paths = Array.from({ length: ARTICLES }, (_, n) => `/news/${n + 1}`);
    for (const path of paths) routes.set(path, serve(articlePage(`Title of ${path}`, path)));
    const shown = (from: readonly string[]) =>
      rss(
        origin,
        from.map((path) => ({ path, title: `Title of ${path}` })),
      );
    routes.set('/feed', shown(paths.slice(1)));
    const DATABASE_URL = pooler.url;
    await using pipeline = await openPipeline(
      { DATABASE_URL },
      'together',
      server.asTestDatabase(),
    );
    await using others = new AsyncDisposableStack();
    const env = {
      DATABASE_URL,
      REDIS_URL: pipeline.redis.url,
      NASHRA_PREFIX: pipeline.redis.prefix,
      NASHRA_BLOBS: pipeline.blobs,
      NASHRA_DATA: pipeline.blobs,
      PORTAL_PORT: '0',
      OPS_PORT: '0',
      INBOUND_PORT: '0',
    };
    for (const name of ['portal', 'push', 'ops', 'inbound']) {
      const service = await startService(name, env);
      others.defer(() => service.stop());
    }
    await pipeline.startAll();
    const publisherId = await pipeline.addFeed('sahifa', `${origin}/feed`);
    await waitFor(
      async () => Object.values(await pipeline.endings()).filter((it) => it === 'indexed')[58],
      { what: 'all but one to be indexed', timeoutMs: PATIENCE_MS },
    );
    await pipeline.settled(PATIENCE_MS);
    // Saved queries, changes and what is asked again and again, after names would have been given.
    await pipeline.addAddress(`${origin}${paths[0]}`, publisherId);
    await waitFor(async () => (await pipeline.endings())['/news/1'] === 'indexed', {
      timeoutMs: PATIENCE_MS,
    });

    const { rows } = await sql<{ articles: number; revisions: number; changes: number }>`
    select (select count(*)::int from nashra.article) as articles, (select count(*)::int from nashra.revision) as revisions,
      (select count(distinct (article_id, kind))::int from nashra.change) as changes`.execute(
      server.db,
    );
    expect(rows).toEqual([{ articles: ARTICLES, revisions: ARTICLES, changes: ARTICLES }]);
    // Nobody came past it, listens, or was left what he had become.
    const sessions = await sql<{ login: string; name: string }>`
    select distinct usename as login, application_name as name from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usename = 'nashra_services'`.execute(
      server.db,
    );
    expect(sessions.rows.map(({ name }) => name)).not.toContain('nashra-listener');
    const open = await sql`select from pg_stat_activity where usename = 'nashra_services'`.execute(
      server.db,
    );
    expect(open.rows.length).toBeLessThanOrEqual(SESSIONS);
  },
  3 * PATIENCE_MS,
);
