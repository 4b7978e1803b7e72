import { testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { loadCatalog, readCatalog } from '../src/index.ts';

const { db, drop } = await testDatabase();
afterAll(drop);
beforeEach(async () => {
  for (const table of ['feed', 'address']) {
    await sql`delete from nashra.${sql.ref(table)}`.execute(db);
  }
  await sql`delete from nashra.publisher where id > 0`.execute(db);
});

const catalog = await readCatalog();
const feeds = catalog.flatMap((publisher) => publisher.feeds).length;

it('loads the catalog once and finds nothing to do the second time', async () => {
  expect(await loadCatalog(db, catalog)).toEqual({
    publishersAdded: catalog.length,
    publishersChanged: 0,
    feedsAdded: feeds,
  });
  const nothing = { publishersAdded: 0, publishersChanged: 0, feedsAdded: 0 };
  expect(await loadCatalog(db, catalog)).toEqual(nothing);
  const rows = await db.selectFrom('address').select('state').where('kind', '=', 'feed').execute();
  expect(rows.map((row) => row.state)).toEqual(Array(feeds).fill('read'));
});

it('follows what the catalog says and keeps what operators decided', async () => {
  const [first, ...others] = catalog;
  if (!first) throw new Error('empty catalog');
  await loadCatalog(db, catalog);
  const slug = first.slug;
  await db.updateTable('publisher').set({ state: 'paused' }).where('slug', '=', slug).execute();
  await db.updateTable('feed').set({ interval_seconds: 77 }).execute();
  const change = await loadCatalog(db, [{ ...first, name: 'Another name' }, ...others]);
  expect(change).toMatchObject({ publishersChanged: 1, publishersAdded: 0, feedsAdded: 0 });
  const row = await db
    .selectFrom('publisher')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst();
  expect(row).toMatchObject({ name: 'Another name', state: 'paused' });
  const intervals = await db.selectFrom('feed').select('interval_seconds').distinct().execute();
  expect(intervals).toEqual([{ interval_seconds: 77 }]);
});

it('survives two loading at the same time', async () => {
  const more = catalog.map((one) => ({
    ...one,
    slug: `twin-${one.slug}`,
    feeds: one.feeds.map((feed) => ({ address: `${feed.address}?twin` })),
  }));
  await Promise.all([loadCatalog(db, more), loadCatalog(db, more)]);
  const { rows } = await db
    .selectFrom('publisher')
    .select((select) => select.fn.countAll<number>().as('rows'))
    .where('slug', 'like', 'twin-%')
    .executeTakeFirstOrThrow();
  expect(Number(rows)).toBe(catalog.length);
});
