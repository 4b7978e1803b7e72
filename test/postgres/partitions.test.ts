import { articlePage, rss, serve, startPublisher, testDatabase, waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openPipeline } from '../pipeline.ts';

const ARTICLES = 80;
const LOGS = ['journal', 'fetch_log'] as const;

it.skipIf(!process.env['SHAPES'])(
  'has months taken off and put back while articles pass',
  async () => {
    await using publisher = await startPublisher();
    const database = await testDatabase();
    await using pipeline = await openPipeline({}, 'together', database);
    const { origin, routes } = publisher;
    const paths = Array.from({ length: ARTICLES }, (_, n) => `/news/${n + 1}`);
    for (const path of paths) routes.set(path, serve(articlePage(`Title of ${path}`, path)));
    const items = paths.map((path) => ({ path, title: `Title of ${path}` }));
    routes.set('/feed', rss(origin, items));
    const admin = database.owner;
    const indexed = async () =>
      Object.values(await pipeline.endings()).filter((it) => it === 'indexed').length;
    await pipeline.startAll();
    await pipeline.addFeed('sahifa', `${origin}/feed`);
    await waitFor(async () => (await indexed()) > 10);

    for (const log of LOGS) {
      const [table, month] = [sql.table(`nashra.${log}`), sql.table(`nashra.${log}_204002`)];
      await sql`select nashra.make_month(${log}, '2040-02-01')`.execute(admin);
      await sql`insert into ${table} select (jsonb_populate_record(l, jsonb_build_object('id',
          nashra.id_at('2040-02-10 12:00+00') + row_number() over ()))).* from ${table} l limit 20`.execute(
        admin,
      );
      const count = async (from: typeof table) => {
        const asked = sql<{ n: number }>`
          select count(*)::int as n from ${from} where id >= nashra.id_at('2040-02-01 00:00+00')`;
        return (await asked.execute(admin)).rows[0]?.n;
      };
      const rows = await count(table);
      expect(rows).toBeGreaterThan(0);
      await sql`alter table ${table} detach partition ${month} concurrently`.execute(admin);
      expect([await count(table), await count(month)]).toEqual([0, rows]);
      const [from, to] = [
        sql`nashra.id_at('2040-02-01 00:00+00')`,
        sql`nashra.id_at('2040-03-01 00:00+00')`,
      ];
      const bounds = await sql<{ from: string; to: string }>`
        select ${from}::text as from, ${to}::text as to`.execute(admin);
      const { from: least = '', to: below = '' } = bounds.rows[0] ?? {};
      await sql`alter table ${table} attach partition ${month}
        for values from (${sql.raw(least)}) to (${sql.raw(below)})`.execute(admin);
      expect(await count(table)).toBe(rows);
    }
    await pipeline.settled(60_000);
    expect(await indexed()).toBe(ARTICLES);
  },
  120_000,
);
